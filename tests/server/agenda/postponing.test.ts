import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { agendaEvents } from '../../../db/schema/agenda.ts'
import { publications } from '../../../db/schema/publications.ts'
import { audit } from '../../../db/schema/records.ts'
import type { EventTime } from '../../../domain/agenda/shift.ts'
import { cancel } from '../../../server/agenda/cancel.ts'
import { create as createEvent } from '../../../server/agenda/create.ts'
import { page } from '../../../server/agenda/page.ts'
import { approve } from '../../../server/approvals/approve.ts'
import { edit } from '../../../server/publications/edit.ts'
import { move } from '../../../server/publications/move.ts'
import { onEvent } from '../../../server/publications/on-event.ts'
import { postponeEvent } from '../../../server/publications/postpone-event.ts'
import { handOver } from '../../../server/publishing/hand-over.ts'
import { postponing } from '../../../server/reading/postponing.ts'
import { readiness } from '../../../server/reading/readiness.ts'
import { type ActingPerson, anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import {
  aDelegation,
  aDraft,
  anApproved,
  aSubmission,
  eventsOf,
  refusalOf,
  rowOf,
  stepAt,
} from '../approvals/support.ts'
import { december, planned } from '../reading/support.ts'

const BEFORE: EventTime = { kind: 'exact', day: '2026-12-10', clock: '10:00' }
const AFTER: EventTime = { kind: 'exact', day: '2026-12-12', clock: '11:30' }

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
  await aDelegation(scene, scene.people.delegate)
})
afterAll(() => scene.drop())
beforeEach(() => scene.at(STORY_MOMENT))

async function anEvent(time: EventTime = BEFORE): Promise<string> {
  const { id } = await scene.people.planner.call(createEvent, {
    unitId: scene.unit,
    name: 'Kunjungan kerja ke Bantul',
    kind: 'visit',
    place: 'Bantul',
    time,
    notes: '',
  })
  return id
}

async function hang(publicationId: string, agendaEventId: string, by = scene.people.planner) {
  const { version } = await rowOf(scene, publicationId)
  await by.call(edit, { publicationId, version, changes: { agendaEventId } })
}

/** Puts it on the event whoever may know of it: as somebody of its circle would have. */
async function hangUnseen(publicationId: string, agendaEventId: string) {
  await scene.database.store.transaction((tx) =>
    tx.update(publications).set({ agendaEventId }).where(eq(publications.id, publicationId)),
  )
}

async function seenBy(person: ActingPerson, eventId: string, time: EventTime = AFTER) {
  const preview = await person.look(postponing, { eventId, time })
  const seen = preview.moves.map(({ id, timeVersion, endsApproval }) => ({
    publicationId: id,
    timeVersion,
    endsApproval,
  }))
  return { preview, input: { eventId, version: preview.version, time, seen } }
}

describe('postponing an event', () => {
  it('shows what moves and what that breaks, then moves all of it by the same days and hours', async () => {
    const { planner, approver } = scene.people
    const event = await anEvent()
    const approved = await anApproved(scene)
    const open = await aDraft(scene, { time: { kind: 'open', day: '2026-12-09' } })
    const undated = await aDraft(scene, { time: { kind: 'none' } })
    for (const id of [approved.publicationId, open, undated]) await hang(id, event)
    const neighbour = await aDraft(scene, { time: { kind: 'exact', day: '2026-12-12', clock: '10:40' } })

    const { preview, input } = await seenBy(planner, event)
    const shown = new Map(preview.moves.map((one) => [one.id, one]))
    expect(shown.get(approved.publicationId)).toMatchObject({
      from: { plannedAt: '2026-12-10T02:00:00.000Z' },
      to: { plannedDay: '2026-12-12', plannedAt: '2026-12-12T03:30:00.000Z' },
      endsApproval: false,
      breaks: ['clash'],
    })
    expect(shown.get(open)).toMatchObject({ to: { plannedDay: '2026-12-11', plannedAt: null }, breaks: [] })
    expect(shown.has(neighbour)).toBe(false)

    expect(await planner.call(postponeEvent, input)).toMatchObject({ movedCount: 2, version: 2 })
    expect(await rowOf(scene, approved.publicationId)).toMatchObject({
      state: 'approved',
      plannedDay: '2026-12-12',
      plannedAt: '2026-12-12T03:30:00.000Z',
    })
    expect(await rowOf(scene, open)).toMatchObject({ timeKind: 'open', plannedDay: '2026-12-11' })
    expect(await rowOf(scene, undated)).toMatchObject({ timeKind: 'none', timeVersion: 1 })
    expect(await rowOf(scene, neighbour)).toMatchObject({ timeVersion: 1 })
    expect(await eventsOf(scene, approved.publicationId, 'publications.moved')).toMatchObject([
      { data: { eventId: event, to: '2026-12-12T03:30:00.000Z' } },
    ])
    expect(await approver.look(page, { id: event })).toMatchObject({ day: '2026-12-12', clock: '11:30' })
  })

  it('ends an approval that binds the time, says so before, and tells who decided', async () => {
    const { delegate } = scene.people
    const event = await anEvent()
    const { publicationId } = await anApproved(scene, { accountIds: [scene.accounts.executive] })
    await hang(publicationId, event)
    const { preview, input } = await seenBy(scene.people.planner, event)
    expect(preview.moves).toMatchObject([{ id: publicationId, endsApproval: true }])
    await scene.people.planner.call(postponeEvent, input)
    expect(await rowOf(scene, publicationId)).toMatchObject({ state: 'draft', submissionId: null })
    const [ended] = await eventsOf(scene, publicationId, 'publications.submission_ended')
    expect(ended?.data).toMatchObject({ why: 'moved' })
    expect(ended?.data.decidedBy).toContain(delegate.id)
  })

  it('leaves alone what is handed over, and refuses who is no planner of its unit', async () => {
    const event = await anEvent()
    const { publicationId } = await anApproved(scene)
    await hang(publicationId, event)
    scene.at('2026-12-10T02:00:00.000Z')
    await scene.people.planner.call(handOver, { publicationId })
    const { preview, input } = await seenBy(scene.people.planner, event)
    expect(preview.moves).toEqual([])
    const { otherPlanner, approver } = scene.people
    expect(await refusalOf(otherPlanner.call(postponeEvent, input))).toMatchObject({ code: 'not_found' })
    expect(await refusalOf(approver.call(postponeEvent, input))).toMatchObject({ code: 'not_allowed' })
    await scene.people.planner.call(postponeEvent, input)
    expect(await rowOf(scene, publicationId)).toMatchObject({ plannedAt: '2026-12-10T02:00:00.000Z' })
  })

  it('moves what the person may not know of, unnamed and uncounted, and tells its owner', async () => {
    const outsider = await scene.addPerson('Rina Kartika', 'planner', scene.otherUnit)
    const { id: event } = await outsider.call(createEvent, {
      unitId: scene.otherUnit,
      name: 'Peresmian pasar',
      kind: 'ceremony',
      place: '',
      time: BEFORE,
      notes: '',
    })
    const secret = await planned(scene, {
      title: 'Menteri: rahasia',
      accountIds: [scene.accounts.executive],
      plannedAt: '2026-12-10T05:00:00.000Z',
    })
    await hangUnseen(secret.id, event)
    const { preview, input } = await seenBy(outsider, event)
    expect(preview.moves).toEqual([])
    expect(await outsider.look(onEvent, { id: event })).toEqual({ publications: [] })
    expect(await outsider.call(postponeEvent, input)).toEqual({ version: 2, movedCount: 0 })
    expect(await rowOf(scene, secret.id)).toMatchObject({ plannedAt: '2026-12-12T06:30:00.000Z' })
    const told = await scene.database.store.db.select().from(audit).where(eq(audit.subjectId, event))
    expect(JSON.stringify(told)).not.toContain(secret.id)
    expect(await eventsOf(scene, secret.id, 'publications.moved')).toMatchObject([
      { data: { eventId: event } },
    ])
  })

  it('is refused whole where something changed since it was shown', async () => {
    const { planner, secondPlanner } = scene.people
    const event = await anEvent()
    const [one, other] = [await aDraft(scene), await aDraft(scene)]
    for (const id of [one, other]) await hang(id, event)
    const { input } = await seenBy(planner, event)
    const time = { kind: 'exact', day: '2026-12-10', clock: '15:00' } as const
    await secondPlanner.call(move, {
      publicationId: one,
      timeVersion: 1,
      time,
      confirmsEndOfApproval: false,
    })
    expect(await refusalOf(planner.call(postponeEvent, input))).toMatchObject({ code: 'postponing_outdated' })
    expect(await rowOf(scene, other)).toMatchObject({ timeVersion: 1 })
    const again = await seenBy(planner, event)
    await planner.call(postponeEvent, again.input)
    expect(await refusalOf(planner.call(postponeEvent, again.input))).toMatchObject({
      code: 'postponing_outdated',
    })
  })
})

describe('two at once', () => {
  it('of two who postpone one does, the other is asked to look again', async () => {
    const { planner, secondPlanner } = scene.people
    const event = await anEvent()
    const publicationId = await aDraft(scene)
    await hang(publicationId, event)
    const { input } = await seenBy(planner, event)
    const answers = await Promise.allSettled([
      planner.call(postponeEvent, input),
      scene.onSecond(secondPlanner).call(postponeEvent, input),
    ])
    expect(answers.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await rowOf(scene, publicationId)).toMatchObject({
      plannedAt: '2026-12-12T03:30:00.000Z',
      timeVersion: 2,
    })
  })

  it('postponing and moving, in either order, lose nothing and wait for nobody forever', async () => {
    const { planner, secondPlanner } = scene.people
    for (let round = 0; round < 4; round++) {
      const event = await anEvent()
      const [one, other] = [await aDraft(scene), await aDraft(scene)]
      for (const id of [one, other]) await hang(id, event)
      const { input } = await seenBy(planner, event)
      const time = { kind: 'exact', day: '2026-12-20', clock: '15:00' } as const
      const moving = { publicationId: other, timeVersion: 1, time, confirmsEndOfApproval: false }
      const [postponedIt, movedIt] = await Promise.allSettled([
        planner.call(postponeEvent, input),
        scene.onSecond(secondPlanner).call(move, moving),
      ])
      const rows = [await rowOf(scene, one), await rowOf(scene, other)]
      expect([postponedIt.status, movedIt.status].sort()).toEqual(['fulfilled', 'rejected'])
      expect(rows.map((row) => row.plannedAt)).toEqual(
        postponedIt.status === 'fulfilled'
          ? ['2026-12-12T03:30:00.000Z', '2026-12-12T03:30:00.000Z']
          : ['2026-12-10T02:00:00.000Z', '2026-12-20T08:00:00.000Z'],
      )
    }
  })

  it('postponing and the last approval of a bound time: never approved for a time nobody approved', async () => {
    const { planner, approver, delegate } = scene.people
    for (let round = 0; round < 4; round++) {
      const event = await anEvent()
      const submitted = await aSubmission(scene, { accountIds: [scene.accounts.executive] })
      const { publicationId } = submitted
      await hang(publicationId, event)
      await approver.call(approve, { ...submitted, stepId: stepAt(submitted.steps, 0).id, comment: '' })
      const { input } = await seenBy(planner, event)
      const stepId = stepAt(submitted.steps, 1).id
      await Promise.allSettled([
        planner.call(postponeEvent, input),
        scene.onSecond(delegate).call(approve, { ...submitted, stepId, comment: '' }),
      ])
      const row = await rowOf(scene, publicationId)
      const isMoved = row.plannedAt !== '2026-12-10T02:00:00.000Z'
      expect(row.state).toBe(isMoved ? 'draft' : 'approved')
    }
  })
})

describe('cancelling an event', () => {
  it('leaves its publications at their times, each with a warning; nothing more is hung on it', async () => {
    const { planner } = scene.people
    const event = await anEvent()
    const publicationId = await aDraft(scene)
    await hang(publicationId, event)
    await planner.call(cancel, { id: event })
    const { blockers } = await planner.look(readiness, { publicationId })
    expect(blockers).toContainEqual(
      expect.objectContaining({
        code: 'event_cancelled',
        severity: 'warning',
        data: { name: 'Kunjungan kerja ke Bantul' },
      }),
    )
    const seen = await december(planner)
    expect(seen.agenda).toContainEqual(expect.objectContaining({ id: event, isCancelled: true }))
    const other = await aDraft(scene)
    expect(await refusalOf(hang(other, event))).toMatchObject({ code: 'event_cancelled' })
    expect(await refusalOf(planner.call(cancel, { id: event }))).toMatchObject({ code: 'event_cancelled' })
    const [row] = await scene.database.store.db.select().from(agendaEvents).where(eq(agendaEvents.id, event))
    expect(row).toMatchObject({ day: '2026-12-10', cancelledBy: planner.id })
  })

  it('an event is a planner’s to write down', async () => {
    const time = { kind: 'exact', day: '2026-12-10', clock: '10:00' } as const
    const { administrator } = scene.people
    const event = { unitId: scene.unit, name: 'A', kind: 'visit', place: '', time, notes: '' } as const
    expect(await refusalOf(administrator.call(createEvent, event))).toMatchObject({ code: 'not_allowed' })
  })
})
