import { afterAll, beforeAll, expect, test } from 'vitest'
import { yearInput } from '../../../domain/reading/input.ts'
import { year } from '../../../server/reading/year.ts'
import { type ActingPerson, anAgency, type TestAgency } from '../../support/agency.ts'
import { plannedMany } from './support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
  const on = (plannedAt: string, given: object = {}) => ({ plannedAt, ...given })
  await plannedMany(agency, [
    on('2025-12-31T03:00:00.000Z'),
    on('2026-01-01T03:00:00.000Z', { objective: 'protect' }),
    on('2026-12-06T16:30:00.000Z'),
    on('2026-12-06T17:30:00.000Z', { objective: 'protect' }),
    on('2026-12-11T02:00:00.000Z'),
    on('2026-12-12T02:00:00.000Z', { state: 'cancelled' }),
    on('2027-01-03T02:00:00.000Z'),
    on('2026-12-11T02:00:00.000Z', { accountIds: [agency.accounts.executive] }),
  ])
})
afterAll(() => agency.drop())

const weeksOf = async (person: ActingPerson, filter: object = {}) => {
  const answer = await person.look(year, yearInput.parse({ year: 2026, filter }))
  const filled = answer.weeks.filter(({ promote, protect }) => promote + protect > 0)
  return { ...answer, filled: filled.map((week) => [week.monday, week.promote, week.protect]) }
}

test('a year counts whole weeks from Monday in the zone of the agency, and sums its own days', async () => {
  const answer = await weeksOf(agency.people.reader)
  expect(answer.weeks).toHaveLength(53)
  expect(answer.weeks[0]?.monday).toBe('2025-12-29')
  expect(answer.filled).toEqual([
    ['2025-12-29', 1, 1],
    ['2026-11-30', 1, 0],
    ['2026-12-07', 1, 1],
    ['2026-12-28', 1, 0],
  ])
  expect(answer.sum).toEqual({ promote: 2, protect: 2 })
  expect(answer.isWhole).toBe(true)
})

test('counts of an executive account are for its circle alone', async () => {
  const week = async (person: ActingPerson) =>
    (await weeksOf(person)).filled.find(([monday]) => monday === '2026-12-07')
  expect(await week(agency.people.planner)).toEqual(['2026-12-07', 2, 1])
  expect(await week(agency.people.otherPlanner)).toEqual(['2026-12-07', 1, 1])
  expect(await week(agency.people.administrator)).toEqual(['2026-12-07', 1, 1])
})

test('the filter narrows it; what only the rules can tell says that it does not', async () => {
  const protect = await weeksOf(agency.people.reader, { objective: 'protect' })
  expect(protect.filled).toEqual([
    ['2025-12-29', 0, 1],
    ['2026-12-07', 0, 1],
  ])
  expect((await weeksOf(agency.people.reader, { isNotReady: true })).isWhole).toBe(false)
})
