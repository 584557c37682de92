import type { lookup } from 'node:dns'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { overlayEvents, overlays } from '../../../db/schema/overlays.ts'
import { people, roleGrants } from '../../../db/schema/people.ts'
import { audit } from '../../../db/schema/records.ts'
import { addAddressInput } from '../../../domain/overlays/input.ts'
import { addMinutes } from '../../../domain/time.ts'
import type { EgressGuard } from '../../../server/infrastructure/egress.ts'
import { addAddress } from '../../../server/overlays/add-address.ts'
import { addFile, proveReadable } from '../../../server/overlays/add-file.ts'
import { list } from '../../../server/overlays/list.ts'
import { putBack } from '../../../server/overlays/put-back.ts'
import { readAgain } from '../../../server/overlays/read-again.ts'
import { readDueOverlays } from '../../../server/overlays/read-due.ts'
import { remove } from '../../../server/overlays/remove.ts'
import { shown } from '../../../server/overlays/shown.ts'
import { type ActingPerson, anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { refusalOf } from '../../support/refusals.ts'

const aCalendar = (title: string) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:a',
    `SUMMARY:${title}`,
    'DTSTART;VALUE=DATE:20261210',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')

let scene: TestAgency
let server: Server
let given: { status: number; text: string }
let asked = 0
/** Reaches the test's own server, by a name that leads to it; https is left out, since no certificate is at hand. */
const testGuard: EgressGuard = {
  protocols: ['http:', 'https:'],
  mayReach: (ip) => ip === '127.0.0.1',
  lookup: ((_host: string, _options: unknown, done: (error: null, found: unknown) => void) =>
    done(null, [{ address: '127.0.0.1', family: 4 }])) as unknown as typeof lookup,
}

beforeAll(async () => {
  scene = await anAgency()
  server = createServer((_request, response) => {
    asked++
    response.writeHead(given.status, { 'content-type': 'text/calendar' }).end(given.text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await scene.drop()
})
beforeEach(() => {
  scene.at(STORY_MOMENT)
  given = { status: 200, text: aCalendar('Rapat kerja') }
})

/** The input as the schema gives it, with the test's http address in place of https. */
async function anOverlay(person: ActingPerson, name: string, unitId: string | null = null): Promise<string> {
  const { port } = server.address() as AddressInfo
  const { id } = await person.call(
    { ...addAddress, input: addAddressInput.extend({ address: addAddressInput.shape.name }) },
    { name, unitId, address: `http://agenda.contoh.example:${port}/kantor.ics?rahasia=${'s'.repeat(20)}` },
  )
  return id
}
const readAll = (guard: EgressGuard = testGuard) => readDueOverlays({ ...scene.world, egress: guard })
const december = { from: '2026-12-01', to: '2026-12-31' }
const titles = async (person: ActingPerson) =>
  (await person.look(shown, december)).map((event) => event.title)
const stateOf = async (person: ActingPerson, id: string) =>
  (await person.look(list, {})).find((one) => one.id === id)

describe('the calendar of an address', () => {
  it('is read at the next turn, and seen by its owner alone', async () => {
    const { planner, secondPlanner } = scene.people
    const id = await anOverlay(planner, 'Agenda saya')
    expect(await stateOf(planner, id)).toMatchObject({ readAt: null, problem: null, eventCount: 0 })
    await readAll()
    expect(await stateOf(planner, id)).toMatchObject({ readAt: STORY_MOMENT, problem: null, eventCount: 1 })
    expect(await titles(planner)).toContain('Rapat kerja')
    expect(await titles(secondPlanner)).not.toContain('Rapat kerja')
    await refusalOf(secondPlanner.call(remove, { overlayId: id }), 'not_found')
    await refusalOf(secondPlanner.call(readAgain, { overlayId: id }), 'not_found')
    await planner.call(remove, { overlayId: id })
    expect(await titles(planner)).not.toContain('Rapat kerja')
  })

  it('of a unit is seen by whoever has a role there or for the agency, and added by who plans there', async () => {
    const { planner, approver, reader, otherPlanner, contributor } = scene.people
    await refusalOf(anOverlay(contributor, 'Bukan', scene.unit), 'not_found')
    await refusalOf(anOverlay(otherPlanner, 'Bukan', scene.unit), 'not_found')
    given.text = aCalendar('Sidang kabinet')
    const id = await anOverlay(planner, 'Agenda biro', scene.unit)
    await readAll()
    for (const person of [planner, approver, reader]) expect(await titles(person)).toContain('Sidang kabinet')
    expect(await titles(otherPlanner)).not.toContain('Sidang kabinet')
    expect(await stateOf(approver, id)).toMatchObject({ mayChange: false, unit: 'Biro Komunikasi' })
    await refusalOf(approver.call(remove, { overlayId: id }), 'not_found')
  })

  it('is read every hour, and kept where it cannot be read, with what happened and when it last worked', async () => {
    const { planner } = scene.people
    given.text = aCalendar('Yang pertama')
    const id = await anOverlay(planner, 'Tiap jam')
    await readAll()
    asked = 0
    scene.at(addMinutes(STORY_MOMENT, 59))
    await readAll()
    expect(asked).toBe(0)
    scene.at(addMinutes(STORY_MOMENT, 61))
    given = { status: 503, text: '' }
    await readAll()
    expect(asked).toBeGreaterThan(0)
    expect(await stateOf(planner, id)).toMatchObject({
      readAt: STORY_MOMENT,
      problem: { code: 'status', status: 503 },
      eventCount: 1,
    })
    expect(await titles(planner)).toContain('Yang pertama')
    given = { status: 200, text: '<html>Masuk</html>' }
    await planner.call(readAgain, { overlayId: id })
    await readAll()
    expect(await stateOf(planner, id)).toMatchObject({ problem: { code: 'not_calendar' } })
    given = { status: 200, text: aCalendar('Yang kedua') }
    await planner.call(readAgain, { overlayId: id })
    await readAll()
    expect(await stateOf(planner, id)).toMatchObject({ problem: null, readAt: addMinutes(STORY_MOMENT, 61) })
    expect(await titles(planner)).not.toContain('Yang pertama')
    expect(await titles(planner)).toContain('Yang kedua')
  })

  it('is read by one of two servers, and recorded only where something is new', async () => {
    const { planner } = scene.people
    const id = await anOverlay(planner, 'Dua server')
    asked = 0
    await scene.world.store.transaction((tx) =>
      tx.update(overlays).set({ dueAt: '2027-01-01T00:00:00.000Z' }),
    )
    await planner.call(readAgain, { overlayId: id })
    await Promise.all([
      readAll(),
      readDueOverlays({ ...scene.second, egress: testGuard }),
      readDueOverlays({ ...scene.second, egress: testGuard }),
    ])
    expect(asked).toBe(1)
    const entries = async () =>
      (await scene.world.store.db.select().from(audit).where(eq(audit.subjectId, id))).filter(
        (entry) => entry.action === 'overlays.read',
      ).length
    expect(await entries()).toBe(1)
    await planner.call(readAgain, { overlayId: id })
    await readAll()
    expect(await entries()).toBe(1)
  })

  it('is kept sealed, and its address stands in no answer and no record', async () => {
    const { planner } = scene.people
    await anOverlay(planner, 'Rahasia')
    const kept = JSON.stringify([
      await scene.world.store.db.select().from(overlays),
      await scene.world.store.db.select().from(audit),
      await planner.look(list, {}),
    ])
    expect(kept).not.toContain('rahasia=sss')
  })

  it('is not read for who was deactivated, and goes on for a unit whatever becomes of who added it', async () => {
    const leaver = await scene.addPerson('Pergi', 'planner', scene.unit)
    await anOverlay(leaver, 'Milik yang pergi')
    await anOverlay(leaver, 'Milik unit', scene.unit)
    await readAll()
    scene.at(addMinutes(STORY_MOMENT, 61))
    await scene.world.store.transaction(async (tx) => {
      await tx.update(overlays).set({ dueAt: '2027-01-01T00:00:00.000Z' })
      await tx.update(overlays).set({ dueAt: STORY_MOMENT }).where(eq(overlays.ownerId, leaver.id))
      await tx.update(people).set({ deactivatedAt: STORY_MOMENT }).where(eq(people.id, leaver.id))
      await tx.update(roleGrants).set({ endedAt: STORY_MOMENT }).where(eq(roleGrants.personId, leaver.id))
    })
    asked = 0
    await readAll()
    expect(asked).toBe(1)
  })

  it('that leads inside is refused by the guard of production, and says so', async () => {
    const { secondPlanner } = scene.people
    const id = await anOverlay(secondPlanner, 'Ke dalam')
    asked = 0
    await readDueOverlays(scene.world)
    expect(await stateOf(secondPlanner, id)).toMatchObject({
      problem: { code: 'address_refused' },
      readAt: null,
    })
    expect(asked).toBe(0)
  })

  it('is https, also where calendar programs write webcal', () => {
    const parsed = (address: string) => addAddressInput.safeParse({ name: 'a', unitId: null, address })
    expect(parsed('webcal://agenda.contoh.example/a.ics').data?.address).toBe(
      'https://agenda.contoh.example/a.ics',
    )
    for (const address of [
      'http://agenda.contoh.example/',
      'file:///etc/passwd',
      'agenda',
      'javascript:alert(1)',
    ]) {
      expect(parsed(address).success, address).toBe(false)
    }
  })

  it('comes back by the undo, and is twenty at most', async () => {
    const { agent } = scene.people
    const first = await anOverlay(agent, 'Ke-1')
    await agent.call(remove, { overlayId: first })
    await agent.call(putBack, { overlayId: first })
    for (let index = 2; index <= 20; index++) await anOverlay(agent, `Ke-${index}`)
    expect(await refusalOf(anOverlay(agent, 'Ke-21'), 'overlays_too_many')).toEqual({ limit: 20 })
  })
})

describe('the calendar of a file', () => {
  const aFile = (text: string) => ({ name: 'Libur kantor', unitId: null, fileName: 'libur.ics', text })

  it('is read, and written out anew a day later for the days to come', async () => {
    const { contributor } = scene.people
    await scene.world.store.transaction((tx) =>
      tx.update(overlays).set({ dueAt: '2028-01-01T00:00:00.000Z' }),
    )
    const text = aCalendar('Cuti bersama kantor').replace('END:VEVENT', 'RRULE:FREQ=MONTHLY\r\nEND:VEVENT')
    await proveReadable(aFile(text))
    const { id } = await contributor.call(addFile, aFile(text))
    await readAll()
    expect(await stateOf(contributor, id)).toMatchObject({ isFile: true, problem: null, eventCount: 14 })
    scene.at('2027-03-09T03:22:00.000Z')
    await readAll()
    const kept = await scene.world.store.db
      .select()
      .from(overlayEvents)
      .where(eq(overlayEvents.overlayId, id))
    expect(
      kept
        .map((event) => event.firstDay)
        .sort()
        .at(-1),
    ).toBe('2028-04-10')
    await refusalOf(contributor.call(readAgain, { overlayId: id }), 'not_found')
  })

  it.each(['', '<html></html>', 'Tanggal;Acara\n10/12/2026;Rapat'])(
    'that is none is refused: %s',
    async (text) => {
      expect(await refusalOf(proveReadable(aFile(text)), 'calendar_unreadable')).toEqual({
        name: 'libur.ics',
      })
    },
  )
})
