import { randomUUID } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeIn, type Wire } from '../../../client/shell/live-event.ts'
import { type MonthAnswer, putRight, withDays } from '../../../client/shell/month-answer.ts'
import { agency as agencyTable } from '../../../db/schema/agency.ts'
import { people } from '../../../db/schema/people.ts'
import { publications, variants } from '../../../db/schema/publications.ts'
import { outbox } from '../../../db/schema/records.ts'
import { session, user } from '../../../db/schema/sign-in.ts'
import { holds } from '../../../domain/permissions.ts'
import { monthInput } from '../../../domain/reading/input.ts'
import { submit } from '../../../server/approvals/submit.ts'
import { readPerson } from '../../../server/infrastructure/command.ts'
import { type Live, openLive } from '../../../server/infrastructure/live.ts'
import { addAccount } from '../../../server/publications/add-account.ts'
import { cancel } from '../../../server/publications/cancel.ts'
import { comment } from '../../../server/publications/comment.ts'
import { create } from '../../../server/publications/create.ts'
import { edit } from '../../../server/publications/edit.ts'
import { move } from '../../../server/publications/move.ts'
import { removeAccount } from '../../../server/publications/remove-account.ts'
import { visibleTo } from '../../../server/publications/visible.ts'
import { changedItems } from '../../../server/reading/changed-items.ts'
import { month } from '../../../server/reading/month.ts'
import { type ActingPerson, anAgency, type TestAgency } from '../../support/agency.ts'
import { endRole, rowOf } from '../approvals/support.ts'
import { plannedMany } from '../reading/support.ts'

const PATIENT = { timeout: 10_000 }
const DECEMBER = monthInput.parse({ from: '2026-11-30', to: '2027-01-10' })

let agency: TestAgency
let live: Live

beforeAll(async () => {
  agency = await anAgency()
  live = openLive(agency.second, changedItems)
})

afterAll(async () => {
  await live.close()
  await agency.drop()
})

async function sessionOf(person: ActingPerson): Promise<string> {
  const now = new Date()
  const id = randomUUID()
  const dates = { createdAt: now, updatedAt: now }
  const userId = `user-${person.id}`
  await agency.world.store.transaction(async (tx) => {
    const email = `${person.id}@contoh.example`
    await tx
      .insert(user)
      .values({ id: userId, name: person.name, email, emailVerified: true, ...dates })
      .onConflictDoNothing()
    await tx.update(people).set({ userId }).where(eq(people.id, person.id))
    const expiresAt = new Date(Date.now() + 3_600_000)
    await tx.insert(session).values({ id, token: id, userId, expiresAt, ...dates })
  })
  return id
}

/** What a month says, whichever way it points to its units, people and accounts. */
function inWords({ refs, items, ...rest }: MonthAnswer): object {
  const named = (position: number | null) => (position === null ? null : refs[position])
  const said = items.map(({ unit, owner, campaign, accounts, ...item }) => ({
    ...item,
    of: [named(unit), named(owner), named(campaign), accounts.map(named)],
  }))
  return { ...rest, items: said }
}

/** A month that is open on the other server: read once, put right by what it hears, read again only where it must be. */
async function openMonth(person: ActingPerson) {
  const { grants } = await readPerson(agency.world.store.db, person.id)
  const there = agency.onSecond(person)
  const ending = new AbortController()
  const counts = { righted: 0, days: 0, whole: 0 }
  const heard: string[] = []
  let answer = await there.look(month, DECEMBER)
  const stream = live.changes({
    personId: person.id,
    sessionId: await sessionOf(person),
    cursor: null,
    mayKnow: async (ids) => {
      const rows = await agency.second.store.db
        .select({ id: publications.id })
        .from(publications)
        .where(visibleTo(person, agency.now()))
      return new Set(rows.map((row) => row.id).filter((id) => ids.includes(id)))
    },
    signal: ending.signal,
  })
  const done = (async () => {
    for await (const { event } of stream) {
      const onTheWire = JSON.stringify(event)
      heard.push(onTheWire)
      const change = changeIn(JSON.parse(onTheWire) as Wire)
      if (change === null) continue
      const mayPlan = (unitId: string) => holds(grants, 'publication.plan', unitId)
      const right = change.shown === null ? null : putRight(answer, DECEMBER, change.shown, mayPlan)
      if (right === null) {
        counts.whole += 1
        answer = await there.look(month, DECEMBER)
        continue
      }
      counts.righted += 1
      answer = right.answer
      for (const day of right.days) {
        counts.days += 1
        const part = await there.look(month, { ...DECEMBER, from: day, to: day })
        answer = withDays(answer, { from: day, to: day, answer: part })
      }
    }
  })()
  await expect.poll(() => heard.length, PATIENT).toBeGreaterThan(0)
  return {
    counts,
    heard,
    says: () => inWords(answer),
    fresh: async () => inWords(await person.look(month, DECEMBER)),
    async close() {
      ending.abort()
      await done
    },
  }
}

const input = (title: string, accountIds: string[], day: string, clock: string) => ({
  title,
  unitId: null,
  objective: 'promote' as const,
  subjectClass: 'information' as const,
  accountIds,
  time: { kind: 'exact' as const, day, clock },
  campaignId: null,
  mainText: 'Siapkan berkas.',
  mainLink: null,
  language: 'id' as const,
  notes: '',
})

/** Numbers that look random and are the same each time. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return Math.floor((state / 4_294_967_296) * below)
  }
}

const sayTheSame =
  'months put right by what they hear say what a fresh reading says, inside the circle and outside, after every change'

test.each([
  { where: 'where days are never crowded', crowdedFrom: 0 },
  { where: 'where they soon are', crowdedFrom: 6 },
])(
  `${sayTheSame}, $where`,
  async ({ crowdedFrom }) => {
    await agency.world.store.transaction(async (tx) => {
      await tx.update(agencyTable).set({ crowdedFrom })
    })
    const { planner, secondPlanner, otherPlanner, agent, reader } = agency.people
    const { x, instagram, executive, otherFacebook } = agency.accounts
    const pages = await Promise.all([reader, otherPlanner, planner, agent].map(openMonth))
    const some = seeded(20261209)
    const days = ['2026-12-11', '2026-12-12', '2026-12-14']
    const clocks = ['00:10', '09:00', '09:20', '09:50', '10:30', '23:40']
    const place = () => [days[some(days.length)] ?? '', clocks[some(clocks.length)] ?? ''] as const
    const stand: { id: string; by: ActingPerson }[] = []
    const make = async (by: ActingPerson, accounts: string[]) => {
      const { id } = await by.call(create, input(`Ke-${stand.length}`, accounts, ...place()))
      stand.push({ id, by })
    }
    for (const accounts of [[x], [x, instagram], [instagram], [x]]) await make(planner, accounts)
    for (let each = 0; each < 5; each++) await make(otherPlanner, [otherFacebook])
    for (const accounts of [[executive], [executive, x]]) await make(secondPlanner, accounts)

    let moves = 0
    for (let step = 0; step < 40; step++) {
      const one = stand[some(stand.length)]
      if (one === undefined) throw new Error('nothing stands')
      const { id, by } = one
      const row = await rowOf(agency, id)
      if (row.state === 'cancelled') continue
      const act = some(12)
      if (act < 7) {
        const [day, clock] = place()
        const time =
          act === 0
            ? { kind: 'none' as const }
            : act === 1
              ? { kind: 'open' as const, day }
              : { kind: 'exact' as const, day, clock }
        const { timeVersion } = row
        await by.call(move, { publicationId: id, timeVersion, time, confirmsEndOfApproval: true })
        moves += 1
      } else if (act === 7) {
        await by.call(edit, {
          publicationId: id,
          version: row.version,
          changes: { title: `Langkah ${step}` },
        })
      } else if (act === 8) await by.call(comment, { publicationId: id, body: 'Sudah.', mentions: [] })
      else if (act === 9 && row.state === 'draft' && by !== otherPlanner)
        await by.call(submit, { publicationId: id })
      else if (act === 10 && !row.accountIds.includes(instagram) && by !== otherPlanner)
        await by.call(addAccount, { publicationId: id, accountId: instagram })
      else if (act === 11 && step % 3 === 0) await by.call(cancel, { publicationId: id })
      for (const page of pages) await expect.poll(page.says, PATIENT).toEqual(await page.fresh())
    }
    expect(moves).toBeGreaterThan(15)
    for (const { counts } of pages) {
      expect(counts.righted).toBeGreaterThan(moves / 2)
      expect(counts.days > 0).toBe(crowdedFrom > 0)
      expect(counts.whole).toBeLessThan(counts.righted)
    }
    const secret = stand.filter(({ by }) => by === secondPlanner).map(({ id }) => id)
    const [atReader, atOther, atPlanner] = pages.map((page) => page.heard.join())
    for (const id of secret) {
      expect(atReader).not.toContain(id)
      expect(atOther).not.toContain(id)
      expect(atPlanner).toContain(id)
    }
    await Promise.all(pages.map((page) => page.close()))
  },
  120_000,
)

test('who stood near one on an account that it left warns of it no more, also where that one stands outside the days', async () => {
  const { planner } = agency.people
  const { x, instagram } = agency.accounts
  const page = await openMonth(planner)
  const { id: staying } = await planner.call(create, input('Malam terakhir', [x], '2027-01-10', '23:50'))
  const { id } = await planner.call(create, input('Sesudahnya', [x, instagram], '2027-01-11', '00:10'))
  await expect.poll(page.says, PATIENT).toEqual(await page.fresh())
  const warnings = async () =>
    (await planner.look(month, DECEMBER)).items.find((item) => item.id === staying)?.warnings ?? 0
  const before = await warnings()
  const [variant] = await agency.world.store.db
    .select({ id: variants.id })
    .from(variants)
    .where(and(eq(variants.publicationId, id), eq(variants.accountId, x)))
  await planner.call(removeAccount, { publicationId: id, variantId: variant?.id ?? '' })
  expect(await warnings()).toBe(before - 1)
  await expect.poll(page.says, PATIENT).toEqual(await page.fresh())
  await page.close()
})

/** The newest event of a publication, as the hub reads it. */
async function lastEventOf(publicationId: string) {
  const [event] = await agency.world.store.db
    .select()
    .from(outbox)
    .where(eq(outbox.publicationId, publicationId))
    .orderBy(desc(outbox.position))
    .limit(1)
  if (!event) throw new Error('nothing happened')
  return event
}

async function commented(publicationId: string, by: ActingPerson) {
  await by.call(comment, { publicationId, body: 'Sudah saya baca.', mentions: [] })
  return lastEventOf(publicationId)
}

test('what is shown of an open change has the same bytes for those outside the circle, whatever goes on within it', async () => {
  const { planner, approver, otherPlanner, administrator, reader } = agency.people
  const { executive, x } = agency.accounts
  const [outside, inside] = [
    [reader, administrator, otherPlanner],
    [planner, approver],
  ]
  const everybody = [...outside, ...inside].map(({ id }) => id)
  const open = await plannedMany(agency, [
    { title: 'Terbuka', plannedAt: '2026-12-22T02:00:00.000Z' },
    { title: 'Di dekatnya', plannedAt: '2026-12-22T02:30:00.000Z' },
  ])
  const event = await commented(open[0]?.id ?? '', planner)
  const before = await changedItems(agency.world, [event], everybody)
  const bytes = new Map(everybody.map((id) => [id, JSON.stringify(before(id, event))]))
  expect(bytes.get(reader.id)).toContain('Di dekatnya')

  const secret = await plannedMany(agency, [
    { title: 'Rahasia', accountIds: [executive, x], plannedAt: '2026-12-22T02:10:00.000Z' },
  ])
  for (let each = 0; each < 3; each++) {
    const more = { accountIds: [executive], unitId: agency.otherUnit, plannedAt: '2026-12-22T03:00:00.000Z' }
    secret.push(
      ...(await plannedMany(
        agency,
        Array.from({ length: 700 }, () => more),
      )),
    )
  }
  const secretEvents = []
  for (const { id } of secret.slice(0, 12)) secretEvents.push(await commented(id, planner))
  const after = await changedItems(agency.world, [event, ...secretEvents], everybody)
  for (const { id } of outside) {
    expect(JSON.stringify(after(id, event))).toBe(bytes.get(id))
    for (const one of secretEvents) expect(after(id, one)).toBeUndefined()
  }
  // More than are read at once: the circle reads its days anew.
  for (const { id } of inside) expect(after(id, event)).toBeUndefined()
}, 60_000)

test('a change within the circle is shown to the circle alone, and no more to whoever has left it', async () => {
  const { planner, reader } = agency.people
  const leaving = await agency.addPerson('Rini', 'planner', agency.unit)
  const [secret] = await plannedMany(agency, [
    { title: 'Rahasia', accountIds: [agency.accounts.executive], plannedAt: '2026-12-28T02:00:00.000Z' },
  ])
  const event = await commented(secret?.id ?? '', planner)
  const people = [planner.id, leaving.id, reader.id]
  const showing = await changedItems(agency.world, [event], people)
  expect(people.map((id) => showing(id, event) !== undefined)).toEqual([true, true, false])
  await endRole(agency, leaving, 'planner')
  const later = await changedItems(agency.world, [event], people)
  expect(people.map((id) => later(id, event) !== undefined)).toEqual([true, false, false])
})

test('what takes a publication out of sight brings nothing with it, nor what may show elsewhere too', async () => {
  const { planner, secondPlanner } = agency.people
  const { id } = await planner.call(
    create,
    input('Menjadi tertutup', [agency.accounts.x], '2026-12-29', '09:00'),
  )
  await secondPlanner.call(addAccount, { publicationId: id, accountId: agency.accounts.executive })
  const hiding = await lastEventOf(id)
  expect(hiding.data.hides).toBe(true)
  const elsewhere = { ...hiding, data: {}, action: 'campaigns.changed' }
  const seen = { ...hiding, data: {} }
  const showing = await changedItems(agency.world, [hiding, elsewhere, seen], [planner.id])
  expect(showing(planner.id, hiding)).toBeUndefined()
  expect(showing(planner.id, elsewhere)).toBeUndefined()
  expect(showing(planner.id, seen)).toBeDefined()
})
