import { hashPassword } from 'better-auth/crypto'
import { randomId } from '../../db/ids.ts'
import type { Tx } from '../../db/open.ts'
import { account, user } from '../../db/schema/sign-in.ts'
import type { Instant } from '../../domain/time.ts'

export type NewUser = { name: string; email: string; passwordHash: string | null; moment: Instant }

/** The hash that is kept of a password (scrypt with a salt of its own). Slow: call it before the transaction opens. */
export function passwordHashOf(password: string): Promise<string> {
  return hashPassword(password)
}

/**
 * Writes the rows by which somebody signs in, in the caller's transaction, and gives the user's id. Without a password
 * nobody can sign in by it (the people of the demo). Fails on the unique address where it is taken: ask first.
 */
export async function insertUser(tx: Tx, { name, email, passwordHash, moment }: NewUser): Promise<string> {
  const at = new Date(moment)
  const userId = randomId()
  await tx.insert(user).values({
    id: userId,
    name,
    email: email.toLowerCase(),
    emailVerified: true,
    createdAt: at,
    updatedAt: at,
  })
  if (passwordHash !== null) {
    await tx.insert(account).values({
      id: randomId(),
      accountId: userId,
      providerId: 'credential',
      userId,
      password: passwordHash,
      createdAt: at,
      updatedAt: at,
    })
  }
  return userId
}
