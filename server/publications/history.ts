import { and, desc, eq, inArray, lte, notInArray, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { publics } from '../../db/schema/agency.ts'
import { agendaEvents } from '../../db/schema/agenda.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { people } from '../../db/schema/people.ts'
import { publications } from '../../db/schema/publications.ts'
import { audit, revisions } from '../../db/schema/records.ts'
import { pageInput } from '../../domain/publications/input.ts'
import type { Instant } from '../../domain/time.ts'
import { circleAccountIds } from '../accounts/circle.ts'
import { placeIn } from '../infrastructure/keyset.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { gatherSaves, type HistoryRow, shortened } from './history-rows.ts'
import { momentAndSkip, pageOf } from './newest-first.ts'
import { visibleTo } from './visible.ts'

const PAGE = 30

/** The rooms whose acts are part of a publication's history. */
const rooms = ['publications', 'approvals', 'publishing', 'briefings']

/** Of a posted one on an executive account they would tell that others are planned. */
const seriesActions = ['publications.repeated', 'publications.left_series']

/** Whether the publication is on no executive account, or the person is in the circle of one of its accounts. */
function isInCircle(person: { id: string }, moment: Instant) {
  return sql<boolean>`(not ${publications.isExecutive} or ${publications.accountIds} && array${circleAccountIds(person.id, moment)})`
}

/**
 * What was done to a publication, newest first, with before and after of what was written. Saves that one person made in
 * a row are told as one. `names` says who or what the ids in it are.
 */
export const history = read({
  name: 'publications.history',
  right: 'institutional.read',
  input: pageInput,
  async run({ db, person, input, moment }) {
    const [seen] = await db
      .select({ hasCircle: isInCircle(person, moment) })
      .from(publications)
      .where(and(eq(publications.id, input.publicationId), visibleTo(person, moment)))
    if (!seen) return refuseMissing()
    const place = placeIn(input.cursor, momentAndSkip)
    const rows = await db
      .select({
        at: audit.at,
        action: audit.action,
        by: people.name,
        byId: audit.personId,
        data: audit.data,
        partId: revisions.partId,
        before: revisions.before,
        after: revisions.after,
        revisionId: audit.revisionId,
      })
      .from(audit)
      .leftJoin(revisions, eq(revisions.id, audit.revisionId))
      .leftJoin(people, eq(people.id, audit.personId))
      .where(
        and(
          inArray(audit.room, rooms),
          eq(audit.subjectId, input.publicationId),
          seen.hasCircle ? undefined : notInArray(audit.action, seriesActions),
          place === null ? undefined : lte(audit.at, place[0]),
        ),
      )
      .orderBy(desc(audit.at), desc(audit.position))
      .limit((place?.[1] ?? 0) + PAGE + 1)
    const page = pageOf(await withoutHiddenSources(db, rows.map(withSources), person, moment), place, PAGE)
    const entries = gatherSaves(page.rows).map(shortened)
    return { entries, names: await namesIn(db, entries), next: page.next }
  },
})

function withSources<Row extends Pick<HistoryRow, 'before'> & { revisionId: string | null }>({
  revisionId,
  ...row
}: Row) {
  const fields = revisionId === null ? [] : Object.keys(row.before ?? {})
  return { ...row, sources: Object.fromEntries(fields.map((field) => [field, revisionId ?? ''])) }
}

/** What a copy was made from is named to who may see that: of an executive plan not even the id. */
async function withoutHiddenSources<Row extends Pick<HistoryRow, 'data'>>(
  db: Db,
  rows: readonly Row[],
  person: { id: string },
  moment: Instant,
): Promise<Row[]> {
  const ids = rows.flatMap(({ data }) => (typeof data.fromId === 'string' ? [data.fromId] : []))
  if (ids.length === 0) return [...rows]
  const found = await db
    .select({ id: publications.id })
    .from(publications)
    .where(and(inArray(publications.id, ids), visibleTo(person, moment)))
  const seen = new Set(found.map((row) => row.id))
  return rows.map((row) => {
    const { fromId, ...data } = row.data
    return typeof fromId !== 'string' || seen.has(fromId) ? row : { ...row, data }
  })
}

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return id.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(idsIn)
}

async function namesIn(db: Db, entries: readonly HistoryRow[]): Promise<Record<string, string>> {
  const ids = [...new Set(entries.flatMap(({ data, before, after }) => idsIn([data, before, after])))]
  if (ids.length === 0) return {}
  const found = [
    await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids)),
    await db
      .select({ id: campaigns.id, name: campaigns.name })
      .from(campaigns)
      .where(inArray(campaigns.id, ids)),
    await db.select({ id: publics.id, name: publics.name }).from(publics).where(inArray(publics.id, ids)),
    await db
      .select({ id: agendaEvents.id, name: agendaEvents.name })
      .from(agendaEvents)
      .where(inArray(agendaEvents.id, ids)),
    await db
      .select({ id: accounts.id, name: accounts.handle })
      .from(accounts)
      .where(inArray(accounts.id, ids)),
  ]
  return Object.fromEntries(found.flat().map((row) => [row.id, row.name]))
}
