import { desc, eq, sql } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import { session } from '../../db/schema/sign-in.ts'
import { nothingInput } from '../../domain/input.ts'
import { canonicalInstant } from '../../domain/time.ts'
import { read } from '../infrastructure/read.ts'

/** One's own sessions that still run, newest first; the newest hundred. The door marks the one in use. */
export const sessions = read({
  name: 'people.sessions',
  right: 'own.account',
  input: nothingInput,
  async run({ db, person }) {
    const rows = await db
      .select({
        id: session.id,
        createdAt: session.createdAt,
        ipAddress: session.ipAddress,
        userAgent: session.userAgent,
      })
      .from(session)
      .innerJoin(people, eq(people.userId, session.userId))
      .where(sql`${people.id} = ${person.id} and ${session.expiresAt} > clock_timestamp()`)
      .orderBy(desc(session.createdAt))
      .limit(100)
    return rows.map((row) => ({ ...row, createdAt: canonicalInstant(row.createdAt.toISOString()) }))
  },
})
