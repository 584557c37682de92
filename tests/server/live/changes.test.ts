import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { people, roleGrants } from '../../../db/schema/people.ts'
import { publications } from '../../../db/schema/publications.ts'
import { session, user } from '../../../db/schema/sign-in.ts'
import { readPerson } from '../../../server/infrastructure/command.ts'
import { type Live, openLive } from '../../../server/infrastructure/live.ts'
import type { Delivery } from '../../../server/infrastructure/live-events.ts'
import { presentCursor } from '../../../server/infrastructure/outbox.ts'
import { recorder } from '../../../server/infrastructure/record.ts'
import { createCallerFactory } from '../../../server/infrastructure/trpc.ts'
import { liveRouter } from '../../../server/live/router.ts'
import { comment } from '../../../server/publications/comment.ts'
import { edit } from '../../../server/publications/edit.ts'
import { type ActingPerson, anAgency, type TestAgency } from '../../support/agency.ts'
import { aDraft, rowOf } from '../approvals/support.ts'

let agency: TestAgency
let live: Live

beforeAll(async () => {
  agency = await anAgency()
  live = openLive(agency.world)
})

afterAll(async () => {
  await live.close()
  await agency.drop()
})

async function signedIn(person: ActingPerson): Promise<string> {
  const now = new Date()
  const sessionId = randomUUID()
  const userId = `user-${person.id}`
  await agency.world.store.transaction(async (tx) => {
    const dates = { createdAt: now, updatedAt: now }
    const email = `${person.id}@contoh.example`
    await tx
      .insert(user)
      .values({ id: userId, name: person.name, email, emailVerified: true, ...dates })
      .onConflictDoNothing()
    await tx.update(people).set({ userId }).where(eq(people.id, person.id))
    const expiresAt = new Date(Date.now() + 3_600_000)
    await tx.insert(session).values({ id: sessionId, token: sessionId, userId, expiresAt, ...dates })
  })
  return sessionId
}

const callerOf = createCallerFactory(liveRouter)

/** A browser with an open stream, through the real door. */
async function browser(person: ActingPerson, cursor: string | null = null, given: string | null = null) {
  const sessionId = given ?? (await signedIn(person))
  const ending = new AbortController()
  const who = { person: await readPerson(agency.world.store.db, person.id), sessionId }
  const context = { world: agency.world, live, who, requestId: 'test' }
  const caller = callerOf(context as unknown as Parameters<typeof callerOf>[0], { signal: ending.signal })
  const heard: Delivery['event'][] = []
  const cursors: string[] = []
  const stream = await caller.changes({ cursor })
  const done = (async () => {
    for await (const [id, event] of stream as AsyncIterable<[string, Delivery['event'], symbol]>) {
      heard.push(event)
      cursors.push(id)
    }
  })()
  await until(() => heard.length > 0)
  return { heard, cursors, done, sessionId, end: () => ending.abort() }
}

async function until(holds: () => boolean, limitMs = 3_000): Promise<void> {
  const latest = Date.now() + limitMs
  while (!holds()) {
    if (Date.now() > latest) throw new Error('it did not come about in time')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function change(
  subjectId: string,
  publicationId: string | null = null,
  person = agency.people.planner,
) {
  await agency.world.store.transaction(async (tx) => {
    await recorder(
      tx,
      person.id,
      agency.now(),
      'test',
    )({
      room: 'publications',
      subjectId,
      action: 'publications.edited',
      version: 2,
      publicationId,
    })
  })
}

const idsOf = (heard: Delivery['event'][]) =>
  heard.flatMap((event) => (event.kind === 'change' ? [event.id] : []))

async function aPublication(restrictedAccountIds: string[]): Promise<string> {
  return agency.world.store.transaction(async (tx) => {
    const [row] = await tx
      .insert(publications)
      .values({
        unitId: agency.unit,
        title: 'Pengingat',
        objective: 'promote',
        mainText: '',
        language: 'id',
        timeKind: 'none',
        ownerId: agency.people.planner.id,
        notes: '',
        state: 'draft',
        createdBy: agency.people.planner.id,
        createdAt: agency.now(),
        changedAt: agency.now(),
        version: 1,
        timeVersion: 1,
        accountIds: restrictedAccountIds,
        restrictedAccountIds,
        isExecutive: restrictedAccountIds.length > 0,
        isTimeBound: false,
        stepsRequired: 0,
        stepsDecided: 0,
        waitingFor: [],
        openQuestions: 0,
        questionsAfterSignature: 0,
        acknowledgedCount: 0,
        blockingFindings: 0,
        warningFindings: 0,
        isHeld: false,
        variantCount: 0,
        postedCount: 0,
        notPostedCount: 0,
        withdrawnCount: 0,
      })
      .returning({ id: publications.id })
    if (!row) throw new Error('no publication')
    return row.id
  })
}

test('the first event is a greeting with a cursor, and a change follows at once', async () => {
  const one = await browser(agency.people.agent)
  expect(one.heard[0]).toEqual({ kind: 'greeting', cursor: expect.any(String) })
  const subject = randomUUID()
  const begun = Date.now()
  await change(subject)
  await until(() => idsOf(one.heard).includes(subject))
  expect(Date.now() - begun).toBeLessThan(2_000)
  expect(one.heard[1]).toEqual({
    kind: 'change',
    room: 'publications',
    id: subject,
    version: 2,
    by: { id: agency.people.planner.id, name: 'Sekar Larasati' },
  })
  one.end()
  await one.done
})

test('a comment says that it leaves the publication as it is, an edit does not', async () => {
  const id = await aDraft(agency)
  const one = await browser(agency.people.agent)
  await agency.people.secondPlanner.call(comment, { publicationId: id, body: 'Satu', mentions: [] })
  const { version } = await rowOf(agency, id)
  await agency.people.planner.call(edit, { publicationId: id, version, changes: { mainText: 'Lain.' } })
  const of = () => one.heard.filter((event) => event.kind === 'change' && event.id === id)
  await until(() => of().length >= 2)
  expect(of()[0]).toMatchObject({ room: 'publications', leavesAsIs: true })
  expect(of()[1]).not.toHaveProperty('leavesAsIs')
  one.end()
  await one.done
})

test('a stream resumed from its cursor has no gap and brings nothing twice', async () => {
  let one = await browser(agency.people.agent)
  const sent: string[] = []
  const received: string[] = []
  for (let cut = 0; cut < 8; cut++) {
    for (let each = 0; each < 5; each++) {
      const subject = randomUUID()
      sent.push(subject)
      await change(subject)
    }
    if (cut % 2 === 0) await until(() => idsOf(one.heard).length >= 3)
    one.end()
    await one.done
    received.push(...idsOf(one.heard))
    const missed = randomUUID()
    sent.push(missed)
    await change(missed)
    one = await browser(agency.people.agent, one.cursors.at(-1))
  }
  await until(() => received.length + idsOf(one.heard).length >= sent.length)
  received.push(...idsOf(one.heard))
  expect(received).toEqual(sent)
  one.end()
  await one.done
})

test('a cut before the first event loses nothing: the cursor comes with the first read', async () => {
  const cursor = await presentCursor(agency.world)
  const subject = randomUUID()
  await change(subject)
  const one = await browser(agency.people.reader, cursor)
  await until(() => idsOf(one.heard).includes(subject))
  one.end()
  await one.done
})

test('no cursor passes a transaction that is still open', async () => {
  const one = await browser(agency.people.agent)
  const late = randomUUID()
  const early = randomUUID()
  await agency.world.store.transaction(async (tx) => {
    await tx.execute(sql`select pg_current_xact_id()`)
    await agency.world.store.transaction(async (other) => {
      await recorder(
        other,
        null,
        agency.now(),
        'test',
      )({
        room: 'marks',
        subjectId: early,
        action: 'marks.pause_added',
        version: 1,
      })
    })
    await new Promise((resolve) => setTimeout(resolve, 900))
    expect(idsOf(one.heard)).toEqual([])
    await recorder(
      tx,
      null,
      agency.now(),
      'test',
    )({
      room: 'marks',
      subjectId: late,
      action: 'marks.pause_ended',
      version: 2,
    })
  })
  await until(() => idsOf(one.heard).length === 2)
  expect(new Set(idsOf(one.heard))).toEqual(new Set([early, late]))
  one.end()
  await one.done
})

test('a cursor older than 24 hours, or one made up, means: read all anew', async () => {
  const cursor = await presentCursor(agency.world)
  const madeUp = await browser(agency.people.agent, 'bm90IG91cnMgYXQgYWxsLCBidXQgbG9uZyBlbm91Z2g')
  expect(madeUp.heard[0]?.kind).toBe('reset')
  madeUp.end()
  const then = agency.now()
  agency.at(new Date(Date.parse(then) + 24 * 3_600_000 + 1_000).toISOString())
  const old = await browser(agency.people.agent, cursor)
  expect(old.heard[0]?.kind).toBe('reset')
  agency.at(then)
  old.end()
  await Promise.all([old.done, madeUp.done])
})

test('what is planned for an executive account is heard by its circle alone', async () => {
  const hidden = await aPublication([agency.accounts.executive])
  const open = await aPublication([])
  const { planner, agent, reader, administrator, otherPlanner } = agency.people
  const browsers = await Promise.all(
    [planner, agent, reader, administrator, otherPlanner].map((each) => browser(each)),
  )
  await change(hidden, hidden)
  await change(open, open)
  await until(() => browsers.every((each) => idsOf(each.heard).includes(open)))
  expect(browsers.map((each) => idsOf(each.heard).includes(hidden))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  for (const each of browsers) each.end()
  await Promise.all(browsers.map((each) => each.done))
})

test('a thousand connects and aborts leave no listener behind', async () => {
  const sessionId = await signedIn(agency.people.agent)
  const rounds = Array.from({ length: 1_000 }, (_, at) => at)
  for (let from = 0; from < rounds.length; from += 50) {
    await Promise.all(
      rounds.slice(from, from + 50).map(async (at) => {
        const ending = new AbortController()
        const stream = live.changes({
          personId: agency.people.agent.id,
          sessionId,
          cursor: null,
          mayKnow: async () => new Set(),
          signal: ending.signal,
        })
        const reading = (async () => {
          for await (const delivery of stream) expect(delivery).toBeDefined()
        })()
        if (at % 3 === 0) ending.abort()
        else setTimeout(() => ending.abort(), at % 20)
        await reading
      }),
    )
  }
  expect(live.listeners()).toBe(0)
})

test('an ended session ends its stream within five seconds', async () => {
  const one = await browser(agency.people.agent)
  const other = await browser(agency.people.reader)
  await agency.world.store.transaction(async (tx) => {
    await tx.delete(session).where(eq(session.id, one.sessionId))
  })
  const begun = Date.now()
  await one.done
  expect(Date.now() - begun).toBeLessThan(5_000)
  expect(live.listeners()).toBe(1)
  other.end()
  await other.done
})

test('a stream that opens while the sessions of the others are looked up goes on', async () => {
  const [first, second] = [await signedIn(agency.people.agent), await signedIn(agency.people.reader)]
  const one = await browser(agency.people.agent, null, first)
  const waits = sql`select 1 from pg_locks where not granted and relation = 'sign_in_sessions'::regclass`
  const opened = await agency.world.store.transaction(async (tx) => {
    await tx.execute(sql`lock table ${session} in access exclusive mode`)
    await expect
      .poll(async () => (await agency.database.store.db.execute(waits)).length, { timeout: 10_000 })
      .toBe(1)
    return browser(agency.people.reader, null, second)
  })
  const subject = randomUUID()
  await change(subject)
  await until(() => idsOf(one.heard).includes(subject))
  await until(() => idsOf(opened.heard).includes(subject))
  for (const each of [one, opened]) each.end()
  await Promise.all([one.done, opened.done])
})

test('who loses the last role hears nothing more within five seconds', async () => {
  const leaving = await agency.addPerson('Rini', 'reader', null)
  const one = await browser(leaving)
  await agency.world.store.transaction(async (tx) => {
    await tx.update(roleGrants).set({ endedAt: agency.now() }).where(eq(roleGrants.personId, leaving.id))
  })
  const begun = Date.now()
  await one.done
  expect(Date.now() - begun).toBeLessThan(5_000)
})

test('closing ends every open stream at once', async () => {
  const hub = openLive(agency.world)
  const sessionId = await signedIn(agency.people.agent)
  const reading = Array.from({ length: 50 }, async () => {
    const stream = hub.changes({
      personId: agency.people.agent.id,
      sessionId,
      cursor: null,
      mayKnow: async () => new Set(),
      signal: undefined,
    })
    for await (const delivery of stream) expect(delivery).toBeDefined()
  })
  await until(() => hub.listeners() === 50)
  await hub.close()
  await Promise.all(reading)
  expect(hub.listeners()).toBe(0)
})
