import { and, eq, ne } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import { session } from '../../db/schema/sign-in.ts'
import { endOtherSessionsInput } from '../../domain/people/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { logAuth } from './session-rows.ts'

/** Ends all of one's own sessions but one; gives how many there were. */
export const endOtherSessions = command({
  name: 'people.endOtherSessions',
  right: 'own.account',
  input: endOtherSessionsInput,
  async run({ tx, person, input, record }) {
    const [own] = await tx.select().from(people).where(eq(people.id, person.id))
    if (!own?.userId) return refuseMissing()
    const ended = await tx
      .delete(session)
      .where(and(eq(session.userId, own.userId), ne(session.id, input.keepSessionId)))
      .returning({ id: session.id })
    await logAuth(tx, { kind: 'session_ended', userId: own.userId, ipAddress: null, userAgent: null })
    await record({
      room: 'people',
      subjectId: person.id,
      action: 'people.session_ended',
      version: own.version,
      data: { count: ended.length },
    })
    return { count: ended.length }
  },
})
