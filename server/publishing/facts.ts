import { and, desc, eq, inArray, isNull, notInArray, or } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { people, roleGrants } from '../../db/schema/people.ts'
import { publications, variants } from '../../db/schema/publications.ts'
import { audit, revisions } from '../../db/schema/records.ts'
import { mustBeAligned } from '../../domain/publications/objectives.ts'
import { phaseOf } from '../../domain/publications/states.ts'
import type { HandOverFacts } from '../../domain/publishing/due.ts'
import { type ReadinessFacts, readiness } from '../../domain/publishing/readiness.ts'
import type { Instant } from '../../domain/time.ts'
import type { Agency } from '../infrastructure/command.ts'
import { judgeVariants } from '../publications/findings.ts'
import type { PublicationRow } from '../publications/lock.ts'
import { approvalAtGate } from './gate-approval.ts'
import { briefingAtGate } from './gate-briefing.ts'
import { embargoesAtGate } from './gate-embargoes.ts'
import { holdsAtGate, pausesAtGate } from './gate-pauses.ts'

export type GateFacts = {
  publication: PublicationRow
  readiness: ReadinessFacts
  submissionId: string | null
  presentHash: string | null
  /** When the last thing that had blocked it was lifted; null where nothing says. */
  readySince: Instant | null
}

/**
 * All that readiness asks about one publication, read anew from the rows where each fact was made: the columns that
 * lists judge by are not believed. The caller holds its lock where something follows from it. Distances to others only
 * warn, so the gate does not look at them. Throws where there is no such publication.
 */
export async function gateFacts(
  db: Db,
  publicationId: string,
  moment: Instant,
  agency: Agency,
): Promise<GateFacts> {
  const [publication] = await db.select().from(publications).where(eq(publications.id, publicationId))
  if (!publication) throw new Error(`no publication ${publicationId}`)
  const onAccounts = await db
    .select({ id: accounts.id, unitId: accounts.unitId, kind: accounts.kind })
    .from(variants)
    .innerJoin(accounts, eq(accounts.id, variants.accountId))
    .where(eq(variants.publicationId, publicationId))
  const approval = await approvalAtGate(db, publication, moment)
  const briefing = await briefingAtGate(db, publication, agency.acknowledgementPercent, moment)
  const paused = { ...publication, accounts: onAccounts }
  const pauses = await pausesAtGate(db, publicationId, paused, agency.zone)
  const holds = await holdsAtGate(db, publicationId)
  const embargoed = await embargoesAtGate(db, publication)
  const judged = await judgeVariants(db, publicationId)
  const isAlignmentRequired = mustBeAligned({
    objective: publication.objective,
    subjectClass: publication.subjectClass,
    hasExecutiveAccount: onAccounts.some((account) => account.kind === 'executive'),
    alsoAlignedClasses: agency.alsoAlignedClasses,
  })
  const since = [
    approval.lastDecidedAt,
    isAlignmentRequired ? briefing.signedAt : null,
    agency.acknowledgementBlocks ? briefing.acknowledgedEnoughAt : null,
    pauses.liftedAt,
    holds.liftedAt,
    embargoed.changedAt,
    await timeGivenAt(db, publicationId),
    await limitsChangedAt(
      db,
      onAccounts.map((account) => account.id),
    ),
  ]
  return {
    publication,
    submissionId: approval.submissionId,
    presentHash: approval.presentHash,
    readySince:
      since
        .filter((at) => at !== null)
        .sort()
        .at(-1) ?? null,
    readiness: {
      publicationId,
      state: publication.state,
      handedOverAt: publication.handedOverAt,
      objective: publication.objective,
      unitId: publication.unitId,
      accounts: onAccounts,
      owner: await ownerOf(db, publication.ownerId),
      stepsRequired: approval.stepsRequired,
      stepsDecided: approval.stepsDecided,
      waitingFor: approval.waitingFor,
      isAlignmentRequired,
      briefingVersion: briefing.briefingVersion,
      signedVersion: briefing.signedVersion,
      openQuestions: briefing.openQuestions,
      questionsAfterSignature: briefing.questionsAfterSignature,
      leadAgents: await holdersOf(db, 'lead_agent', publication.unitId, []),
      acknowledgedCount: briefing.acknowledgedCount,
      agentsOnShift: briefing.agentsOnShift,
      acknowledgementPercent: agency.acknowledgementPercent,
      acknowledgementBlocks: agency.acknowledgementBlocks,
      findings: judged.map(({ variantId, accountId, findings }) => ({
        variantId,
        accountId,
        count: findings.filter((finding) => finding.severity === 'blocker').length,
      })),
      pauses: pauses.pauses,
      exceptedPauseIds: pauses.exceptedPauseIds,
      exceptionApprovers: await holdersOf(db, 'approver', publication.unitId, approval.authorIds),
      embargoes: embargoed.embargoes,
      // It only warns, so the gate does not look at it.
      cancelledEvent: null,
      holds: holds.holds,
      plannedAt: publication.plannedAt,
      timeKind: publication.timeKind,
      graceMinutes: agency.graceMinutes,
      near: [],
      othersThatDay: 0,
      crowdedFrom: 0,
    },
  }
}

/** The same judged: what the rule for handing over asks. */
export function handOverFacts(facts: GateFacts, moment: Instant): HandOverFacts {
  return {
    phase: phaseOf(facts.publication),
    plannedAt: facts.publication.plannedAt,
    blockers: readiness(facts.readiness, moment),
    readySince: facts.readySince,
  }
}

async function ownerOf(db: Db, ownerId: string) {
  const [row] = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.id, ownerId))
  return row ?? null
}

/** Active holders of a role in the unit or for the agency, but for those named; at most 20, by name. */
async function holdersOf(
  db: Db,
  role: 'lead_agent' | 'approver',
  unitId: string,
  withoutIds: readonly string[],
) {
  return db
    .selectDistinct({ id: people.id, name: people.name })
    .from(people)
    .innerJoin(roleGrants, and(eq(roleGrants.personId, people.id), isNull(roleGrants.endedAt)))
    .where(
      and(
        isNull(people.deactivatedAt),
        eq(roleGrants.role, role),
        or(isNull(roleGrants.unitId), eq(roleGrants.unitId, unitId)),
        withoutIds.length === 0 ? undefined : notInArray(people.id, [...withoutIds]),
      ),
    )
    .orderBy(people.name)
    .limit(20)
}

async function timeGivenAt(db: Db, publicationId: string): Promise<Instant | null> {
  const [row] = await db
    .select({ at: audit.at })
    .from(audit)
    .where(
      and(
        eq(audit.room, 'publications'),
        eq(audit.subjectId, publicationId),
        eq(audit.action, 'publications.moved'),
      ),
    )
    .orderBy(desc(audit.position))
    .limit(1)
  return row?.at ?? null
}

/** When an account's own limits were last changed: what did not fit before may fit since. */
async function limitsChangedAt(db: Db, accountIds: readonly string[]): Promise<Instant | null> {
  if (accountIds.length === 0) return null
  const [row] = await db
    .select({ at: revisions.at })
    .from(revisions)
    .where(
      and(
        eq(revisions.room, 'accounts'),
        inArray(revisions.subjectId, [...accountIds]),
        eq(revisions.action, 'accounts.limits_changed'),
      ),
    )
    .orderBy(desc(revisions.at))
    .limit(1)
  return row?.at ?? null
}
