import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { variants } from '../../db/schema/publications.ts'
import { holds } from '../../domain/permissions.ts'
import { type Person, proveRight, type Right } from '../infrastructure/right.ts'
import type { PublicationRow } from './lock.ts'

/** Proves that the person may discuss the publication: in its unit, or in that of one of its accounts. Refuses not_found. */
export async function proveCommenting(
  tx: Tx,
  publication: PublicationRow,
  person: Person,
): Promise<Right<'publication.comment'>> {
  const units = [publication.unitId, ...(await accountUnitsOf(tx, publication))]
  const unitId = units.find((unit) => holds(person.grants, 'publication.comment', unit))
  return proveRight(person, 'publication.comment', unitId ?? publication.unitId)
}

async function accountUnitsOf(tx: Tx, publication: PublicationRow): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ unitId: accounts.unitId })
    .from(variants)
    .innerJoin(accounts, eq(accounts.id, variants.accountId))
    .where(eq(variants.publicationId, publication.id))
  return rows.map((row) => row.unitId)
}
