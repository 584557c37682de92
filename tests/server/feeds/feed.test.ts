import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { circleMembers } from '../../../db/schema/accounts.ts'
import { feeds } from '../../../db/schema/feeds.ts'
import { people, roleGrants } from '../../../db/schema/people.ts'
import { idempotencyKeys } from '../../../db/schema/records.ts'
import { rateLimit } from '../../../db/schema/sign-in.ts'
import { filterSchema } from '../../../domain/publications/filter.ts'
import { addMinutes } from '../../../domain/time.ts'
import { list } from '../../../server/feeds/list.ts'
import { feedPath, make } from '../../../server/feeds/make.ts'
import { revoke } from '../../../server/feeds/revoke.ts'
import { FEED_LIMIT } from '../../../server/reading/feed.ts'
import { remove } from '../../../server/views/remove.ts'
import { save } from '../../../server/views/save.ts'
import type { ActingPerson } from '../../support/agency.ts'
import { asAdmin } from '../../support/database.ts'
import { refusalOf } from '../../support/refusals.ts'
import { aServedAgency } from '../../support/served-agency.ts'
import { planned, plannedMany } from '../reading/support.ts'

let here: Awaited<ReturnType<typeof aServedAgency>>
let scene: typeof here.scene
beforeAll(async () => {
  here = await aServedAgency()
  scene = here.scene
})
afterAll(() => here.stop())

async function aFeed(
  person: ActingPerson,
  viewId: string | null = null,
): Promise<{ id: string; url: string }> {
  const { id, sealedToken } = await person.call(make, { viewId })
  return { id, url: `${here.url}${feedPath(scene.world, sealedToken)}` }
}

async function eventsAt(url: string): Promise<Map<string, ICAL.Component>> {
  const answer = await fetch(url)
  expect(answer.status).toBe(200)
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()))
  return new Map(
    calendar
      .getAllSubcomponents('vevent')
      .map((event) => [String(event.getFirstPropertyValue('summary')).split(' · ')[0] ?? '', event]),
  )
}

const titlesAt = async (url: string) => [...(await eventsAt(url)).keys()]

describe('a feed', () => {
  it('tells each publication as it stands, in the words of its person', async () => {
    const { planner } = scene.people
    const exact = await planned(scene, {
      title: 'Siapkan berkas; mulai hari ini',
      state: 'approved',
      version: 4,
      timeVersion: 2,
      stepsRequired: 1,
      stepsDecided: 1,
    })
    await planned(scene, {
      title: 'Belum pasti',
      timeKind: 'tentative',
      plannedAt: '2026-12-16T02:00:00.000Z',
    })
    await planned(scene, {
      title: 'Jam menyusul',
      timeKind: 'open',
      plannedAt: null,
      plannedDay: '2026-12-31',
    })
    await planned(scene, {
      title: 'Baru dibatalkan',
      state: 'cancelled',
      changedAt: '2026-11-20T00:00:00.000Z',
    })
    await planned(scene, {
      title: 'Lama dibatalkan',
      state: 'cancelled',
      changedAt: '2026-11-01T00:00:00.000Z',
    })
    await planned(scene, { title: 'Terlalu lama', plannedAt: '2026-09-09T02:00:00.000Z' })
    await planned(scene, { title: 'Terlalu jauh', plannedAt: '2028-02-01T02:00:00.000Z' })
    await planned(scene, { title: 'Belum berjadwal', plannedAt: null })

    const { url } = await aFeed(planner)
    const events = await eventsAt(url)
    expect([...events.keys()].sort()).toEqual([
      'Baru dibatalkan',
      'Belum pasti',
      'Jam menyusul',
      'Siapkan berkas; mulai hari ini',
    ])
    const of = (title: string, property: string) => String(events.get(title)?.getFirstPropertyValue(property))
    const title = 'Siapkan berkas; mulai hari ini'
    expect(of(title, 'summary')).toBe(`${title} · Promosi, Siap`)
    expect(of(title, 'uid')).toBe(`publication-${exact.id}@selaras`)
    expect(of(title, 'dtstart')).toBe('2026-12-11T02:00:00Z')
    expect(of(title, 'sequence')).toBe('6')
    expect(of(title, 'status')).toBe('CONFIRMED')
    expect(of(title, 'url')).toBe(`${here.url}/publications/${exact.id}`)
    expect(of(title, 'description').split('\n')).toEqual([
      'Akun: X @kemencontoh',
      'Jenis pesan: Informasi',
      'Pemilik: Sekar Larasati',
      'Kesiapan: tanpa bahan jawaban',
    ])
    expect(of('Belum pasti', 'status')).toBe('TENTATIVE')
    expect(of('Jam menyusul', 'dtstart')).toBe('2026-12-31')
    expect(of('Baru dibatalkan', 'status')).toBe('CANCELLED')
  })

  it('of a saved view keeps to its filter, and follows it when it changes', async () => {
    const { planner } = scene.people
    await planned(scene, { title: 'Proteksi saja', objective: 'protect' })
    const view = { name: 'Proteksi', kind: 'month' as const, unitId: null }
    const { id } = await planner.call(save, { ...view, filter: filterSchema.parse({ objective: 'protect' }) })
    const { url } = await aFeed(planner, id)
    expect(await titlesAt(url)).toEqual(['Proteksi saja'])
    const text = await (await fetch(url)).text()
    expect(text).toContain('X-WR-CALNAME:Proteksi (Kementerian Contoh)')
    await planner.call(remove, { viewId: id })
    expect((await fetch(url)).status).toBe(404)
    expect(await planner.look(list, {})).toContainEqual(expect.objectContaining({ isGone: true, name: null }))
  })

  it('answers an unchanged calendar with 304, kept by nobody between', async () => {
    const { url } = await aFeed(scene.people.planner)
    const first = await fetch(url)
    const tag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const again = await fetch(url, { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(304)
    await planned(scene, { title: 'Sesuatu yang baru' })
    expect((await fetch(url, { headers: { 'if-none-match': tag } })).status).toBe(200)
  })

  it('holds a draft of an executive account for its circle alone, as of this moment', async () => {
    const { planner, reader, administrator } = scene.people
    const outside = await Promise.all([reader, administrator].map((person) => aFeed(person)))
    const before = await Promise.all(outside.map(async ({ url }) => (await fetch(url)).text()))
    await planned(scene, { title: 'Menteri membuka pendaftaran', accountIds: [scene.accounts.executive] })
    const after = await Promise.all(outside.map(async ({ url }) => (await fetch(url)).text()))
    expect(after).toEqual(before)
    expect(await titlesAt((await aFeed(planner)).url)).toContain('Menteri membuka pendaftaran')

    const guest = await scene.addPerson('Tamu Lingkaran', 'reader', null)
    const feed = await aFeed(guest)
    await scene.world.store.transaction((tx) =>
      tx.insert(circleMembers).values({
        accountId: scene.accounts.executive,
        personId: guest.id,
        addedBy: planner.id,
        addedAt: scene.now(),
      }),
    )
    expect(await titlesAt(feed.url)).toContain('Menteri membuka pendaftaran')
    await scene.world.store.transaction((tx) =>
      tx.update(circleMembers).set({ removedAt: scene.now() }).where(eq(circleMembers.personId, guest.id)),
    )
    expect(await titlesAt(feed.url)).not.toContain('Menteri membuka pendaftaran')
  })

  it('is gone at once for who was deactivated, lost the last role, or revoked it', async () => {
    const moment = scene.now()
    const gone = async (name: string, end: (person: ActingPerson, feedId: string) => Promise<unknown>) => {
      const person = await scene.addPerson(name, 'reader', null)
      const { id, url } = await aFeed(person)
      expect((await fetch(url)).status).toBe(200)
      await end(person, id)
      const answer = await fetch(url)
      expect([answer.status, await answer.text()]).toEqual([404, 'not found'])
    }
    await gone('Nonaktif', (person) =>
      scene.world.store.transaction((tx) =>
        tx.update(people).set({ deactivatedAt: moment }).where(eq(people.id, person.id)),
      ),
    )
    await gone('Tanpa peran', (person) =>
      scene.world.store.transaction((tx) =>
        tx.update(roleGrants).set({ endedAt: moment }).where(eq(roleGrants.personId, person.id)),
      ),
    )
    await gone('Mencabut', (person, feedId) => person.call(revoke, { feedId }))
  })

  it("of a unit's view is gone for who lost the role in that unit", async () => {
    const { planner } = scene.people
    const { id } = await planner.call(save, {
      name: 'Untuk unit',
      kind: 'month',
      filter: filterSchema.parse({}),
      unitId: scene.unit,
    })
    await refusalOf(scene.people.otherPlanner.call(make, { viewId: id }), 'not_found')
    const helper = await scene.addPerson('Bantu', 'contributor', scene.unit)
    const { url } = await aFeed(helper, id)
    expect((await fetch(url)).status).toBe(200)
    await scene.world.store.transaction((tx) =>
      tx.update(roleGrants).set({ unitId: scene.otherUnit }).where(eq(roleGrants.personId, helper.id)),
    )
    expect((await fetch(url)).status).toBe(404)
  })

  it('that holds too much ends in a sentence that says so', async () => {
    const many = await scene.addPerson('Banyak', 'reader', null)
    const greetings = Array.from({ length: FEED_LIMIT + 1 }, (_, index) => ({
      title: `Banyak ${index}`,
      subjectClass: 'greeting',
      plannedAt: addMinutes('2026-10-01T01:00:00.000Z', 300 * index),
    }))
    await plannedMany(scene, greetings.slice(0, 1000))
    await plannedMany(scene, greetings.slice(1000))
    const { id } = await many.call(save, {
      name: 'Ucapan',
      kind: 'list',
      filter: filterSchema.parse({ subjectClasses: ['greeting'] }),
      unitId: null,
    })
    const titles = await titlesAt((await aFeed(many, id)).url)
    expect(titles).toHaveLength(FEED_LIMIT + 1)
    expect(titles.at(-1)).toBe('Langganan terpotong setelah 2.000 publikasi')
  })
})

describe('the address of a feed', () => {
  it('is shown to who made it, kept nowhere, and stands in no log, also where the server fails', async () => {
    const { planner } = scene.people
    const answer = await fetch(`${here.url}/trpc/feeds.make`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: await here.cookieOf(planner) },
      body: JSON.stringify({ key: randomUUID(), input: { viewId: null } }),
    })
    const made = ((await answer.json()) as { result: { data: { id: string; path: string } } }).result.data
    expect(Object.keys(made).sort()).toEqual(['id', 'path'])
    const token = /^\/feeds\/([\w-]{43})\.ics$/.exec(made.path)?.[1] ?? ''
    expect(token).toHaveLength(43)
    expect((await fetch(`${here.url}${made.path}`)).status).toBe(200)
    const kept = JSON.stringify([
      await scene.world.store.db.select().from(feeds),
      await scene.world.store.db.select().from(idempotencyKeys),
      await planner.look(list, {}),
    ])
    expect(kept).not.toContain(token)

    here.world.log.error({ req: { method: 'GET', url: made.path } }, 'failed')
    here.world.log.error({ err: new Error(`failed at ${made.path}`) }, 'failed')
    await asAdmin(scene.database.url, 'alter table publications rename to publications_away')
    expect((await fetch(`${here.url}${made.path}`)).status).toBe(500)
    await asAdmin(scene.database.url, 'alter table publications_away rename to publications')
    expect((await fetch(`${here.url}${made.path.replace('.ics', '.ical')}`)).status).toBe(404)
    expect(here.logged()).toContain('a request failed')
    expect(here.logged()).not.toContain(token)
  })

  it('says when it was last read', async () => {
    const { planner } = scene.people
    const { id, url } = await aFeed(planner)
    const lastRead = async () => (await planner.look(list, {})).find((one) => one.id === id)?.lastReadAt
    expect(await lastRead()).toBeNull()
    await fetch(url)
    expect(await lastRead()).toBe(scene.now())
  })

  it('is revoked by its person alone', async () => {
    const { id, url } = await aFeed(scene.people.planner)
    await refusalOf(scene.people.administrator.call(revoke, { feedId: id }), 'not_found')
    expect((await fetch(url)).status).toBe(200)
  })

  it('that nobody has is not guessed for long', async () => {
    await scene.world.store.transaction((tx) => tx.delete(rateLimit))
    const statuses: number[] = []
    for (let index = 0; index < 62; index++)
      statuses.push((await fetch(`${here.url}/feeds/${'a'.repeat(43)}.ics`)).status)
    expect(statuses.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 404))
    expect(statuses.slice(60)).toEqual([429, 429])
    const { url } = await aFeed(scene.people.planner)
    expect((await fetch(url)).status).toBe(200)
  })

  it('is made twenty times at most', async () => {
    const keen = await scene.addPerson('Rajin', 'reader', null)
    for (let index = 0; index < 20; index++) await keen.call(make, { viewId: null })
    expect(await refusalOf(keen.call(make, { viewId: null }), 'feeds_too_many')).toEqual({ limit: 20 })
  })
})
