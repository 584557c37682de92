import { eq, sql } from 'drizzle-orm'
import type { Store, Tx } from '../../db/open.ts'
import { people } from '../../db/schema/people.ts'
import { authLog, session, user } from '../../db/schema/sign-in.ts'
import { canonicalInstant } from '../../domain/time.ts'
import { insertUser } from '../infrastructure/new-user.ts'
import { hashToken } from '../infrastructure/one-time-token.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'

/** A session lasts 30 days from its sign-in, whatever happens in between; ending it is up to its owner. */
export const SESSION_SECONDS = 30 * 24 * 3600

export type AuthEvent = {
  kind: 'signed_in' | 'sign_in_failed' | 'signed_out' | 'reset_asked' | 'password_reset' | 'session_ended'
  userId: string | null
  ipAddress: string | null
  userAgent: string | null
}

/** One line of the log of sign-in. Never an e-mail, a password or a token. */
export async function logAuth(tx: Pick<Tx, 'insert'>, event: AuthEvent): Promise<void> {
  await tx.insert(authLog).values({ ...event, at: canonicalInstant(new Date().toISOString()) })
}

/** Ends the session of a token, if there is one; gives whose it was. */
export async function endSessionOf(tx: Tx, token: string): Promise<string | null> {
  const [row] = await tx
    .delete(session)
    .where(eq(session.token, hashToken(token)))
    .returning({ userId: session.userId })
  return row?.userId ?? null
}

/** Starts a session for a person without asking for a password; makes the user row where there is none. */
export async function startSession(
  store: Pick<Store, 'transaction'>,
  { id, personId, token }: { id: string; personId: string; token: string },
): Promise<void> {
  await store.transaction(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId)).for('update')
    if (!person || person.deactivatedAt !== null) return refuseMissing()
    const now = new Date()
    let userId = person.userId
    if (userId === null) {
      const email = person.email ?? `${person.id}@people.example`
      const [known] = await tx.select({ id: user.id }).from(user).where(eq(user.email, email.toLowerCase()))
      userId =
        known?.id ??
        (await insertUser(tx, { name: person.name, email, passwordHash: null, moment: now.toISOString() }))
      await tx.update(people).set({ userId }).where(eq(people.id, personId))
    }
    await tx.insert(session).values({
      id,
      userId,
      token: hashToken(token),
      expiresAt: sql`clock_timestamp() + make_interval(secs => ${SESSION_SECONDS})`,
      createdAt: now,
      updatedAt: now,
    })
  })
}
