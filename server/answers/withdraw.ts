import { eq } from 'drizzle-orm'
import { entries } from '../../db/schema/answers.ts'
import { withdrawInput } from '../../domain/answers/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockEntry } from './lock-entry.ts'

/** Takes an answer back for good: the desk shows it as withdrawn, never as an answer. Refusals: not_found, entry_ended. */
export const withdraw = command({
  name: 'answers.withdraw',
  right: 'answers.write',
  input: withdrawInput,
  async run({ input, tx, person, moment, record }) {
    const entry = await lockEntry(tx, input.entryId, person, moment)
    proveRight(person, 'answers.write', entry.unitId)
    if (entry.endedAt !== null) refuse('entry_ended', {})
    const version = entry.version + 1
    await tx
      .update(entries)
      .set({ endedAt: moment, endedWhy: 'withdrawn', changedAt: moment, version })
      .where(eq(entries.id, entry.id))
    await record({
      room: 'answers',
      subjectId: entry.id,
      publicationId: entry.publicationId,
      action: 'answers.withdrawn',
      version,
    })
    return { version }
  },
})
