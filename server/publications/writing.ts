import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { variants } from '../../db/schema/publications.ts'
import { mayWrite, mayWriteVariant } from '../../domain/publications/authorship.ts'
import { type PublicationCommand, phaseOf } from '../../domain/publications/states.ts'
import { reasonsAgainstTransition } from '../../domain/publications/transitions.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { type Person, proveRight, type Right } from '../infrastructure/right.ts'
import type { PublicationRow } from './lock.ts'

export type WritingRight = Right<'publication.draft'> | Right<'publication.plan'>

/** Proves that the person may write the publication: a planner of its unit, or the contributor whose draft it is. Refuses not_found. */
export function proveWriting(person: Person, publication: PublicationRow): WritingRight {
  if (!mayWrite(publication, person)) refuseMissing()
  return proveRight(person, 'publication.draft', publication.unitId)
}

/** Proves that the person may write a variant on an account of `accountUnitId`. Refuses not_found. */
export function proveWritingVariant(
  person: Person,
  publication: PublicationRow,
  accountUnitId: string,
): WritingRight {
  if (mayWrite(publication, person)) return proveWriting(person, publication)
  if (!mayWriteVariant(publication, accountUnitId, person)) refuseMissing()
  return proveRight(person, 'publication.plan', accountUnitId)
}

/** Refuses `not_in_this_state` where the publication's state forbids the command. */
export function refuseUnlessOpenTo(publication: PublicationRow, command: PublicationCommand): void {
  for (const reason of reasonsAgainstTransition(phaseOf(publication), command)) {
    refuse(reason.code, reason.data)
  }
}

export type VariantRow = typeof variants.$inferSelect

/** A variant of a locked publication, with its account. Refuses not_found. */
export async function variantOf(
  tx: Tx,
  publication: PublicationRow,
  variantId: string,
): Promise<{ variant: VariantRow; account: typeof accounts.$inferSelect }> {
  const [row] = await tx
    .select({ variant: variants, account: accounts })
    .from(variants)
    .innerJoin(accounts, eq(accounts.id, variants.accountId))
    .where(eq(variants.id, variantId))
  if (row?.variant.publicationId !== publication.id) return refuseMissing()
  return row
}
