import { randomUUID } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { notifications } from '../../db/schema/notifications.ts'
import { outbox } from '../../db/schema/records.ts'
import type { OutboxListener, Sweep } from '../../server/infrastructure/clockwork.ts'
import { startDispatch, tellOnce } from '../../server/infrastructure/dispatch.ts'
import { type Place, presentPlace, readAfter } from '../../server/infrastructure/outbox.ts'
import { recorder } from '../../server/infrastructure/record.ts'
import { runSweep, startSweeps } from '../../server/infrastructure/sweeping.ts'
import { anAgency, type TestAgency } from '../support/agency.ts'

let agency: TestAgency

beforeAll(async () => {
  agency = await anAgency()
})

afterAll(() => agency.drop())

function event(action: string, subjectId = randomUUID()): Promise<void> {
  return agency.world.store.transaction((tx) =>
    recorder(tx, null, agency.now(), 'test')({ room: 'marks', subjectId, action, version: 1 }),
  )
}

test('readers resuming by place see each event once and in one order, whatever is open meanwhile', async () => {
  const { store } = agency.world
  let place: Place = await presentPlace(store.db)
  const written: string[] = []
  const seen: string[] = []
  let isWriting = true
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let each = 0; each < 12; each++) {
      await store.transaction(async (tx) => {
        if (writer % 2 === 0) await tx.execute(sql`select pg_current_xact_id()`)
        await tx.execute(sql`select pg_sleep(${(writer * each) % 5} * 0.01)`)
        const subjectId = randomUUID()
        await recorder(
          tx,
          null,
          agency.now(),
          'test',
        )({ room: 'marks', subjectId, action: 'marks.tried', version: 1 })
        written.push(subjectId)
        await tx.execute(sql`select pg_sleep(${(each * 7) % 4} * 0.01)`)
      })
    }
  })
  const reader = (async () => {
    while (isWriting || seen.length < written.length) {
      const events = await readAfter(agency.second.store.db, place, 3)
      for (const { subjectId, transactionId, position } of events) {
        seen.push(subjectId)
        place = { transactionId, position }
      }
      if (events.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })()
  await Promise.all(writers)
  isWriting = false
  await reader
  expect(new Set(seen).size).toBe(seen.length)
  expect(new Set(seen)).toEqual(new Set(written))
})

test('two servers tell each event once', async () => {
  const told: string[] = []
  const listener: OutboxListener = {
    actions: ['marks.told'],
    async work({ tx, moment }, { subjectId }) {
      told.push(subjectId)
      await tx.insert(notifications).values({
        personId: agency.people.planner.id,
        kind: 'posted',
        room: 'marks',
        subjectId,
        data: {},
        needsAction: false,
        at: moment,
      })
    },
  }
  const subjects = Array.from({ length: 20 }, () => randomUUID())
  for (const subject of subjects) await event('marks.told', subject)
  const servers = [agency.world, agency.second].map((world) => startDispatch(world, [listener]))
  const lines = () =>
    agency.world.store.db.select().from(notifications).where(eq(notifications.room, 'marks'))
  const latest = Date.now() + 10_000
  while ((await lines()).length < 20 && Date.now() < latest)
    await new Promise((resolve) => setTimeout(resolve, 50))
  await Promise.all(servers.map((server) => server.close()))
  expect((await lines()).map((line) => line.subjectId).sort()).toEqual([...subjects].sort())
})

test('an event whose listener fails leaves nothing, holds nobody up, and is told later', async () => {
  const subject = randomUUID()
  await event('marks.failing', subject)
  await event('marks.fine')
  let isBroken = true
  const done: string[] = []
  const listener: OutboxListener = {
    actions: ['marks.failing', 'marks.fine'],
    async work({ tx, moment }, { action, subjectId }) {
      await tx.insert(notifications).values({
        personId: agency.people.planner.id,
        kind: 'posted',
        room: 'failing',
        subjectId,
        data: {},
        needsAction: false,
        at: moment,
      })
      if (action === 'marks.failing' && isBroken) throw new Error('broken')
      done.push(action)
    },
  }
  const failures: unknown[] = []
  await tellOnce(agency.world, [listener], [], (_position, error) => failures.push(error))
  expect(failures).toHaveLength(1)
  expect(done).toEqual(['marks.fine'])
  isBroken = false
  await tellOnce(agency.world, [listener])
  expect(done).toEqual(['marks.fine', 'marks.failing'])
  const lines = await agency.world.store.db
    .select()
    .from(notifications)
    .where(eq(notifications.subjectId, subject))
  expect(lines).toHaveLength(1)
})

test('events without a listener are marked as told, in order', async () => {
  await event('marks.unheard')
  await tellOnce(agency.world, [])
  const left = await agency.world.store.db
    .select()
    .from(outbox)
    .where(sql`${outbox.toldAt} is null`)
    .orderBy(asc(outbox.position))
  expect(left).toEqual([])
})

test('one sweep runs on one server at a time, and a failing one keeps the others going', async () => {
  let atOnce = 0
  let most = 0
  const slow: Sweep = {
    name: 'slow',
    everySeconds: 1,
    async work() {
      atOnce++
      most = Math.max(most, atOnce)
      await new Promise((resolve) => setTimeout(resolve, 100))
      atOnce--
    },
  }
  await Promise.all([
    runSweep(agency.world, slow),
    runSweep(agency.second, slow),
    runSweep(agency.world, slow),
  ])
  expect(most).toBe(1)

  let runs = 0
  const failing: Sweep = { name: 'failing', everySeconds: 1, work: () => Promise.reject(new Error('broken')) }
  const counting: Sweep = {
    name: 'counting',
    everySeconds: 1,
    async work() {
      runs++
    },
  }
  const sweeping = startSweeps(agency.world, [failing, counting])
  const latest = Date.now() + 5_000
  while (runs < 2 && Date.now() < latest) await new Promise((resolve) => setTimeout(resolve, 50))
  await sweeping.close()
  expect(runs).toBeGreaterThanOrEqual(2)
})
