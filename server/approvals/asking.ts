import { asc, eq } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { people } from '../../db/schema/people.ts'
import { authors, variants } from '../../db/schema/publications.ts'
import { type AskedStep, askedAt } from '../../domain/approvals/eligible.ts'
import { stepsFor } from '../../domain/approvals/policy.ts'
import type { ApprovalRefusal } from '../../domain/approvals/refusals.ts'
import type { Instant } from '../../domain/time.ts'
import type { PublicationRow } from '../publications/lock.ts'
import { readDirectory } from './directory.ts'

export type Asking = {
  steps: AskedStep[]
  reasons: ApprovalRefusal[]
  nameOf: (personId: string | null) => string | null
}

/**
 * Which steps the publication's accounts ask for and who would be asked at each if it were submitted at `moment`, with
 * every reason against submitting. Reasons: nothing_to_submit, owner_gone, nobody_left. Source: Selaras rules, Approval.
 */
export async function whoIsAsked(
  db: Db,
  publication: Pick<PublicationRow, 'id' | 'ownerId' | 'subjectClass'>,
  moment: Instant,
): Promise<Asking> {
  const onAccounts = await db
    .select({
      id: accounts.id,
      unitId: accounts.unitId,
      kind: accounts.kind,
      officeHolderId: accounts.officeHolderId,
    })
    .from(variants)
    .innerJoin(accounts, eq(accounts.id, variants.accountId))
    .where(eq(variants.publicationId, publication.id))
    .orderBy(asc(accounts.id))
  const plans = stepsFor(onAccounts)
  const directory = await readDirectory(db, plans)
  const wrote = await db
    .select({ id: authors.personId })
    .from(authors)
    .where(eq(authors.publicationId, publication.id))
  const authorIds = wrote.map((author) => author.id)
  const asked = askedAt(plans, directory, authorIds, publication.subjectClass, moment)
  const names = new Map(directory.people.map((person) => [person.id, person.name]))
  return {
    steps: asked.steps,
    reasons: [
      ...(onAccounts.length === 0 ? [{ code: 'nothing_to_submit' as const, data: {} }] : []),
      ...(await ownerGone(db, publication.ownerId)),
      ...asked.reasons,
    ],
    nameOf: (personId) => (personId === null ? null : (names.get(personId) ?? null)),
  }
}

async function ownerGone(db: Db, ownerId: string): Promise<ApprovalRefusal[]> {
  const [owner] = await db
    .select({ name: people.name, deactivatedAt: people.deactivatedAt })
    .from(people)
    .where(eq(people.id, ownerId))
  return owner && owner.deactivatedAt !== null ? [{ code: 'owner_gone', data: { name: owner.name } }] : []
}
