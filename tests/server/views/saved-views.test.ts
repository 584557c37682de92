import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accounts } from '../../../db/schema/accounts.ts'
import { people, roleGrants } from '../../../db/schema/people.ts'
import { outbox } from '../../../db/schema/records.ts'
import { savedViews } from '../../../db/schema/views.ts'
import { type CalendarFilter, filterSchema } from '../../../domain/publications/filter.ts'
import { isFor } from '../../../server/infrastructure/live-events.ts'
import { change } from '../../../server/views/change.ts'
import { list } from '../../../server/views/list.ts'
import { putBack } from '../../../server/views/put-back.ts'
import { remove } from '../../../server/views/remove.ts'
import { save } from '../../../server/views/save.ts'
import { type ActingPerson, anAgency, type TestAgency } from '../../support/agency.ts'
import { outcomesOf, refusalOf } from '../../support/refusals.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
})
afterAll(() => scene.drop())

const aView = (name: string, given: { unitId?: string; filter?: object } = {}) => ({
  name,
  kind: 'list' as const,
  filter: filterSchema.parse(given.filter ?? { objective: 'protect' }),
  unitId: given.unitId ?? null,
})
const names = async (person: ActingPerson) => (await person.look(list, {})).map((view) => view.name)

describe('a saved view', () => {
  it('kept for oneself is seen by nobody else, and nobody else hears of it', async () => {
    const { planner, secondPlanner, administrator } = scene.people
    const { id } = await planner.call(save, aView('Hanya saya'))
    expect(await names(planner)).toContain('Hanya saya')
    expect(await names(secondPlanner)).not.toContain('Hanya saya')
    expect(await names(administrator)).not.toContain('Hanya saya')
    const [event] = await scene.world.store.db.select().from(outbox).where(eq(outbox.subjectId, id))
    if (!event) throw new Error('no event')
    expect(isFor(event, planner.id, [], new Set())).toBe(true)
    expect(isFor(event, secondPlanner.id, [], new Set())).toBe(false)
    await refusalOf(secondPlanner.call(remove, { viewId: id }), 'not_found')
    await refusalOf(secondPlanner.call(change, { viewId: id, version: 1, name: 'Bukan' }), 'not_found')
  })

  it('of a unit is seen by whoever has a role there or for the agency, and changed by who plans there', async () => {
    const { planner, secondPlanner, approver, contributor, reader, otherPlanner } = scene.people
    const { id } = await planner.call(save, aView('Proteksi unit', { unitId: scene.unit }))
    for (const person of [secondPlanner, approver, contributor, reader]) {
      expect(await names(person)).toContain('Proteksi unit')
    }
    expect(await names(otherPlanner)).not.toContain('Proteksi unit')
    const shown = (await approver.look(list, {})).find((view) => view.id === id)
    expect(shown).toMatchObject({ mayChange: false, unit: 'Biro Komunikasi', kind: 'list', version: 1 })
    await refusalOf(approver.call(change, { viewId: id, version: 1, name: 'Lain' }), 'not_found')
    await refusalOf(otherPlanner.call(remove, { viewId: id }), 'not_found')
    expect(await secondPlanner.call(change, { viewId: id, version: 1, name: 'Proteksi kami' })).toEqual({
      version: 2,
    })
  })

  it('is saved for a unit by nobody who does not plan there', async () => {
    const { contributor, otherPlanner, reader } = scene.people
    for (const person of [contributor, otherPlanner, reader]) {
      await refusalOf(person.call(save, aView('Tidak boleh', { unitId: scene.unit })), 'not_found')
    }
  })

  it('merges different parts and refuses the same part changed twice', async () => {
    const { planner, secondPlanner } = scene.people
    const { id } = await planner.call(save, aView('Bersama', { unitId: scene.unit }))
    await planner.call(change, { viewId: id, version: 1, name: 'Bersama dua' })
    const filter = filterSchema.parse({ words: 'berkas' })
    expect(await secondPlanner.call(change, { viewId: id, version: 1, filter, kind: 'week' })).toEqual({
      version: 3,
    })
    const conflict = await refusalOf(
      secondPlanner.call(change, { viewId: id, version: 1, name: 'Bersama tiga' }),
      'conflict',
    )
    expect(conflict).toMatchObject({
      by: planner.name,
      fields: [{ field: 'name', yours: 'Bersama tiga', theirs: 'Bersama dua' }],
    })
  })

  it('has a name of its own in its place, also where two are saved at once', async () => {
    const { planner } = scene.people
    await planner.call(save, aView('Pekan ini'))
    await refusalOf(planner.call(save, aView('pekan INI')), 'view_name_taken')
    await planner.call(save, aView('Pekan ini', { unitId: scene.unit }))
    const both = await outcomesOf([
      planner.call(save, aView('Sekaligus')),
      scene.onSecond(planner).call(save, aView('Sekaligus')),
    ])
    expect(both).toEqual({ done: 1, refused: ['view_name_taken'] })
  })

  it('that was removed comes back by the undo, unless its name was given away', async () => {
    const { secondPlanner } = scene.people
    const { id } = await secondPlanner.call(save, aView('Sementara'))
    await secondPlanner.call(remove, { viewId: id })
    expect(await names(secondPlanner)).not.toContain('Sementara')
    await refusalOf(secondPlanner.call(remove, { viewId: id }), 'not_found')
    await refusalOf(secondPlanner.call(change, { viewId: id, version: 2, name: 'Hidup' }), 'not_found')
    await secondPlanner.call(putBack, { viewId: id })
    expect(await names(secondPlanner)).toContain('Sementara')
    await secondPlanner.call(remove, { viewId: id })
    await secondPlanner.call(save, aView('Sementara'))
    await refusalOf(secondPlanner.call(putBack, { viewId: id }), 'view_name_taken')
  })

  it('says what it names that has ended, or was never there', async () => {
    const { contributor } = scene.people
    const leaver = await scene.addPerson('Sudah Pergi', 'planner', scene.unit)
    const nowhere = '0193a1f0-0000-7000-8000-00000000dead'
    await contributor.call(
      save,
      aView('Dengan yang lama', {
        filter: {
          accountIds: [scene.accounts.instagram, scene.accounts.x],
          ownerIds: [leaver.id],
          campaignIds: [nowhere],
        },
      }),
    )
    const goneNow = async () =>
      (await contributor.look(list, {})).find((view) => view.name === 'Dengan yang lama')?.gone
    expect(await goneNow()).toEqual([{ kind: 'campaign', name: null }])
    await scene.world.store.transaction(async (tx) => {
      await tx.update(accounts).set({ endedAt: scene.now() }).where(eq(accounts.id, scene.accounts.instagram))
      await tx.update(people).set({ deactivatedAt: scene.now() }).where(eq(people.id, leaver.id))
    })
    expect(await goneNow()).toEqual([
      { kind: 'account', name: '@kementeriancontoh' },
      { kind: 'campaign', name: null },
      { kind: 'owner', name: 'Sudah Pergi' },
    ])
  })

  it('that was kept before the filter had some part is read as not narrowed by it', async () => {
    const { agent } = scene.people
    const { id } = await agent.call(save, aView('Dari dahulu'))
    const before = { objective: 'promote' } as unknown as CalendarFilter
    await scene.world.store.transaction((tx) =>
      tx.update(savedViews).set({ filter: before }).where(eq(savedViews.id, id)),
    )
    const view = (await agent.look(list, {})).find((one) => one.id === id)
    expect(view).toMatchObject({ filter: { objective: 'promote', accountIds: [], words: '' }, gone: [] })
  })

  it('of a unit is gone for whoever lost the role there', async () => {
    const helper = await scene.addPerson('Bantu Sebentar', 'contributor', scene.unit)
    await scene.people.planner.call(save, aView('Untuk unit saja', { unitId: scene.unit }))
    expect(await names(helper)).toContain('Untuk unit saja')
    await scene.world.store.transaction((tx) =>
      tx.update(roleGrants).set({ unitId: scene.otherUnit }).where(eq(roleGrants.personId, helper.id)),
    )
    expect(await names(helper)).not.toContain('Untuk unit saja')
  })
})
