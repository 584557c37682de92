import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { marks } from '../../../db/schema/marks.ts'
import { addPauseInput, listMarksInput } from '../../../domain/marks/input.ts'
import { addWorkingDays } from '../../../domain/marks/working-time.ts'
import { readAgency } from '../../../server/infrastructure/command.ts'
import { addPause } from '../../../server/marks/add-pause.ts'
import { workingCalendar } from '../../../server/marks/calendar.ts'
import { endPause } from '../../../server/marks/end-pause.ts'
import { importHolidays } from '../../../server/marks/import-holidays.ts'
import {
  addImportantDay,
  changeImportantDay,
  removeImportantDay,
} from '../../../server/marks/important-days.ts'
import { list } from '../../../server/marks/list.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
  await scene.world.store.transaction(importHolidays)
})
afterAll(() => scene.drop())

const aPause = (fields: object = {}) =>
  addPauseInput.parse({
    kind: 'election_quiet',
    name: 'Masa tenang: pemungutan suara ulang',
    stops: 'promotional',
    scope: 'agency',
    time: { in: 'days', firstDay: '2026-12-14', lastDay: '2026-12-16' },
    ...fields,
  })

test('holidays come from the decrees, each with its source, and coming twice adds nothing', async () => {
  const before = await scene.world.store.db.$count(marks)
  await scene.world.store.transaction(importHolidays)
  expect(await scene.world.store.db.$count(marks)).toBe(before)
  const [newYear] = await scene.world.store.db.select().from(marks).where(eq(marks.day, '2026-01-01'))
  expect(newYear).toMatchObject({ kind: 'national' })
  expect(newYear?.source).toContain('SKB 3 Menteri')
})

test('a year without a decree says so', async () => {
  const seen = await scene.people.reader.look(list, { fromYear: 2026, toYear: 2027 })
  expect(seen.years).toEqual([
    { year: 2026, hasDecree: true },
    { year: 2027, hasDecree: false },
  ])
})

test('a span of years that is too long or turned round is refused', () => {
  expect(listMarksInput.safeParse({ fromYear: 2026, toYear: 2025 }).success).toBe(false)
  expect(listMarksInput.safeParse({ fromYear: 2000, toYear: 2100 }).success).toBe(false)
})

test('the working calendar leaves out weekends, holidays and joint leave', async () => {
  const { db } = scene.world.store
  const calendar = await workingCalendar(db, await readAgency(db))
  const christmasEve = '2026-12-23T09:00:00.000Z'
  const result = addWorkingDays(christmasEve, 1, calendar)
  expect(calendar.holidays.has('2026-12-25')).toBe(true)
  expect(result.yearsUnknown).toEqual([])
  expect(result.at > '2026-12-25').toBe(true)
})

test('a pause given in days shows as coming, then ends early once', async () => {
  const { administrator, planner } = scene.people
  const { id } = await administrator.call(addPause, aPause())
  const seen = await planner.look(list, { fromYear: 2026, toYear: 2026 })
  expect(seen.mayManage).toBe(false)
  expect(seen.pauses.find((pause) => pause.id === id)).toMatchObject({
    when: 'coming',
    addedBy: 'Andi Tenri',
  })
  await administrator.call(endPause, { pauseId: id })
  const after = await planner.look(list, { fromYear: 2026, toYear: 2026 })
  expect(after.pauses.find((pause) => pause.id === id)?.when).toBe('over')
  await expect(administrator.call(endPause, { pauseId: id })).rejects.toMatchObject({ code: 'pause_ended' })
})

test('a pause between two instants runs from the first until the last', async () => {
  const { administrator } = scene.people
  const time = { in: 'instants', startsAt: STORY_MOMENT, endsAt: '2026-12-10T00:00:00.000Z' }
  const { id } = await administrator.call(addPause, aPause({ kind: 'crisis', stops: 'everything', time }))
  const when = async () =>
    (await administrator.look(list, { fromYear: 2026, toYear: 2026 })).pauses.find((pause) => pause.id === id)
      ?.when
  expect(await when()).toBe('running')
  scene.at('2026-12-10T00:00:00.000Z')
  expect(await when()).toBe('over')
  scene.at(STORY_MOMENT)
})

test('a pause of units or accounts names those that exist', async () => {
  const { administrator } = scene.people
  expect(addPauseInput.safeParse({ ...aPause(), scope: 'units' }).success).toBe(false)
  expect(addPauseInput.safeParse({ ...aPause(), scope: 'accounts' }).success).toBe(false)
  await administrator.call(addPause, aPause({ scope: 'units', unitIds: [scene.unit] }))
  await expect(
    administrator.call(addPause, aPause({ scope: 'units', unitIds: [scene.accounts.x] })),
  ).rejects.toMatchObject({ code: 'not_found' })
})

test('a pause that ends before it begins, or on a day that is none, is refused', () => {
  const days = (firstDay: string, lastDay: string) =>
    addPauseInput.safeParse({ ...aPause(), time: { in: 'days', firstDay, lastDay } }).success
  expect(days('2026-12-16', '2026-12-14')).toBe(false)
  expect(days('2027-02-27', '2027-02-30')).toBe(false)
  expect(days('2026-12-14', '2026-12-14')).toBe(true)
})

test('nobody but an administrator adds or ends a pause', async () => {
  const { planner, approver, leadAgent } = scene.people
  const { id } = await scene.people.administrator.call(addPause, aPause())
  for (const person of [planner, approver, leadAgent]) {
    await expect(person.call(addPause, aPause())).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(person.call(endPause, { pauseId: id })).rejects.toMatchObject({ code: 'not_allowed' })
  }
})

test('an important day is kept by the administrator, shown on its day, and is no day off', async () => {
  const { administrator, planner } = scene.people
  // A Thursday.
  const given = { day: '2026-11-12', name: 'Hari Kesehatan Nasional', source: 'Keppres contoh' }
  const before = await workingCalendar(scene.world.store.db, await readAgency(scene.world.store.db))
  const { id } = await administrator.call(addImportantDay, given)
  const calendar = await workingCalendar(scene.world.store.db, await readAgency(scene.world.store.db))
  expect(calendar.holidays).toEqual(before.holidays)
  expect(calendar.yearsKnown).toEqual(before.yearsKnown)
  const year = listMarksInput.parse({ fromYear: 2026, toYear: 2026 })
  const shown = async () =>
    (await planner.look(list, year)).days.filter((day) => day.kind === 'important_day')
  expect(await shown()).toEqual([{ id, kind: 'important_day', ...given }])

  await expect(administrator.call(addImportantDay, given)).rejects.toMatchObject({
    code: 'important_day_exists',
  })
  await expect(planner.call(addImportantDay, given)).rejects.toMatchObject({ code: 'not_allowed' })
  const changed = { ...given, day: '2026-11-13' }
  await administrator.call(changeImportantDay, { id, seen: given, ...changed })
  await expect(administrator.call(changeImportantDay, { id, seen: given, ...given })).rejects.toMatchObject({
    code: 'important_day_changed',
  })
  expect(await shown()).toEqual([{ id, kind: 'important_day', ...changed }])
  await administrator.call(removeImportantDay, { id })
  expect(await shown()).toEqual([])
})

test('a day by decree is not taken away as an important day', async () => {
  const [newYear] = await scene.world.store.db.select().from(marks).where(eq(marks.day, '2026-01-01'))
  await expect(
    scene.people.administrator.call(removeImportantDay, { id: newYear?.id ?? '' }),
  ).rejects.toMatchObject({ code: 'not_found' })
})
