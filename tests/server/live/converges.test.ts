import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { people } from '../../../db/schema/people.ts'
import { publications } from '../../../db/schema/publications.ts'
import { session, user } from '../../../db/schema/sign-in.ts'
import { arrayText } from '../../../db/wire-types.ts'
import { submit } from '../../../server/approvals/submit.ts'
import { tellOnce } from '../../../server/infrastructure/dispatch.ts'
import { type Live, openLive } from '../../../server/infrastructure/live.ts'
import type { Delivery } from '../../../server/infrastructure/live-events.ts'
import { bell } from '../../../server/notifications/bell.ts'
import { tell } from '../../../server/notifications/tell.ts'
import { addAccount } from '../../../server/publications/add-account.ts'
import { cancel } from '../../../server/publications/cancel.ts'
import { comment } from '../../../server/publications/comment.ts'
import { create } from '../../../server/publications/create.ts'
import { edit } from '../../../server/publications/edit.ts'
import { move } from '../../../server/publications/move.ts'
import { visibleTo } from '../../../server/publications/visible.ts'
import { type ActingPerson, anAgency, type TestAgency } from '../../support/agency.ts'

/** How long an event may take from one server to a page of the other while the machine runs other tests. */
const PATIENT = { timeout: 10_000 }

let agency: TestAgency
let live: Live

beforeAll(async () => {
  agency = await anAgency()
  live = openLive(agency.second)
})

afterAll(async () => {
  await live.close()
  await agency.drop()
})

/** What a page shows of publications: id and version of each that the person may know of. */
async function freshRead(person: ActingPerson): Promise<Map<string, number>> {
  const rows = await agency.world.store.db
    .select({ id: publications.id, version: publications.version })
    .from(publications)
    .where(visibleTo(person, agency.now()))
  return new Map(rows.map((row) => [row.id, row.version]))
}

/** A page that reads once, and from then on only what an event names, on another server than the writers'. */
async function openPage(person: ActingPerson) {
  const now = new Date()
  const sessionId = randomUUID()
  const dates = { createdAt: now, updatedAt: now }
  const userId = `user-${person.id}`
  await agency.world.store.transaction(async (tx) => {
    const email = `${person.id}@contoh.example`
    await tx.insert(user).values({ id: userId, name: person.name, email, emailVerified: true, ...dates })
    await tx.update(people).set({ userId }).where(eq(people.id, person.id))
    const expiresAt = new Date(Date.now() + 3_600_000)
    await tx.insert(session).values({ id: sessionId, token: sessionId, userId, expiresAt, ...dates })
  })
  const ending = new AbortController()
  const heard: Delivery['event'][] = []
  const stream = live.changes({
    personId: person.id,
    sessionId,
    cursor: null,
    async mayKnow(ids) {
      const rows = await agency.second.store.db
        .select({ id: publications.id })
        .from(publications)
        .where(
          sql`${publications.id} = any(${arrayText(ids)}::uuid[]) and ${visibleTo(person, agency.now())}`,
        )
      return new Set(rows.map((row) => row.id))
    },
    signal: ending.signal,
  })
  let view = new Map<string, number>()
  let bells = 0
  const reread = async (id: string) => {
    const fresh = await freshRead(person)
    const version = fresh.get(id)
    if (version === undefined) view.delete(id)
    else view.set(id, version)
  }
  const done = (async () => {
    for await (const { event } of stream) {
      heard.push(event)
      if (event.kind === 'greeting') view = await freshRead(person)
      if (event.kind === 'change' && event.room === 'notifications') bells++
      else if (event.kind === 'change') await reread(event.id)
    }
  })()
  while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  return { view: () => view, bells: () => bells, heard, done, end: () => ending.abort() }
}

const input = (title: string, accountIds: string[]) => ({
  title,
  unitId: agency.unit,
  objective: 'promote' as const,
  subjectClass: 'information' as const,
  accountIds,
  time: { kind: 'exact' as const, day: '2026-12-11', clock: '09:00' },
  campaignId: null,
  mainText: 'Siapkan berkas.',
  mainLink: null,
  language: 'id' as const,
  notes: '',
})

test('a stale view with the events it hears equals a fresh read, for those inside the circle and outside', async () => {
  const { planner, secondPlanner, agent, reader, approver } = agency.people
  const inside = await openPage(agent)
  const outside = await openPage(reader)
  const open = await planner.call(create, input('Terbuka', [agency.accounts.x]))
  const closed = await secondPlanner.call(create, input('Tertutup', [agency.accounts.executive]))
  for (const [who, { id, version }] of [
    [planner, open],
    [secondPlanner, closed],
  ] as const) {
    await who.call(edit, { publicationId: id, version, changes: { title: 'Judul lain' } })
    await who.call(comment, { publicationId: id, body: 'Sudah saya sunting.', mentions: [] })
    const time = { kind: 'exact' as const, day: '2026-12-12', clock: '10:00' }
    await who.call(move, { publicationId: id, timeVersion: 1, time, confirmsEndOfApproval: false })
  }
  await planner.call(submit, { publicationId: open.id })
  await secondPlanner.call(cancel, { publicationId: closed.id })
  await tellOnce(agency.world, [tell])

  await expect.poll(() => inside.view(), PATIENT).toEqual(await freshRead(agent))
  await expect.poll(() => outside.view(), PATIENT).toEqual(await freshRead(reader))
  expect(inside.view().has(closed.id)).toBe(true)
  expect(JSON.stringify(outside.heard)).not.toContain(closed.id)
  expect((await approver.look(bell, { cursor: null })).waiting).toHaveLength(1)
  for (const page of [inside, outside]) page.end()
  await Promise.all([inside.done, outside.done])
})

test('a publication that becomes the circle’s alone is gone from the pages of the others', async () => {
  const { planner, secondPlanner, secondApprover } = agency.people
  const outside = await openPage(await agency.addPerson('Rahmat', 'reader', null))
  const inside = await openPage(secondApprover)
  const made = await planner.call(create, input('Menjadi tertutup', [agency.accounts.x]))
  await expect.poll(() => outside.view().has(made.id), PATIENT).toBe(true)
  const given = { publicationId: made.id, accountId: agency.accounts.executive }
  await secondPlanner.call(addAccount, given)
  await planner.call(comment, { publicationId: made.id, body: 'Sekarang tertutup.', mentions: [] })
  const last = await planner.call(create, input('Sesudahnya', [agency.accounts.x]))
  await expect.poll(() => outside.view().has(last.id), PATIENT).toBe(true)
  await expect.poll(() => inside.view().has(last.id), PATIENT).toBe(true)
  expect(outside.view().has(made.id)).toBe(false)
  expect(inside.view().has(made.id)).toBe(true)
  const changes = outside.heard.filter((event) => event.kind === 'change' && event.id === made.id)
  expect(changes).toHaveLength(2)
  for (const page of [outside, inside]) page.end()
  await Promise.all([outside.done, inside.done])
})

test('a bell rings in its owner’s pages alone', async () => {
  const { planner, approver, secondApprover, otherPlanner } = agency.people
  const owner = await openPage(approver)
  const other = await openPage(otherPlanner)
  const made = await planner.call(create, input('Dering', [agency.accounts.x]))
  await planner.call(submit, { publicationId: made.id })
  await tellOnce(agency.world, [tell])
  const last = await planner.call(create, input('Sesudahnya', [agency.accounts.x]))
  await expect.poll(() => owner.view().has(last.id), PATIENT).toBe(true)
  await expect.poll(() => other.view().has(last.id), PATIENT).toBe(true)
  expect(owner.bells()).toBe(1)
  expect(other.bells()).toBe(0)
  expect((await secondApprover.look(bell, { cursor: null })).waiting.length).toBeGreaterThan(0)
  for (const page of [owner, other]) page.end()
  await Promise.all([owner.done, other.done])
})
