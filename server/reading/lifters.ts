import { and, asc, desc, eq, exists, inArray, isNull, not, or } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { decisions } from '../../db/schema/approvals.ts'
import { briefingQuestions } from '../../db/schema/briefings.ts'
import { issues } from '../../db/schema/issues.ts'
import { people, roleGrants } from '../../db/schema/people.ts'
import { authors, holds, publications, variants } from '../../db/schema/publications.ts'
import { workingDaysBefore } from '../../domain/marks/working-time.ts'
import type { NamedPerson } from '../../domain/people/person.ts'
import type { PlatformFinding, PlatformId } from '../../domain/platforms/platform.ts'
import type { ReadinessFacts } from '../../domain/publishing/readiness.ts'
import type { Instant } from '../../domain/time.ts'
import type { Agency } from '../infrastructure/command.ts'
import { workingCalendar } from '../marks/calendar.ts'
import { onDuty } from '../people/on-duty.ts'
import type { CalendarRow } from './calendar-rows.ts'

const MOST_NAMED = 20

type Named = Pick<
  ReadinessFacts,
  'owner' | 'waitingFor' | 'leadAgents' | 'findings' | 'exceptionApprovers' | 'holds'
>

/** What a panel says beside the blockers themselves. */
type More = {
  /** The accounts of the variants something blocks, with what the platform says first. */
  variants: { variantId: string; handle: string; platform: PlatformId; first: PlatformFinding | null }[]
  /** Variants on which a platform's limits at least warn: they hold nothing, but are not as they should be. */
  warningFindings: number
  /** The oldest open question on the briefing. */
  question: { by: string; at: Instant } | null
  /** When the signature is due. */
  alignmentDueAt: Instant | null
  approvedBy: { name: string; onBehalfOf: string | null; at: Instant }[]
}

/** The people, variants and issues behind one publication's facts: a list does without them, its page names them. */
export async function liftersOf(
  db: Db,
  row: CalendarRow,
  agency: Agency,
  moment: Instant,
): Promise<{ facts: Named; more: More }> {
  const [own] = await db
    .select({
      waitingFor: publications.waitingFor,
      briefingId: publications.briefingId,
      submissionId: publications.submissionId,
      warningFindings: publications.warningFindings,
    })
    .from(publications)
    .where(eq(publications.id, row.id))
  const blocked = await blockedVariants(db, row.id)
  const [owner] = await named(db, [row.ownerId])
  return {
    facts: {
      owner: owner ?? null,
      waitingFor: await named(db, own?.waitingFor ?? []),
      leadAgents: await onDuty(db, 'lead_agent', moment),
      findings: blocked.map(({ variantId, accountId, count }) => ({ variantId, accountId, count })),
      exceptionApprovers: await exceptionApprovers(db, row),
      holds: await holdsOf(db, row.id),
    },
    more: {
      variants: blocked.map(({ variantId, handle, platform, first }) => ({
        variantId,
        handle,
        platform,
        first,
      })),
      warningFindings: own?.warningFindings ?? 0,
      question: own?.briefingId ? await oldestQuestion(db, own.briefingId) : null,
      alignmentDueAt:
        row.plannedAt === null
          ? null
          : workingDaysBefore(
              row.plannedAt,
              agency.alignmentLeadWorkingDays,
              await workingCalendar(db, agency),
            ).at,
      approvedBy: own?.submissionId ? await approvedBy(db, own.submissionId) : [],
    },
  }
}

function named(db: Db, ids: readonly string[]): Promise<NamedPerson[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...ids]))
    .orderBy(asc(people.name))
    .limit(MOST_NAMED)
}

async function blockedVariants(db: Db, publicationId: string) {
  const rows = await db
    .select({
      variantId: variants.id,
      findings: variants.findings,
      accountId: accounts.id,
      handle: accounts.handle,
      platform: accounts.platform,
    })
    .from(variants)
    .innerJoin(accounts, eq(accounts.id, variants.accountId))
    .where(eq(variants.publicationId, publicationId))
    .orderBy(asc(variants.id))
  return rows.flatMap(({ findings, platform, ...variant }) => {
    const blocking = (findings as PlatformFinding[]).filter((finding) => finding.severity === 'blocker')
    if (blocking.length === 0) return []
    return [
      { ...variant, platform: platform as PlatformId, count: blocking.length, first: blocking[0] ?? null },
    ]
  })
}

/** Approvers of the unit who wrote none of it. */
function exceptionApprovers(db: Db, row: CalendarRow): Promise<NamedPerson[]> {
  const wrote = db
    .select({ id: authors.personId })
    .from(authors)
    .where(and(eq(authors.publicationId, row.id), eq(authors.personId, people.id)))
  return db
    .selectDistinct({ id: people.id, name: people.name })
    .from(people)
    .innerJoin(roleGrants, eq(roleGrants.personId, people.id))
    .where(
      and(
        eq(roleGrants.role, 'approver'),
        isNull(roleGrants.endedAt),
        or(isNull(roleGrants.unitId), eq(roleGrants.unitId, row.unitId)),
        isNull(people.deactivatedAt),
        not(exists(wrote)),
      ),
    )
    .orderBy(asc(people.name))
    .limit(MOST_NAMED)
}

async function holdsOf(db: Db, publicationId: string): Promise<ReadinessFacts['holds']> {
  const rows = await db
    .select({ issueId: holds.issueId, id: people.id, name: people.name })
    .from(holds)
    .innerJoin(issues, eq(issues.id, holds.issueId))
    .innerJoin(people, eq(people.id, issues.ownerId))
    .where(and(eq(holds.publicationId, publicationId), isNull(holds.liftedAt)))
    .orderBy(asc(holds.heldAt))
    .limit(MOST_NAMED)
  return rows.map(({ issueId, id, name }) => ({ issueId, leads: [{ id, name }] }))
}

async function oldestQuestion(db: Db, briefingId: string) {
  const [row] = await db
    .select({ by: people.name, at: briefingQuestions.askedAt })
    .from(briefingQuestions)
    .innerJoin(people, eq(people.id, briefingQuestions.askedBy))
    .where(and(eq(briefingQuestions.briefingId, briefingId), eq(briefingQuestions.state, 'open')))
    .orderBy(asc(briefingQuestions.askedAt))
    .limit(1)
  return row ?? null
}

async function approvedBy(db: Db, submissionId: string) {
  const rows = await db
    .select({ name: people.name, onBehalfOfId: decisions.onBehalfOfId, at: decisions.decidedAt })
    .from(decisions)
    .innerJoin(people, eq(people.id, decisions.personId))
    .where(
      and(
        eq(decisions.submissionId, submissionId),
        eq(decisions.kind, 'approve'),
        isNull(decisions.revokedAt),
      ),
    )
    .orderBy(desc(decisions.decidedAt))
    .limit(MOST_NAMED)
  const holders = await named(
    db,
    rows.flatMap((row) => row.onBehalfOfId ?? []),
  )
  return rows.map(({ name, onBehalfOfId, at }) => ({
    name,
    onBehalfOf: holders.find((holder) => holder.id === onBehalfOfId)?.name ?? null,
    at,
  }))
}
