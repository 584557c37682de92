import type { z } from 'zod'
import { addFileInput } from '../../domain/overlays/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { addOverlay } from './add.ts'
import { readCalendarApart } from './read-calendar-apart.ts'

/** Lays the calendar of a file, already found readable, over this one. Refusals: `not_found`, `overlays_too_many`. */
export const addFile = command({
  name: 'overlays.addFile',
  right: 'institutional.read',
  input: addFileInput,
  run: async ({ input: { fileName: _, text, ...input }, ...context }) =>
    addOverlay({ ...context, input }, { ...input, sealedAddress: null, fileText: text }),
})

/** What the door asks before the command begins: whether the file can be read. Refuses `calendar_unreadable`, `calendar_too_heavy`. */
export async function proveReadable({ fileName, text }: z.output<typeof addFileInput>): Promise<void> {
  const read = await readCalendarApart({ text, zone: 'UTC', from: '2000-01-01', to: '2000-01-01' })
  if (read === 'too_heavy') refuse('calendar_too_heavy', { name: fileName })
  if (read === null) refuse('calendar_unreadable', { name: fileName })
}
