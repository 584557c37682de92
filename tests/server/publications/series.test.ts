import { randomUUID } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accounts } from '../../../db/schema/accounts.ts'
import { agency as agencyTable } from '../../../db/schema/agency.ts'
import { authors, publications } from '../../../db/schema/publications.ts'
import type { ChangeOfMany } from '../../../domain/publications/input.ts'
import type { NotChanged } from '../../../domain/publications/refusals.ts'
import type { SeriesRule } from '../../../domain/publications/series-rule.ts'
import { inScope, type SeriesScope } from '../../../domain/publications/series-scope.ts'
import { changeMany } from '../../../server/publications/change-many.ts'
import { edit } from '../../../server/publications/edit.ts'
import { history } from '../../../server/publications/history.ts'
import { inSeries } from '../../../server/publications/in-series.ts'
import { leaveSeries } from '../../../server/publications/leave-series.ts'
import type { PublicationRow } from '../../../server/publications/lock.ts'
import { repeat } from '../../../server/publications/repeat.ts'
import { repeating } from '../../../server/reading/repeating.ts'
import { type ActingPerson, anAgency, type TestAgency } from '../../support/agency.ts'
import { aPublication, bring, eventsOf, refusalOf, rowOf, variantsOf } from './support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

const mondays = (count: number): SeriesRule => ({
  rhythm: { kind: 'weeks', interval: 1, weekdays: [1] },
  end: { kind: 'count', count },
})
const asked = ({ id, version, timeVersion }: PublicationRow, rule: SeriesRule) => ({
  publicationId: id,
  version,
  timeVersion,
  rule,
})
const again = (ids: readonly string[]) => Promise.all(ids.map((id) => rowOf(agency, id)))

/** A series of Mondays from 14 December 2026 on, in order. */
async function aSeries(count: number, given: Parameters<typeof aPublication>[1] = {}): Promise<string[]> {
  const source = await aPublication(agency, given)
  return (await agency.people.planner.call(repeat, asked(source, mondays(count)))).publicationIds
}

const alike = (given: Partial<Extract<ChangeOfMany, { kind: 'alike' }>>): ChangeOfMany => ({
  kind: 'alike',
  head: {},
  addAccountIds: [],
  removeAccountIds: [],
  ...given,
})

/** What the page sends: the members in scope, each with the versions that it shows. */
async function seen(person: ActingPerson, id: string, scope: SeriesScope) {
  const found = await person.look(inSeries, { publicationId: id })
  return inScope(found?.members ?? [], id, scope).map(({ id: publicationId, version, timeVersion }) => ({
    publicationId,
    version,
    timeVersion,
  }))
}

describe('repeating a publication', () => {
  test('gives each day a publication of its own, as the first was written', async () => {
    const source = await aPublication(agency, { time: { kind: 'exact', day: '2026-12-21', clock: '09:00' } })
    const before = await bring(agency, source, 'approved')
    const { planner } = agency.people
    const { publicationIds } = await planner.call(repeat, asked(before, mondays(3)))
    const rows = await again(publicationIds)
    expect(rows.map((row) => [row.plannedAt, row.state, row.version])).toEqual([
      ['2026-12-21T02:00:00.000Z', 'approved', 2],
      ['2026-12-28T02:00:00.000Z', 'draft', 1],
      ['2027-01-04T02:00:00.000Z', 'draft', 1],
    ])
    const [first, second] = rows
    expect(second).toMatchObject({ title: first?.title, mainText: first?.mainText, submissionId: null })
    expect(second?.contentHash).toBe(first?.contentHash)
    expect(new Set(rows.map((row) => row.seriesId)).size).toBe(1)
    expect((await variantsOf(agency, second?.id ?? '')).map((one) => one.accountId)).toEqual([
      agency.accounts.x,
    ])
    const events = await eventsOf(agency, source.id)
    expect(events.at(-1)).toMatchObject({ action: 'publications.repeated' })
    const found = await planner.look(inSeries, { publicationId: second?.id ?? '' })
    expect([found?.place, found?.members.length]).toEqual([2, 3])
  })

  test('refuses a second series, no day, too few and too many, and what was changed since it was seen', async () => {
    const { planner, secondPlanner, otherPlanner, contributor } = agency.people
    const [first = ''] = await aSeries(2)
    const codeOf = async (row: PublicationRow, rule: SeriesRule, person = planner) =>
      (await refusalOf(person.call(repeat, asked(row, rule)))).code
    expect(await codeOf(await rowOf(agency, first), mondays(2))).toBe('in_series')
    expect(await codeOf(await aPublication(agency, { time: { kind: 'none' } }), mondays(2))).toBe(
      'not_scheduled',
    )
    const single = await aPublication(agency)
    const { rhythm } = mondays(2)
    expect(await codeOf(single, { rhythm, end: { kind: 'day', day: '2026-12-20' } })).toBe('series_length')
    expect(await codeOf(single, { rhythm, end: { kind: 'day', day: '2036-12-20' } })).toBe('series_length')
    expect(await codeOf(single, mondays(2), otherPlanner)).toBe('not_found')
    expect(await codeOf(single, mondays(2), contributor)).toBe('not_allowed')
    await secondPlanner.call(edit, { publicationId: single.id, version: 1, changes: { title: 'Lain' } })
    expect(await codeOf(single, mondays(2))).toBe('conflict')
    expect(await codeOf(await bring(agency, await aPublication(agency), 'cancelled'), mondays(2))).toBe(
      'not_in_this_state',
    )
  })

  test('makes none where an account has ended, and says so', async () => {
    const source = await aPublication(agency)
    const end = (endedAt: string | null) =>
      agency.database.store.transaction((tx) =>
        tx.update(accounts).set({ endedAt }).where(eq(accounts.id, agency.accounts.x)),
      )
    await end(agency.now())
    try {
      const refused = await refusalOf(agency.people.planner.call(repeat, asked(source, mondays(3))))
      expect(refused.code).toBe('account_ended')
    } finally {
      await end(null)
    }
    expect(await rowOf(agency, source.id)).toEqual(source)
  })

  test('into a gap of the clock makes none and lists the day; the preview had said so', async () => {
    const setZone = (zone: string) =>
      agency.database.store.transaction((tx) =>
        tx.update(agencyTable).set({ zone }).where(eq(agencyTable.isDemo, false)),
      )
    await setZone('Australia/Sydney')
    try {
      const { planner } = agency.people
      const source = await aPublication(agency, {
        time: { kind: 'exact', day: '2027-09-26', clock: '02:30' },
      })
      const rule: SeriesRule = {
        rhythm: { kind: 'weeks', interval: 1, weekdays: [7] },
        end: { kind: 'count', count: 3 },
      }
      const preview = await planner.look(repeating, { publicationId: source.id, rule })
      expect(preview.days.map(({ day, isGap }) => [day, isGap])).toEqual([
        ['2027-09-26', false],
        ['2027-10-03', true],
        ['2027-10-10', false],
      ])
      const count = async () => (await agency.database.store.db.select().from(publications)).length
      const before = await count()
      expect(await refusalOf(planner.call(repeat, asked(source, rule)))).toEqual({
        code: 'series_not_made',
        data: {
          items: [
            {
              day: '2027-10-03',
              code: 'time_does_not_exist',
              data: { day: '2027-10-03', clock: '02:30', zone: 'Australia/Sydney' },
            },
          ],
        },
      })
      expect(await count()).toBe(before)
    } finally {
      await setZone('Asia/Jakarta')
    }
  })

  test('by two at once on two servers gives one series; under one key it happens once', async () => {
    const { planner, secondPlanner } = agency.people
    const source = await aPublication(agency)
    const both = await Promise.allSettled([
      planner.call(repeat, asked(source, mondays(3))),
      agency.onSecond(secondPlanner).call(repeat, asked(source, mondays(4))),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const other = await aPublication(agency)
    const key = randomUUID()
    const answers = await Promise.all([
      planner.call(repeat, asked(other, mondays(3)), key),
      agency.onSecond(planner).call(repeat, asked(other, mondays(3)), key),
    ])
    expect(answers[0]).toEqual(answers[1])
    const { seriesId } = await rowOf(agency, other.id)
    const members = await agency.database.store.db
      .select()
      .from(publications)
      .where(eq(publications.seriesId, seriesId ?? ''))
    expect(members).toHaveLength(3)
  })
})

describe('a change of this and later, or of all unposted', () => {
  test('writes head, accounts, weekday and clock of each, and never what is handed over or posted', async () => {
    const ids = await aSeries(5)
    const [posted = '', handedOver = '', third = ''] = ids
    await bring(agency, { id: posted }, 'published')
    await bring(agency, { id: handedOver }, 'handed_over')
    const untouched = await again([posted, handedOver])
    const { planner, secondPlanner } = agency.people
    const change = alike({
      head: { title: 'Kiat pekan ini', ownerId: secondPlanner.id },
      weekday: 3,
      clock: '10:30',
      addAccountIds: [agency.accounts.instagram],
      removeAccountIds: [agency.accounts.x],
    })
    const items = await seen(planner, third, 'all_unposted')
    expect(items.map((item) => item.publicationId)).toEqual(ids.slice(2))
    await planner.call(changeMany, { items, change, confirmsEndOfApproval: false })
    expect(await again([posted, handedOver])).toEqual(untouched)
    expect((await again(ids.slice(2))).map((row) => [row.title, row.plannedAt, row.accountIds])).toEqual(
      ['2026-12-30', '2027-01-06', '2027-01-13'].map((day) => [
        'Kiat pekan ini',
        `${day}T03:30:00.000Z`,
        [agency.accounts.instagram],
      ]),
    )
    const same = await planner.call(changeMany, {
      items: await seen(planner, third, 'all_unposted'),
      change,
      confirmsEndOfApproval: false,
    })
    expect(same).toEqual({ changed: [], unchanged: 3, endedApprovals: 0 })
  })

  test('asks first whose approvals end, then ends them; a title ends none', async () => {
    const ids = await aSeries(3)
    const [, second = ''] = ids
    await bring(agency, { id: second }, 'approved')
    const { planner, approver } = agency.people
    const send = async (change: ChangeOfMany, confirmsEndOfApproval = false) =>
      planner.call(changeMany, {
        items: await seen(planner, second, 'this_and_later'),
        change,
        confirmsEndOfApproval,
      })
    await send(alike({ head: { title: 'Judul baru' } }))
    expect((await rowOf(agency, second)).state).toBe('approved')
    const text = alike({ head: { mainText: 'Isi baru' } })
    expect(await refusalOf(send(text))).toEqual({
      code: 'many_end_approvals',
      data: { count: 1, decidedBy: [{ id: approver.id, name: approver.name }] },
    })
    expect((await rowOf(agency, second)).mainText).not.toBe('Isi baru')
    expect((await send(text, true)).endedApprovals).toBe(1)
    expect((await again(ids)).map((row) => [row.mainText === 'Isi baru', row.state])).toEqual([
      [false, 'draft'],
      [true, 'draft'],
      [true, 'draft'],
    ])
  })

  test('carries the authors of the words along: none of them approves their own', async () => {
    const [first = '', second = '', third = ''] = await aSeries(3)
    const { planner, secondPlanner } = agency.people
    const { version } = await rowOf(agency, first)
    const mainText = 'Kalimat dari perencana kedua'
    await secondPlanner.call(edit, { publicationId: first, version, changes: { mainText } })
    await planner.call(changeMany, {
      items: await seen(planner, second, 'this_and_later'),
      change: alike({ head: { mainText } }),
      confirmsEndOfApproval: false,
    })
    const found = await agency.database.store.db
      .select()
      .from(authors)
      .where(inArray(authors.publicationId, [second, third]))
    expect(found.map((one) => `${one.publicationId} ${one.personId}`).sort()).toEqual(
      [second, third].flatMap((id) => [planner, secondPlanner].map((person) => `${id} ${person.id}`)).sort(),
    )
  })

  test('by two at once on two servers: one wins whole, the other is told of each; other fields merge', async () => {
    const ids = await aSeries(5)
    const [, second = ''] = ids
    const { planner, secondPlanner } = agency.people
    const items = await seen(planner, second, 'this_and_later')
    const title = (words: string) => alike({ head: { title: words } })
    const outcomes = await Promise.allSettled([
      planner.call(changeMany, { items, change: title('Dari satu'), confirmsEndOfApproval: false }),
      agency.onSecond(secondPlanner).call(changeMany, {
        items: items.toReversed(),
        change: title('Dari dua'),
        confirmsEndOfApproval: false,
      }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = outcomes.find((outcome) => outcome.status === 'rejected')
    const told = lost?.reason.data.items as NotChanged[]
    expect(told.map((item) => item.code)).toEqual(items.map(() => 'conflict'))
    const won = outcomes[0]?.status === 'fulfilled' ? 'Dari satu' : 'Dari dua'
    expect((await again(ids)).map((row) => row.title)).toEqual([
      'Pendaftaran gelombang II dibuka',
      ...items.map(() => won),
    ])
    const ownerId = secondPlanner.id
    await planner.call(changeMany, {
      items,
      change: alike({ head: { ownerId } }),
      confirmsEndOfApproval: false,
    })
    expect((await again(ids.slice(1))).map((row) => [row.title, row.ownerId])).toEqual(
      items.map(() => [won, ownerId]),
    )
  })

  test('is refused whole where one of them was handed over meanwhile', async () => {
    const ids = await aSeries(3)
    const [first = '', , last = ''] = ids
    const { planner } = agency.people
    const items = await seen(planner, first, 'all_unposted')
    await bring(agency, { id: last }, 'handed_over')
    const refused = await refusalOf(
      planner.call(changeMany, {
        items,
        change: alike({ head: { title: 'Lain' } }),
        confirmsEndOfApproval: false,
      }),
    )
    expect(refused).toMatchObject({
      code: 'many_not_changed',
      data: { items: [{ publicationId: last, code: 'not_in_this_state' }] },
    })
    expect((await rowOf(agency, first)).title).not.toBe('Lain')
  })
})

describe('leaving a series', () => {
  test('takes this one alone; what is cancelled is no place in it', async () => {
    const ids = await aSeries(4)
    const [first = '', second = '', third = '', last = ''] = ids
    const { planner, otherPlanner } = agency.people
    expect((await refusalOf(otherPlanner.call(leaveSeries, { publicationId: second }))).code).toBe(
      'not_found',
    )
    await planner.call(leaveSeries, { publicationId: second })
    expect(await planner.look(inSeries, { publicationId: second })).toBeNull()
    expect((await refusalOf(planner.call(leaveSeries, { publicationId: second }))).code).toBe('not_in_series')
    const items = (await seen(planner, third, 'this_and_later')).slice(1)
    await planner.call(changeMany, { items, change: { kind: 'cancel' }, confirmsEndOfApproval: false })
    const found = await planner.look(inSeries, { publicationId: first })
    expect(found?.members.map((member) => member.id)).toEqual([first, third])
    expect((await rowOf(agency, last)).state).toBe('cancelled')
  })

  test('where all others were cancelled one stands in none, and can be repeated anew', async () => {
    const [first = '', second = ''] = await aSeries(2)
    const { planner } = agency.people
    const items = (await seen(planner, first, 'this_and_later')).slice(1)
    await planner.call(changeMany, { items, change: { kind: 'cancel' }, confirmsEndOfApproval: false })
    expect(await planner.look(inSeries, { publicationId: first })).toBeNull()
    expect((await refusalOf(planner.call(leaveSeries, { publicationId: first }))).code).toBe('not_in_series')
    await planner.call(repeat, asked(await rowOf(agency, first), mondays(3)))
    const found = await planner.look(inSeries, { publicationId: first })
    expect(found?.members).toHaveLength(3)
    expect(found?.members.map((member) => member.id)).not.toContain(second)
  })
})

describe('a series on an executive account', () => {
  test('is known to its circle alone: once the first is out, nobody else hears of the others', async () => {
    const ids = await aSeries(4, { accountIds: [agency.accounts.executive] })
    const [first = '', second = ''] = ids
    const { planner, reader, administrator } = agency.people
    for (const outsider of [reader, administrator]) {
      expect((await refusalOf(outsider.look(inSeries, { publicationId: first }))).code).toBe('not_found')
    }
    await agency.database.store.transaction((tx) =>
      tx
        .update(publications)
        .set({ state: 'published', restrictedAccountIds: [] })
        .where(eq(publications.id, first)),
    )
    for (const outsider of [reader, administrator]) {
      expect(await outsider.look(inSeries, { publicationId: first })).toBeNull()
      expect((await refusalOf(outsider.look(inSeries, { publicationId: second }))).code).toBe('not_found')
    }
    expect((await planner.look(inSeries, { publicationId: first }))?.members).toHaveLength(4)
    const toldTo = async (person: ActingPerson) =>
      (await person.look(history, { publicationId: first, cursor: null })).entries.map(
        (entry) => entry.action,
      )
    expect(await toldTo(planner)).toContain('publications.repeated')
    expect(await toldTo(reader)).toEqual(['publications.created'])
  })
})
