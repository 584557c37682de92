import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { heeding } from '../../../client/shell/heed.ts'
import type { LiveChange } from '../../../client/shell/live-event.ts'
import type { MonthAnswer, MonthInput } from '../../../client/shell/month-answer.ts'
import type { ShownChange } from '../../../server/reading/changed-view.ts'

type Item = MonthAnswer['items'][number]

const item = (given: Partial<Item> = {}): Item => ({
  id: 'moved',
  title: 'Pengingat',
  objective: 'promote',
  unit: 0,
  owner: 1,
  campaign: null,
  accounts: [2],
  day: '2026-12-11',
  at: '2026-12-11T02:00:00.000Z',
  timeKind: 'exact',
  isExecutive: false,
  version: 1,
  timeVersion: 1,
  move: 'yes',
  moveEndsApproval: false,
  status: 'draft',
  blockers: 1,
  warnings: 0,
  only: null,
  ...given,
})

const there = { day: '2026-12-15', at: '2026-12-15T03:00:00.000Z', version: 2, timeVersion: 2 }

const answer = (given: Partial<MonthAnswer> = {}): MonthAnswer => ({
  moment: '2026-12-09T03:22:00.000Z',
  today: '2026-12-09',
  refs: ['unit', 'owner', 'account'],
  items: [item(), item({ id: 'other', day: '2026-12-14', at: '2026-12-14T03:00:00.000Z' })],
  cut: [],
  pauses: [],
  marks: [],
  agenda: [],
  embargoes: [],
  obligations: [],
  ...given,
})

const shownMove = (given: Partial<ShownChange> = {}): ShownChange => ({
  refs: ['account', 'unit', 'owner'],
  items: [item({ ...there, unit: 1, owner: 2, accounts: [0] })],
  days: [],
  asksOthers: false,
  ...given,
})

const change = (shown: ShownChange | null): LiveChange => ({
  kind: 'change',
  room: 'publications',
  id: 'moved',
  version: 2,
  leavesAsIs: false,
  by: null,
  shown,
  withinMilliseconds: 1_000,
})

/** An open calendar: what it reads is counted, and never comes from anywhere but here. */
function calendar(now: MonthAnswer, filter: MonthInput['filter'] = {}, readsBriefings = true) {
  const queryClient = new QueryClient()
  const input = { from: '2026-11-30', to: '2027-01-10', filter }
  const readings: Record<string, number> = {}
  const parts: MonthInput[] = []
  const observed = (door: string, asked: object, data: unknown) => {
    const queryKey = [['reading', door], { input: asked, type: 'query' }]
    queryClient.setQueryData(queryKey, data)
    const queryFn = async () => {
      readings[door] = (readings[door] ?? 0) + 1
      return data
    }
    const observer = new QueryObserver(queryClient, { queryKey, queryFn, staleTime: 30_000 })
    stops.push(observer.subscribe(() => undefined))
    return queryKey
  }
  const monthKey = observed('month', input, now)
  observed('frame', {}, {})
  observed('backlog', {}, { pages: [] })
  observed('upcoming', {}, {})
  const heed = heeding(queryClient, {
    mayPlan: (unitId) => unitId === 'elsewhere',
    readsBriefings: () => readsBriefings,
    readMonth: async (part) => {
      parts.push(part)
      return answer({ items: [item({ ...there, title: 'Dibaca' })] })
    },
  })
  const items = () => queryClient.getQueryData<MonthAnswer>(monthKey)?.items ?? []
  return { heed, items, readings, parts, queryClient, monthKey }
}

const stops: (() => void)[] = []
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  vi.useRealTimers()
})

test('a month is put right at once by what a change brings, and is not read again', async () => {
  const { heed, items, readings, parts } = calendar(answer())
  heed(change(shownMove()))
  expect(items().map(({ id, day, at }) => ({ id, day, at }))).toEqual([
    { id: 'other', day: '2026-12-14', at: '2026-12-14T03:00:00.000Z' },
    { id: 'moved', day: there.day, at: there.at },
  ])
  expect(items()[1]).toMatchObject({ unit: 0, owner: 1, accounts: [2], move: 'role' })
  await vi.advanceTimersByTimeAsync(130)
  expect(readings).toEqual({ upcoming: 1 })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(readings).toEqual({ upcoming: 1, frame: 1 })
  expect(parts).toEqual([])
})

test('the frame is read again by those for whom it may count something else', async () => {
  const { heed, readings } = calendar(answer(), {}, false)
  heed(change(shownMove()))
  await vi.advanceTimersByTimeAsync(1_200)
  expect(readings).toEqual({ upcoming: 1 })
  heed(change(shownMove({ asksOthers: true })))
  await vi.advanceTimersByTimeAsync(1_200)
  expect(readings).toEqual({ upcoming: 2, frame: 1 })
})

test('what a change does not bring is read again', async () => {
  const { heed, readings } = calendar(answer())
  heed(change(null))
  await vi.advanceTimersByTimeAsync(130)
  expect(readings).toEqual({ month: 1, frame: 1, backlog: 1, upcoming: 1 })
})

test('the days on which others may have changed are read again, and no others', async () => {
  const { heed, items, readings, parts } = calendar(answer())
  heed(change(shownMove({ days: ['2026-12-14', '2026-12-15', '2026-12-20'] })))
  heed(change(shownMove({ days: ['2026-12-15'] })))
  await vi.advanceTimersByTimeAsync(1_200)
  expect(parts.map(({ from, to }) => [from, to])).toEqual([
    ['2026-12-14', '2026-12-15'],
    ['2026-12-20', '2026-12-20'],
  ])
  expect(items().map(({ title }) => title)).toEqual(['Dibaca'])
  expect(readings.month).toBeUndefined()
})

test('what was put right while days were read is not undone by them', async () => {
  const { heed, items, parts, monthKey, queryClient } = calendar(answer())
  heed(change(shownMove({ days: ['2026-12-15'] })))
  const stop = queryClient.getQueryCache().subscribe(() => undefined)
  while (parts.length === 0) vi.advanceTimersByTime(10)
  queryClient.setQueryData<MonthAnswer>(
    monthKey,
    (now) => now && { ...now, items: [item({ title: 'Baru' })] },
  )
  await vi.advanceTimersByTimeAsync(0)
  expect(items().map(({ title }) => title)).toEqual(['Baru'])
  await vi.advanceTimersByTimeAsync(1_200)
  expect(parts).toHaveLength(2)
  stop()
})

test('under a filter only a reading tells whether it stays: its days are read at once', async () => {
  const { heed, items, parts } = calendar(answer(), { words: 'pengingat' })
  heed(change(shownMove()))
  expect(items().find(({ id }) => id === 'moved')?.day).toBe(there.day)
  await vi.advanceTimersByTimeAsync(130)
  expect(parts.map(({ from, to }) => [from, to])).toEqual([
    ['2026-12-11', '2026-12-11'],
    ['2026-12-15', '2026-12-15'],
  ])
})

test.each([
  ['an account that it left', answer({ refs: ['unit', 'owner', 'another account'] })],
  ['an embargo that was lifted', answer({ embargoes: [{ of: 'publication', id: 'moved' } as never] })],
  [
    'a day of more than are given',
    answer({ items: [], cut: [{ day: '2026-12-11', count: 60, promote: 3 }] }),
  ],
])('%s lets the month be read as a whole', async (_, now) => {
  const { heed, readings } = calendar(now)
  heed(change(shownMove()))
  await vi.advanceTimersByTimeAsync(130)
  expect(readings.month).toBe(1)
})

test('what leaves the days, or is cancelled, is gone', () => {
  const away = calendar(answer())
  away.heed(change(shownMove({ items: [item({ ...there, day: '2027-02-01' })] })))
  expect(away.items().map(({ id }) => id)).toEqual(['other'])
  const cancelled = calendar(answer())
  const asIs = shownMove().items[0] as Item
  cancelled.heed(change(shownMove({ items: [{ ...asIs, status: 'cancelled' }] })))
  expect(cancelled.items().map(({ id }) => id)).toEqual(['other'])
})

test('an older saying does not replace a newer one', () => {
  const { heed, items } = calendar(answer({ items: [item({ version: 3, title: 'Terbaru' })] }))
  heed(change(shownMove()))
  expect(items().map(({ title }) => title)).toEqual(['Terbaru'])
})
