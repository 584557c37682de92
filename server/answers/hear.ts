import { and, eq, isNull } from 'drizzle-orm'
import { copies } from '../../db/schema/answers.ts'
import { hearInput } from '../../domain/answers/input.ts'
import { command } from '../infrastructure/command.ts'
import { lockEntry } from './lock-entry.ts'

/** Who copied an answer says that they know it was taken back. Only for oneself. Refusals: not_found. */
export const hear = command({
  name: 'answers.hear',
  right: 'answers.search',
  input: hearInput,
  async run({ input, tx, person, moment, record }) {
    const entry = await lockEntry(tx, input.entryId, person, moment)
    const heard = await tx
      .update(copies)
      .set({ heardAt: moment })
      .where(and(eq(copies.entryId, entry.id), eq(copies.personId, person.id), isNull(copies.heardAt)))
      .returning({ id: copies.id })
    await record({
      room: 'answers',
      subjectId: entry.id,
      publicationId: entry.publicationId,
      action: 'answers.heard',
      version: entry.version,
    })
    return { heard: heard.length }
  },
})
