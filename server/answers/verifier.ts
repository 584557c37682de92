import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { people } from '../../db/schema/people.ts'
import { refuse } from '../infrastructure/refuse.ts'

/** The verifier is an active person; refuses `verifier_unfit` otherwise. */
export async function refuseUnfitVerifier(tx: Tx, verifierId: string): Promise<void> {
  const [row] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, verifierId), isNull(people.deactivatedAt)))
  if (!row) refuse('verifier_unfit', {})
}
