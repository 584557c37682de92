import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issues, obligations } from '../../../db/schema/issues.ts'
import { marks, pauses } from '../../../db/schema/marks.ts'
import { duty } from '../../../db/schema/people.ts'
import { holds, pauseExceptions } from '../../../db/schema/publications.ts'
import { publicationStates } from '../../../domain/publications/states.ts'
import { publicationStatuses } from '../../../domain/publications/status.ts'
import { monthInput } from '../../../domain/reading/input.ts'
import { addMinutes, dayOf } from '../../../domain/time.ts'
import { onDuty } from '../../../server/people/on-duty.ts'
import { factsOnce } from '../../../server/reading/facts-once.ts'
import { readiness } from '../../../server/reading/readiness.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { december, planned, plannedMany } from './support.ts'

let agency: TestAgency

beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

async function empty(): Promise<void> {
  const everything = ['variants', 'holds', 'pause_exceptions', 'publications', 'pauses', 'marks', 'duty']
  await agency.database.store.transaction(async (_tx, statement) => {
    for (const table of everything) await statement(`delete from ${table}`)
  })
}

const byId = (answer: Awaited<ReturnType<typeof december>>) =>
  new Map(answer.items.map((item) => [item.id, item]))

/** A generator that gives the same sequence for the same seed. */
function sequence(seed: number) {
  let state = seed
  const next = (below: number) => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return Math.floor((state / 4294967296) * below)
  }
  return { next, one: <T>(choices: readonly T[]): T => choices[next(choices.length)] as T }
}

/** Publications in every state with every fact that judgement asks, around the story's moment. */
function varied(count: number, seed: number) {
  const { next, one } = sequence(seed)
  const { x, instagram, otherFacebook } = agency.accounts
  return Array.from({ length: count }, () => {
    const state = one(publicationStates)
    const timeKind = one(['exact', 'exact', 'exact', 'tentative', 'open'] as const)
    const at = addMinutes(STORY_MOMENT, next(60 * 24 * 8) - 60 * 24 * 2)
    const accountIds = one([[x], [instagram], [x, instagram], [otherFacebook], [x, otherFacebook]])
    const isOut = state === 'published'
    const posted = isOut ? next(accountIds.length + 1) : 0
    return {
      state,
      timeKind,
      plannedAt: timeKind === 'open' ? null : at,
      plannedDay: dayOf(at, 'Asia/Jakarta'),
      accountIds,
      unitId: one([agency.unit, agency.otherUnit]),
      objective: one(['promote', 'protect'] as const),
      subjectClass: one([null, 'service_change', 'information', 'greeting']),
      stepsRequired: one([0, 1, 2]),
      stepsDecided: one([0, 1, 2]),
      briefingVersion: one([null, 1, 2]),
      signedVersion: one([null, 1, 2]),
      openQuestions: one([0, 0, 2]),
      questionsAfterSignature: one([0, 0, 1]),
      acknowledgedCount: next(3),
      blockingFindings: next(accountIds.length + 1),
      isHeld: one([false, false, false, true]),
      handedOverAt:
        isOut || (state === 'approved' && next(2) === 0) ? addMinutes(STORY_MOMENT, -next(40)) : null,
      postedCount: posted,
      withdrawnCount: isOut ? accountIds.length - posted : 0,
    }
  })
}

describe('what a month says of each publication', () => {
  test('is what its own page says at the same moment: as many blockers, as many warnings, the same word', async () => {
    await empty()
    const rows = await plannedMany(agency, varied(120, 7))
    await agency.database.store.transaction(async (tx) => {
      const [quiet] = await tx
        .insert(pauses)
        .values({
          kind: 'election_quiet',
          name: 'Masa tenang',
          stops: 'promotional',
          scope: 'agency',
          unitIds: [],
          accountIds: [],
          firstDay: '2026-12-10',
          lastDay: '2026-12-12',
          addedBy: agency.people.administrator.id,
          addedAt: STORY_MOMENT,
          version: 1,
        })
        .returning()
      const excepted = rows.filter((row) => row.plannedAt !== null).slice(0, 30)
      await tx.insert(pauseExceptions).values(
        excepted.map((row) => ({
          pauseId: quiet?.id ?? '',
          publicationId: row.id,
          reason: 'pengumuman resmi',
          grantedBy: agency.people.approver.id,
          grantedAt: STORY_MOMENT,
        })),
      )
    })
    const { planner } = agency.people
    const shown = byId(await december(planner, { statuses: [...publicationStatuses] }))
    expect(shown.size).toBe(120)
    let blocked = 0
    for (const row of rows) {
      const page = await planner.look(readiness, { publicationId: row.id })
      // The page names holds one by one; these rows have none in the table of holds.
      const held = row.isHeld && page.blockers.length > 0 ? 1 : 0
      const count = (severity: string) => page.blockers.filter((one) => one.severity === severity).length
      const item = shown.get(row.id)
      expect({ ...item, id: row.id }).toMatchObject({ warnings: count('warning') })
      if (page.blockers.length > 0) expect(item?.blockers).toBe(count('blocker') + held)
      else expect([0, 1]).toContain(item?.blockers)
      if (!row.isHeld) expect(item?.status).toBe(page.status)
      blocked += item?.blockers ?? 0
    }
    expect(blocked).toBeGreaterThan(100)
  })

  test('counts each issue that holds it back, as the page of the publication names them', async () => {
    await empty()
    const { store } = agency.database
    const { id: held } = await planned(agency, { title: 'Ditahan dua isu', isHeld: true })
    const { id: one } = await planned(agency, { title: 'Ditahan satu isu', isHeld: true })
    const { planner } = agency.people
    const anIssue = {
      ...{ title: 'Pungutan', content: '', context: '', publicInterest: '', links: '' },
      ...{ ownerId: planner.id, level: 'issue' as const, isHarmful: false },
      ...{ recordedBy: planner.id, recordedAt: STORY_MOMENT, version: 1 },
    }
    await store.transaction(async (tx) => {
      const [first, second] = await tx.insert(issues).values([anIssue, anIssue]).returning()
      const hold = (publicationId: string, issueId = '', isLifted = false) => ({
        ...{ publicationId, issueId, heldBy: planner.id, heldAt: STORY_MOMENT },
        ...(isLifted && { liftedAt: STORY_MOMENT, liftedBy: planner.id }),
      })
      await tx
        .insert(holds)
        .values([
          hold(held, first?.id),
          hold(held, second?.id),
          hold(one, first?.id),
          hold(one, second?.id, true),
        ])
    })
    const { items } = await december(agency.people.planner)
    for (const publicationId of [held, one]) {
      const page = await agency.people.planner.look(readiness, { publicationId })
      const item = items.find(({ id }) => id === publicationId)
      expect(item?.blockers).toBe(page.blockers.filter(({ severity }) => severity === 'blocker').length)
    }
    const [twice, once] = [held, one].map((id) => items.find((item) => item.id === id)?.blockers ?? 0)
    expect(twice).toBe((once ?? 0) + 1)
  })

  test('does not change with the filter: who is near is near, shown or not', async () => {
    await empty()
    await planned(agency, { title: 'Yang satu', objective: 'promote' })
    await planned(agency, { title: 'Yang lain', objective: 'protect', plannedAt: '2026-12-11T02:30:00.000Z' })
    const { planner } = agency.people
    const all = await december(planner)
    const [one] = all.items.filter((item) => item.title === 'Yang satu')
    const narrowed = await december(planner, { objective: 'promote' })
    expect(narrowed.items).toHaveLength(1)
    expect(narrowed.items[0]?.warnings).toBe(one?.warnings)
    expect(one?.warnings).toBeGreaterThan(1)
  })

  test('counts as agents on shift whom the roster names', async () => {
    await empty()
    const { store } = agency.database
    const days = { from: '2026-12-09', to: '2026-12-09' }
    const zone = { zone: 'Asia/Jakarta' }
    const counted = async () => (await factsOnce(store, days, zone, STORY_MOMENT)).agentsOnShift
    const extra = await agency.addPerson('Made Suastika', 'agent', null)
    expect(await counted()).toBe((await onDuty(store.db, 'agent', STORY_MOMENT)).length)
    const shift = (personId: string, from: number, until: number) =>
      store.transaction((tx) =>
        tx.insert(duty).values({
          personId,
          role: 'agent',
          startsAt: addMinutes(STORY_MOMENT, from),
          endsAt: addMinutes(STORY_MOMENT, until),
          setBy: agency.people.privateOffice.id,
          setAt: STORY_MOMENT,
        }),
      )
    await shift(extra.id, 60, 120)
    expect(await counted()).toBe((await onDuty(store.db, 'agent', STORY_MOMENT)).length)
    expect(await counted()).toBe(0)
    await shift(agency.people.agent.id, -60, 60)
    expect(await counted()).toBe((await onDuty(store.db, 'agent', STORY_MOMENT)).length)
    expect(await counted()).toBe(1)
  })
})

describe('a filter by status', () => {
  test('keeps exactly what is shown with that word', async () => {
    await empty()
    await plannedMany(agency, varied(200, 3))
    const { planner } = agency.people
    const all = await december(planner, { statuses: [...publicationStatuses] })
    expect(new Set(all.items.map((item) => item.status)).size).toBeGreaterThan(8)
    for (const status of publicationStatuses) {
      const kept = await december(planner, { statuses: [status] })
      const wanted = all.items.filter((item) => item.status === status).map((item) => item.id)
      expect(kept.items.map((item) => item.id).sort()).toEqual(wanted.sort())
    }
  })

  test('leaves out what is cancelled where nobody asked for it', async () => {
    const shown = await december(agency.people.planner)
    expect(shown.items.some((item) => item.status === 'cancelled')).toBe(false)
    const all = await december(agency.people.planner, { statuses: [...publicationStatuses] })
    expect(shown.items.length).toBe(all.items.filter((item) => item.status !== 'cancelled').length)
  })

  test('for what is not ready keeps what is ahead and blocked', async () => {
    const all = await december(agency.people.planner)
    const kept = await december(agency.people.planner, { isNotReady: true })
    const isAhead = (status: string) =>
      ['draft', 'in_review', 'approved', 'held', 'overdue', 'ready'].includes(status)
    const ids = new Set(kept.items.map((item) => item.id))
    expect(kept.items.every((item) => isAhead(item.status) && item.blockers > 0)).toBe(true)
    const left = all.items.filter((item) => isAhead(item.status) && item.blockers > 0 && !ids.has(item.id))
    expect(left).toEqual([])
    expect(ids.size).toBeGreaterThan(0)
  })
})

describe('the other filters', () => {
  test.each([
    ['an account', () => ({ accountIds: [agency.accounts.otherFacebook] }), 1],
    ['a unit', () => ({ unitIds: [agency.otherUnit] }), 1],
    ['an objective', () => ({ objective: 'protect' }), 1],
    ['an owner', () => ({ ownerIds: [agency.people.otherPlanner.id] }), 1],
    ['a platform', () => ({ platforms: ['facebook'] }), 1],
    ['a subject class', () => ({ subjectClasses: ['service_change', 'greeting'] }), 1],
    ['words of the title, their case aside', () => ({ words: 'jalur LUAR' }), 1],
    ['words of the text', () => ({ words: 'kantor layanan' }), 1],
    ['a sign of patterns, taken literally', () => ({ words: '%' }), 0],
    ['nothing', () => ({}), 3],
  ])('by %s', async (_name, filter, count) => {
    await empty()
    await planned(agency, { objective: 'protect' })
    await planned(agency)
    await planned(agency, {
      unitId: agency.otherUnit,
      accountIds: [agency.accounts.otherFacebook],
      ownerId: agency.people.otherPlanner.id,
      subjectClass: 'service_change',
      title: 'Pendaftaran lewat jalur luar jaringan',
      mainText: 'Datang ke kantor layanan terdekat.',
    })
    expect((await december(agency.people.planner, filter())).items).toHaveLength(count)
  })
})

describe('a day of many', () => {
  test('gives fifty, the earliest first, and says how many there are', async () => {
    await empty()
    await plannedMany(
      agency,
      Array.from({ length: 61 }, (_, index) => ({
        plannedAt: addMinutes('2026-12-10T17:00:00.000Z', 61 - index),
        objective: index % 3 === 0 ? ('protect' as const) : ('promote' as const),
      })),
    )
    await planned(agency, { plannedAt: '2026-12-12T02:00:00.000Z' })
    const shown = await december(agency.people.planner)
    expect(shown.items).toHaveLength(51)
    expect(shown.cut).toEqual([{ day: '2026-12-11', count: 61, promote: 40 }])
    const times = shown.items.map((item) => item.at)
    expect(times).toEqual([...times].sort())
  })

  test('puts what is tentative or open last', async () => {
    await empty()
    await planned(agency, { title: 'tentatif', timeKind: 'tentative', plannedAt: '2026-12-11T00:00:00.000Z' })
    await planned(agency, { title: 'terbuka', timeKind: 'open', plannedAt: null, plannedDay: '2026-12-11' })
    await planned(agency, { title: 'tepat' })
    const shown = await december(agency.people.planner)
    expect(shown.items.map((item) => item.title)).toEqual(['tepat', 'tentatif', 'terbuka'])
  })
})

test('days by decree, pauses and unmet deadlines of open issues stand beside the publications', async () => {
  await empty()
  await agency.database.store.transaction(async (tx) => {
    await tx.insert(marks).values({
      day: '2026-12-25',
      kind: 'national',
      name: 'Hari Natal',
      source: 'SKB tiga menteri',
    })
    await tx.insert(pauses).values({
      kind: 'crisis',
      name: 'Gempa',
      stops: 'everything',
      scope: 'agency',
      unitIds: [],
      accountIds: [],
      startsAt: '2026-12-16T17:30:00.000Z',
      endsAt: '2026-12-18T17:00:00.000Z',
      addedBy: agency.people.administrator.id,
      addedAt: STORY_MOMENT,
      version: 1,
    })
    const [issue] = await tx
      .insert(issues)
      .values({
        title: 'Pungutan Rp50.000',
        content: '',
        context: '',
        publicInterest: '',
        links: '',
        ownerId: agency.people.planner.id,
        level: 'public_interest',
        isHarmful: false,
        recordedBy: agency.people.agent.id,
        recordedAt: STORY_MOMENT,
        version: 1,
      })
      .returning()
    const common = { issueId: issue?.id ?? '', clock: 'wall' as const, beganAt: STORY_MOMENT }
    await tx.insert(obligations).values([
      { ...common, kind: 'full_response', hours: 24, dueAt: '2026-12-10T02:10:00.000Z' },
      {
        ...common,
        kind: 'holding_statement',
        hours: 1,
        dueAt: '2026-12-09T04:22:00.000Z',
        metAt: STORY_MOMENT,
      },
    ])
  })
  const shown = await december(agency.people.reader)
  expect(shown.marks).toEqual([{ day: '2026-12-25', kind: 'national', name: 'Hari Natal' }])
  expect(shown.pauses).toMatchObject([{ name: 'Gempa', firstDay: '2026-12-17', lastDay: '2026-12-18' }])
  expect(shown.obligations).toMatchObject([
    { kind: 'full_response', day: '2026-12-10', dueAt: '2026-12-10T02:10:00.000Z', isMissed: false },
  ])
  expect(shown.today).toBe('2026-12-09')
})

test('a range longer than six weeks or turned round is refused', async () => {
  expect(monthInput.safeParse({ from: '2026-11-30', to: '2027-01-11' }).success).toBe(false)
  expect(monthInput.safeParse({ from: '2026-12-02', to: '2026-12-01' }).success).toBe(false)
  expect(monthInput.safeParse({ from: '2026-02-30', to: '2026-03-01' }).success).toBe(false)
})

test('who plans in the unit may move what is open, and is told where that ends an approval', async () => {
  await empty()
  const bound = await planned(agency, {
    state: 'in_review',
    accountIds: [agency.accounts.executive],
    stepsRequired: 2,
  })
  const open = await planned(agency)
  const closed = await planned(agency, { state: 'published', postedCount: 1, handedOverAt: STORY_MOMENT })
  const mine = byId(await december(agency.people.planner))
  expect(mine.get(bound.id)).toMatchObject({ move: 'yes', moveEndsApproval: true })
  expect(mine.get(open.id)).toMatchObject({ move: 'yes', moveEndsApproval: false })
  expect(mine.get(closed.id)).toMatchObject({ move: 'closed' })
  const theirs = byId(await december(agency.people.otherPlanner))
  expect(theirs.get(open.id)).toMatchObject({ move: 'role' })
  expect(theirs.has(bound.id)).toBe(false)
})
