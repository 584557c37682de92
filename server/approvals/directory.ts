import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { units } from '../../db/schema/agency.ts'
import { delegations, people, roleGrants } from '../../db/schema/people.ts'
import type { ApproverDirectory, Candidate } from '../../domain/approvals/eligible.ts'
import { type Grant, holdsAnywhere } from '../../domain/permissions.ts'

type Seats = readonly { unitId: string | null; officeHolderId: string | null }[]

/**
 * Everybody who could matter for these seats: all approvers, the units' communications leads, the office-holders and
 * whoever an office-holder ever delegated to. Who may not decide anywhere by role counts as one who cannot sign in:
 * nobody is asked whom the door would turn away.
 */
export async function readDirectory(db: Db, seats: Seats): Promise<ApproverDirectory> {
  const unitIds = [...new Set(seats.flatMap((seat) => seat.unitId ?? []))]
  const holderIds = [...new Set(seats.flatMap((seat) => seat.officeHolderId ?? []))]
  const leads =
    unitIds.length === 0
      ? []
      : await db
          .select({ unitId: units.id, leadId: units.communicationsLeadId })
          .from(units)
          .where(inArray(units.id, unitIds))
  const given =
    holderIds.length === 0
      ? []
      : await db
          .select({
            id: delegations.id,
            leaderId: delegations.leaderId,
            delegateId: delegations.delegateId,
            startsAt: delegations.startsAt,
            endsAt: delegations.endsAt,
            subjectClasses: delegations.subjectClasses,
            revokedAt: delegations.revokedAt,
          })
          .from(delegations)
          .where(inArray(delegations.leaderId, holderIds))
  const named = [...holderIds, ...leads.flatMap((lead) => lead.leadId ?? [])]
  return {
    people: await candidates(db, [...named, ...given.map((one) => one.delegateId)]),
    communicationsLeads: Object.fromEntries(leads.map((lead) => [lead.unitId, lead.leadId])),
    delegations: given,
  }
}

async function candidates(db: Db, namedIds: readonly string[]): Promise<Candidate[]> {
  const approvers = db
    .select({ id: roleGrants.personId })
    .from(roleGrants)
    .where(and(eq(roleGrants.role, 'approver'), isNull(roleGrants.endedAt)))
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      deactivatedAt: people.deactivatedAt,
      role: roleGrants.role,
      unitId: roleGrants.unitId,
    })
    .from(people)
    .leftJoin(roleGrants, and(eq(roleGrants.personId, people.id), isNull(roleGrants.endedAt)))
    .where(
      or(
        inArray(people.id, approvers),
        namedIds.length === 0 ? undefined : inArray(people.id, [...new Set(namedIds)]),
      ),
    )
    .orderBy(people.name, people.id)
  const known = new Map<string, Candidate & { grants: Grant[] }>()
  for (const row of rows) {
    const candidate = known.get(row.id) ?? {
      id: row.id,
      name: row.name,
      grants: [],
      isActive: row.deactivatedAt === null,
      canSignIn: false,
    }
    if (row.role !== null) candidate.grants.push({ role: row.role, unitId: row.unitId })
    candidate.canSignIn = row.email !== null && holdsAnywhere(candidate.grants, 'approval.decide')
    known.set(row.id, candidate)
  }
  return [...known.values()]
}
