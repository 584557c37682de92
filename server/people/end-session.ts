import { and, eq } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import { session } from '../../db/schema/sign-in.ts'
import { endSessionInput } from '../../domain/people/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { logAuth } from './session-rows.ts'

/** Ends one of one's own sessions, on whatever device. `not_found` for another person's, or one that has ended. */
export const endSession = command({
  name: 'people.endSession',
  right: 'own.account',
  input: endSessionInput,
  async run({ tx, person, input, record }) {
    const [own] = await tx.select().from(people).where(eq(people.id, person.id))
    if (!own?.userId) return refuseMissing()
    const [ended] = await tx
      .delete(session)
      .where(and(eq(session.id, input.sessionId), eq(session.userId, own.userId)))
      .returning({ id: session.id })
    if (!ended) return refuseMissing()
    await logAuth(tx, { kind: 'session_ended', userId: own.userId, ipAddress: null, userAgent: null })
    await record({
      room: 'people',
      subjectId: person.id,
      action: 'people.session_ended',
      version: own.version,
    })
    return { sessionId: ended.id }
  },
})
