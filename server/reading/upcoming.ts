import { and, inArray, isNull, or } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '../../db/open.ts'
import { units } from '../../db/schema/agency.ts'
import { briefingVersions } from '../../db/schema/briefings.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { arrayText } from '../../db/wire-types.ts'
import { alignmentDueAt } from '../../domain/briefings/signing.ts'
import { newsBetween } from '../../domain/briefings/what-is-new.ts'
import { holds, holdsAnywhere } from '../../domain/permissions.ts'
import { alwaysAlignedClasses } from '../../domain/publications/objectives.ts'
import { statusOf } from '../../domain/publications/status.ts'
import { UPCOMING_DAYS, upcomingInput } from '../../domain/reading/upcoming-input.ts'
import { addDays, type Day, dayOf } from '../../domain/time.ts'
import { cursorOf, placeIn } from '../infrastructure/keyset.ts'
import { read } from '../infrastructure/read.ts'
import type { Person } from '../infrastructure/right.ts'
import { workingCalendar } from '../marks/calendar.ts'
import { onDuty } from '../people/on-duty.ts'
import { NO_HOUR, type UpcomingRow, upcomingRowFrom, upcomingStatement } from './upcoming-rows.ts'

/** Day, whether the time is not exact, instant, id: the order of the list. */
const place = z.tuple([z.iso.date(), z.boolean(), z.iso.datetime(), z.uuid()])

/** What goes out in the next two weeks, by day, and what of its briefings is unread or waits for the reader. */
export const upcoming = read({
  name: 'reading.upcoming',
  right: 'briefing.read',
  input: upcomingInput,
  async run({ db, store, person, input, moment, agency }) {
    const today = dayOf(moment, agency.zone)
    const [day, isLoose, at, id] = placeIn(input.cursor, place) ?? [null, null, null, null]
    const rows = await upcomingStatement.run(store, {
      person: person.id,
      moment,
      today,
      until: addDays(today, UPCOMING_DAYS),
      aligned: arrayText([...alwaysAlignedClasses, ...agency.alsoAlignedClasses]),
      reads: holdsAnywhere(person.grants, 'briefing.acknowledge'),
      signs: holdsAnywhere(person.grants, 'briefing.sign'),
      answers: arrayText(await unitsAnswered(db, person)),
      view: input.view,
      day,
      isLoose,
      at,
      id,
      limit: input.size + 1,
    })
    const found = rows.slice(0, input.size).flatMap((row) => upcomingRowFrom(row) ?? [])
    const last = rows.length > input.size ? found.at(-1) : undefined
    const news = await newsOf(db, found)
    const names = await campaignNames(db, found)
    const calendar = await workingCalendar(db, agency)
    const { graceMinutes, confirmMinutes } = agency
    const agents = await onDuty(db, 'agent', moment)
    return {
      moment,
      today,
      agentsOnShift: agents.length,
      leadsOnDuty: await onDuty(db, 'lead_agent', moment),
      counts: { unread: (rows[0]?.unread ?? 0) as number, mine: (rows[0]?.waiting ?? 0) as number },
      items: found.map((row) => ({
        id: row.id,
        title: row.title,
        objective: row.objective,
        day: row.plannedDay as Day,
        at: row.plannedAt,
        timeKind: row.timeKind,
        accountIds: row.accountIds,
        campaign: row.campaignId === null ? null : (names.get(row.campaignId) ?? null),
        isExecutive: row.isExecutive,
        isHeld: row.isHeld,
        // Nothing here tells ready from approved.
        status: statusOf({ ...row, graceMinutes, confirmMinutes, isReady: false }, moment),
        isRequired: row.isRequired,
        briefingVersion: row.briefingVersion,
        signedVersion: row.signedVersion,
        openQuestions: row.openQuestions,
        acknowledgedCount: row.acknowledgedCount,
        readNumber: row.readNumber,
        isUnread: row.isUnread,
        newCount: news.get(row.id) ?? null,
        waitsForSignature: row.waitsForSignature,
        waitsForAnswer: row.waitsForAnswer,
        dueAt: row.isRequired
          ? (alignmentDueAt(row.plannedAt, agency.alignmentLeadWorkingDays, calendar)?.at ?? null)
          : null,
      })),
      next:
        last === undefined
          ? null
          : cursorOf([last.plannedDay, last.timeKind !== 'exact', last.plannedAt ?? NO_HOUR, last.id]),
    }
  },
})

/** The units whose briefings' questions a person answers. */
async function unitsAnswered(db: Db, person: Person): Promise<string[]> {
  if (!holdsAnywhere(person.grants, 'briefing.answer')) return []
  const rows = await db.select({ id: units.id }).from(units).where(isNull(units.endedAt))
  return rows.map((row) => row.id).filter((unitId) => holds(person.grants, 'briefing.answer', unitId))
}

/** Publication -> how many things are new since the version the reader confirmed. */
async function newsOf(db: Db, rows: readonly UpcomingRow[]): Promise<Map<string, number>> {
  const stale = rows.flatMap(({ id, briefingId, readNumber, briefingVersion }) =>
    briefingId && readNumber && briefingVersion && readNumber < briefingVersion
      ? [{ id, briefingId, readNumber, briefingVersion }]
      : [],
  )
  if (stale.length === 0) return new Map()
  const versions = await db
    .select({
      briefingId: briefingVersions.briefingId,
      number: briefingVersions.number,
      content: briefingVersions.content,
    })
    .from(briefingVersions)
    .where(
      or(
        ...stale.map((row) =>
          and(
            inArray(briefingVersions.briefingId, [row.briefingId]),
            inArray(briefingVersions.number, [row.readNumber, row.briefingVersion]),
          ),
        ),
      ),
    )
  const contentOf = (briefingId: string, number: number) =>
    versions.find((one) => one.briefingId === briefingId && one.number === number)?.content
  return new Map(
    stale.flatMap((row) => {
      const before = contentOf(row.briefingId, row.readNumber)
      const after = contentOf(row.briefingId, row.briefingVersion)
      return before && after ? [[row.id, newsBetween(before, after).count] as const] : []
    }),
  )
}

async function campaignNames(db: Db, rows: readonly UpcomingRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => row.campaignId ?? []))]
  if (ids.length === 0) return new Map()
  const found = await db
    .select({ id: campaigns.id, name: campaigns.name })
    .from(campaigns)
    .where(inArray(campaigns.id, ids))
  return new Map(found.map((row) => [row.id, row.name]))
}
