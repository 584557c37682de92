import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asked, callerQuestions, copies, entries } from '../../../db/schema/answers.ts'
import { duty } from '../../../db/schema/people.ts'
import { type publications, variants } from '../../../db/schema/publications.ts'
import { SIMILAR_LEAST } from '../../../domain/reading/desk-load.ts'
import { addHours, addMinutes, dayOf } from '../../../domain/time.ts'
import { deskLoad } from '../../../server/reading/desk-load.ts'
import { type ActingPerson, anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { plannedMany } from './support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

const FRIDAY = { from: '2026-12-11', to: '2026-12-11' }
const hoursFor = async (person: ActingPerson, days = FRIDAY) => {
  const { hours, basedOn } = await person.look(deskLoad, days)
  return { basedOn, hours: hours.map(({ at, questions, agents }) => [at.slice(11, 16), questions, agents]) }
}

/** Posts of one class that went out on these days at ten, each with an answer that callers asked for. */
async function posted(days: readonly number[], given: Partial<typeof publications.$inferInsert> = {}) {
  const rows = await plannedMany(
    agency,
    days.map((ago) => {
      const plannedAt = addHours(STORY_MOMENT, -24 * ago)
      return { plannedAt, handedOverAt: plannedAt, state: 'published', postedCount: 1, ...given } as const
    }),
  )
  const { agent, planner } = agency.people
  await agency.database.store.transaction(async (tx) => {
    for (const row of rows) {
      const at = row.plannedAt ?? ''
      await tx
        .update(variants)
        .set({ outcome: 'posted', outcomeAt: at })
        .where(eq(variants.publicationId, row.id))
      const [entry] = await tx
        .insert(entries)
        .values({
          unitId: agency.unit,
          question: 'Kapan pendaftaran?',
          answer: 'Senin.',
          notToSay: '',
          source: '',
          wordingHash: 'a',
          publicationId: row.id,
          questionTerms: '',
          answerTerms: '',
          createdBy: planner.id,
          createdAt: STORY_MOMENT,
          changedAt: STORY_MOMENT,
          version: 1,
        })
        .returning({ id: entries.id })
      const entryId = entry?.id ?? ''
      const ask = (minutes: number) => {
        const on = addMinutes(at, minutes)
        return { entryId, day: dayOf(on, 'Asia/Jakarta'), personId: agent.id, at: on }
      }
      // Before it was out, six in its first hour, two in its second, and one past the day that is followed.
      await tx.insert(asked).values([-1, 0, 5, 10, 20, 40, 59, 60, 119, 24 * 60].map(ask))
      // Of those six, four were copied too; three more are copies alone, in the third hour.
      const copied = [1, 6, 11, 21, 120, 121, 122].map((minutes) => {
        const { at: on, personId } = ask(minutes)
        return { entryId, wordingHash: 'a', form: 'voice' as const, personId, at: on }
      })
      await tx.insert(copies).values(copied)
      await tx.insert(callerQuestions).values({
        text: 'Apakah gratis?',
        kind: 'question',
        count: 4,
        loggedBy: agent.id,
        loggedAt: addMinutes(at, 30),
        dueAt: STORY_MOMENT,
        entryId,
        version: 1,
      })
    }
  })
  return rows
}

test('there is no shade before enough posts alike went out with an answer, a day ago at least', async () => {
  const { planner } = agency.people
  await plannedMany(agency, [{ plannedAt: '2026-12-11T02:00:00.000Z' }])
  await posted(Array.from({ length: SIMILAR_LEAST - 1 }, (_, index) => index + 2))
  const nothing = { hours: [], basedOn: 0 }
  expect(await hoursFor(planner)).toEqual(nothing)

  // None of these is one more: not followed to its end, too old, of another class, of the other objective, not out.
  await posted([0.5])
  await posted([181])
  await posted([3], { subjectClass: 'event' })
  await posted([3], { objective: 'protect' })
  await posted([3], { postedCount: 0, withdrawnCount: 1 })
  expect(await hoursFor(planner)).toEqual(nothing)
})

test('what posts alike brought stands at the planned times, hour by hour, beside the agents on duty', async () => {
  const { planner, agent, leadAgent } = agency.people
  await posted([100])
  // Ten in the first hour (six asked, four logged), two in the second, three copied in the third; both agents hold the role.
  const one = [
    ['02:00', 10, 2],
    ['03:00', 2, 2],
    ['04:00', 3, 2],
  ]
  expect(await hoursFor(planner)).toEqual({ basedOn: SIMILAR_LEAST, hours: one })

  await plannedMany(agency, [
    { plannedAt: '2026-12-11T02:30:00.000Z' },
    { plannedAt: '2026-12-11T02:00:00.000Z', state: 'cancelled' },
    { plannedAt: '2026-12-11T02:00:00.000Z', state: 'idea' },
    { plannedAt: '2026-12-11T02:00:00.000Z', timeKind: 'tentative' },
    { plannedAt: '2026-12-11T02:00:00.000Z', subjectClass: 'greeting' },
    { plannedAt: '2026-12-10T16:00:00.000Z' },
  ])
  await agency.database.store.transaction(async (tx) => {
    const set = { setBy: planner.id, setAt: STORY_MOMENT }
    await tx.insert(duty).values([
      {
        ...set,
        personId: agent.id,
        role: 'agent',
        startsAt: '2026-12-11T01:00:00.000Z',
        endsAt: '2026-12-11T04:00:00.000Z',
      },
      {
        ...set,
        personId: agent.id,
        role: 'agent',
        startsAt: '2026-12-12T01:00:00.000Z',
        endsAt: '2026-12-12T04:00:00.000Z',
      },
      {
        ...set,
        personId: leadAgent.id,
        role: 'lead_agent',
        startsAt: '2026-12-11T03:00:00.000Z',
        endsAt: '2026-12-12T00:00:00.000Z',
      },
    ])
  })
  expect(await hoursFor(planner)).toEqual({
    basedOn: SIMILAR_LEAST,
    hours: [
      // What goes out at 23.00 the evening before; nobody is on duty that night.
      ['17:00', 2, 0],
      ['18:00', 3, 0],
      // Two at 09.00 and 09.30.
      ['02:00', 15, 1],
      ['03:00', 8, 2],
      ['04:00', 6, 1],
      ['05:00', 2, 1],
    ],
  })
})

test('nobody outside its circle learns from the shade that a leader’s account has a plan', async () => {
  const outside = [agency.people.otherPlanner, agency.people.reader, agency.people.administrator]
  const seen = async (people: ActingPerson[]) =>
    JSON.stringify(await Promise.all(people.map((person) => person.look(deskLoad, FRIDAY))))
  const before = await seen(outside)
  const own = await seen([agency.people.planner])
  await plannedMany(
    agency,
    Array.from({ length: 3 }, () => ({
      plannedAt: '2026-12-11T08:00:00.000Z',
      accountIds: [agency.accounts.executive],
    })),
  )
  expect(await seen(outside)).toBe(before)
  expect(await seen([agency.people.planner])).not.toBe(own)
})
