import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { publics } from '../../db/schema/agency.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { people, roleGrants } from '../../db/schema/people.ts'
import { holds } from '../../domain/permissions.ts'
import { previewPlanInput } from '../../domain/publications/import-input.ts'
import { PLAN_ROWS } from '../../domain/publications/plan-import.ts'
import {
  PLAN_COLUMNS,
  PLAN_LIMIT_BYTES,
  PLAN_LIMIT_MEGABYTES,
  PLAN_LINES,
} from '../../domain/publications/plan-limits.ts'
import { dayOf, type Instant } from '../../domain/time.ts'
import { circleAccountIds } from '../accounts/circle.ts'
import { read } from '../infrastructure/read.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { compareWithEarlier, earlierRows } from './earlier-rows.ts'
import type { PlanAnswer } from './read-plan.ts'
import { readPlanApart } from './read-plan-apart.ts'
import { referencedRows } from './referenced-rows.ts'

/**
 * A plan from a spreadsheet as it would come in, line by line, with what came of it before; writes nothing. Refuses `not_found` (the unit),
 * `plan_too_large`, `plan_too_heavy`, `plan_too_many_lines`, `plan_too_many_rows`, `plan_empty`, `plan_unreadable`,
 * `plan_encrypted`, `plan_old_format`, `plan_web_page`, `plan_far_cell`.
 */
export const previewPlan = read({
  name: 'publications.previewPlan',
  right: 'publication.import',
  input: previewPlanInput,
  async run({ db, person, input, moment, agency }) {
    if (!holds(person.grants, 'publication.import', input.unitId)) refuseMissing()
    const bytes = Buffer.from(input.content, 'base64')
    if (bytes.byteLength > PLAN_LIMIT_BYTES) {
      refuse('plan_too_large', { limitMegabytes: PLAN_LIMIT_MEGABYTES })
    }
    const usable = await accountsFor(db, person.id, moment)
    const answer = await readPlanApart({
      bytes,
      columns: input.columns,
      sheets: input.sheets,
      dayOrder: input.dayOrder,
      today: dayOf(moment, agency.zone),
      context: {
        zone: agency.zone,
        objective: input.objective,
        accounts: usable.map((account) => ({ ...account, rank: rankOf(account, input.unitId) })),
        people: await ownersOf(db, input.unitId),
        publics: await publicsIn(db),
      },
    })
    if ('problem' in answer) return refuseProblem(answer)
    const known = await campaignNames(db)
    const isNew = (name: string | null) => name !== null && !known.has(name.toLowerCase())
    const marks = answer.rows.flatMap((row) => row.marks ?? [])
    const before = await earlierRows(db, person, moment, { unitId: input.unitId, marks })
    const references = answer.rows.flatMap(({ reference }) => reference ?? [])
    const referenced = await referencedRows(db, person, moment, references)
    const isThere = new Set(referenced.map(({ publicationId }) => publicationId))
    const earlier = compareWithEarlier(answer.rows, before, referenced, {
      zone: agency.zone,
      columns: answer.columns,
    })
    return {
      ...answer,
      rows: answer.rows.map(({ marks: _marks, reference, ...row }, position) => ({
        ...row,
        // Nothing comes of it, so nothing in it has to be mended.
        ...(reference !== null && isThere.has(reference) ? { problems: [], notes: [] } : {}),
        earlier: earlier[position] ?? null,
      })),
      newCampaigns: [
        ...new Set(
          answer.rows.flatMap(({ row }) => (row && isNew(row.campaign) ? [row.campaign ?? ''] : [])),
        ),
      ],
      accounts: usable.map(({ id, handle, platform }) => ({ id, handle, platform })),
    }
  },
})

function refuseProblem(answer: Extract<PlanAnswer, { problem: string }>): never {
  switch (answer.problem) {
    case 'unreadable':
      return refuse('plan_unreadable', { line: answer.line })
    case 'far_cell':
      return refuse('plan_far_cell', { cell: answer.cell, rows: PLAN_LINES, columns: PLAN_COLUMNS })
    case 'too_many_rows':
      return refuse('plan_too_many_lines', { limit: PLAN_LINES })
    case 'too_many_publications':
      return refuse('plan_too_many_rows', { limit: PLAN_ROWS })
    default:
      return refuse(`plan_${answer.problem}`, {})
  }
}

/** A platform's name alone means the unit's own institutional account; an executive account is called by its name. */
function rankOf(account: { unitId: string; kind: string }, unitId: string): number {
  return (account.unitId === unitId ? 0 : 2) + (account.kind === 'executive' ? 1 : 0)
}

function accountsFor(db: Db, personId: string, moment: Instant) {
  return db
    .select({
      id: accounts.id,
      unitId: accounts.unitId,
      kind: accounts.kind,
      platform: accounts.platform,
      handle: accounts.handle,
      displayName: accounts.displayName,
    })
    .from(accounts)
    .where(
      and(
        isNull(accounts.endedAt),
        or(eq(accounts.kind, 'institutional'), sql`${accounts.id} in ${circleAccountIds(personId, moment)}`),
      ),
    )
    .limit(1000)
}

/** Who may own a publication of the unit: who plans or drafts there. */
function ownersOf(db: Db, unitId: string) {
  return db
    .selectDistinct({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .innerJoin(roleGrants, eq(roleGrants.personId, people.id))
    .where(
      and(
        isNull(people.deactivatedAt),
        isNull(roleGrants.endedAt),
        sql`${roleGrants.role} in ('planner', 'contributor')`,
        or(isNull(roleGrants.unitId), eq(roleGrants.unitId, unitId)),
      ),
    )
    .limit(2000)
}

/** As many as the page offers. */
function publicsIn(db: Db) {
  return db
    .select({ id: publics.id, name: publics.name })
    .from(publics)
    .where(isNull(publics.endedAt))
    .orderBy(publics.name)
    .limit(200)
}

async function campaignNames(db: Db): Promise<Set<string>> {
  const rows = await db.select({ name: campaigns.name }).from(campaigns).limit(20_000)
  return new Set(rows.map((row) => row.name.toLowerCase()))
}
