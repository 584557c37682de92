import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { invitations } from '../../db/schema/people.ts'
import type { Instant } from '../../domain/time.ts'
import { hashToken } from '../infrastructure/one-time-token.ts'

/** The condition under which an invitation's link works: known, not used, not revoked, not older than its 7 days. */
export function isOpen(token: string, moment: Instant) {
  return and(
    eq(invitations.tokenHash, hashToken(token)),
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, moment),
  )
}

/** The invitation behind an open link, locked, so that of two who accept at once the second finds it used. */
export async function lockInvitation(tx: Tx, token: string, moment: Instant) {
  const [row] = await tx.select().from(invitations).where(isOpen(token, moment)).for('update')
  return row ?? null
}
