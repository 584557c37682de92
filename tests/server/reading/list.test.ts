import { afterAll, beforeAll, expect, test } from 'vitest'
import { backlogInput, listInput } from '../../../domain/reading/input.ts'
import { addMinutes } from '../../../domain/time.ts'
import { backlog } from '../../../server/reading/backlog.ts'
import { list } from '../../../server/reading/list.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { december, planned, plannedMany } from './support.ts'

let agency: TestAgency

beforeAll(async () => {
  agency = await anAgency()
  await plannedMany(
    agency,
    Array.from({ length: 90 }, (_, index) => ({
      title: `Publikasi ${index}`,
      // Many at the same instant, some tentative, some without an hour: only the whole order tells them apart.
      plannedAt:
        index % 7 === 0
          ? null
          : addMinutes('2026-12-10T01:00:00.000Z', 60 * (index % 5) + 1440 * (index % 3)),
      plannedDay: `2026-12-${10 + (index % 3)}`,
      timeKind:
        index % 7 === 0 ? ('open' as const) : index % 11 === 0 ? ('tentative' as const) : ('exact' as const),
      state: index % 4 === 0 ? ('approved' as const) : ('draft' as const),
      stepsRequired: 1,
      stepsDecided: index % 8 === 0 ? 1 : 0,
    })),
  )
})
afterAll(() => agency.drop())

const { parse } = listInput
const december2026 = { from: '2026-12-01', to: '2026-12-31' }

async function allPages(filter: object, size: number) {
  const found: string[] = []
  let cursor: string | null = null
  let pages = 0
  do {
    const page: Awaited<ReturnType<typeof list.run>> = await agency.people.planner.look(
      list,
      parse({ ...december2026, filter, size, cursor }),
    )
    expect(page.items.length).toBeLessThanOrEqual(size)
    found.push(...page.items.map((item) => item.id))
    cursor = page.next
    pages += 1
  } while (cursor !== null)
  return { found, pages }
}

test('pages put together give each publication once, in the order of the month', async () => {
  const month = (await december(agency.people.planner)).items.map((item) => item.id)
  for (const size of [1, 7, 45, 90, 100]) {
    const { found, pages } = await allPages({}, size)
    expect(found).toEqual(month)
    expect(pages).toBe(Math.ceil(90 / size))
  }
})

test('a filter that only the rule can tell keeps the same, page by page', async () => {
  for (const filter of [{ statuses: ['ready'] }, { statuses: ['approved'] }, { isNotReady: true }]) {
    const month = (await december(agency.people.planner, filter)).items.map((item) => item.id)
    expect(month.length).toBeGreaterThan(0)
    expect((await allPages(filter, 6)).found).toEqual(month)
  }
})

test('a list goes on where it stopped, though something came before it meanwhile', async () => {
  const first = await agency.people.planner.look(list, parse({ ...december2026, size: 10 }))
  const early = await planned(agency, { plannedAt: '2026-12-09T22:00:00.000Z', title: 'Datang kemudian' })
  const second = await agency.people.planner.look(
    list,
    parse({ ...december2026, size: 10, cursor: first.next }),
  )
  const ids = new Set(first.items.map((item) => item.id))
  expect(second.items.some((item) => ids.has(item.id) || item.id === early.id)).toBe(false)
})

test('a cursor that is none begins anew', async () => {
  const first = await agency.people.planner.look(list, parse({ ...december2026, size: 3 }))
  for (const cursor of ['x', 'W10', Buffer.from('["2026-12-10",1]').toString('base64url')]) {
    const again = await agency.people.planner.look(list, parse({ ...december2026, size: 3, cursor }))
    expect(again.items).toEqual(first.items)
  }
})

test('what has no day waits beside the calendar, the latest touched first, and is counted to a hundred', async () => {
  await plannedMany(
    agency,
    Array.from({ length: 105 }, (_, index) => ({
      plannedAt: null,
      accountIds: [],
      state: index === 0 ? ('cancelled' as const) : ('idea' as const),
      changedAt: addMinutes(STORY_MOMENT, -(index % 10)),
    })),
  )
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof backlog.run>> = await agency.people.planner.look(
      backlog,
      backlogInput.parse({ size: 20, cursor }),
    )
    expect(page).toMatchObject({ count: 100, isMore: true })
    seen.push(...page.items.map((item) => item.id))
    cursor = page.next
  } while (cursor !== null)
  expect(new Set(seen).size).toBe(104)
  expect(seen).toHaveLength(104)
})
