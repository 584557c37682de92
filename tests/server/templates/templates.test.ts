import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accounts } from '../../../db/schema/accounts.ts'
import { audit, outbox } from '../../../db/schema/records.ts'
import { templates } from '../../../db/schema/templates.ts'
import { change } from '../../../server/templates/change.ts'
import { create } from '../../../server/templates/create.ts'
import { list } from '../../../server/templates/list.ts'
import { putBack } from '../../../server/templates/put-back.ts'
import { retire } from '../../../server/templates/retire.ts'
import { type ActingPerson, anAgency, type TestAgency } from '../../support/agency.ts'
import { outcomesOf, refusalOf } from '../../support/refusals.ts'
import { aTemplate } from './support.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
})
afterAll(() => scene.drop())

const make = async (name: string, given: object = {}, who: ActingPerson = scene.people.planner) =>
  (await who.call(create, aTemplate(scene, { name, ...given }))).id
const listed = async (person: ActingPerson, withRetired = false) => person.look(list, { withRetired })
const names = async (person: ActingPerson) => (await listed(person)).map((one) => one.name)

describe('a template', () => {
  it('belongs to a unit: who plans there makes and changes it, who drafts there uses it, nobody else knows of it', async () => {
    const { planner, secondPlanner, contributor, otherPlanner, administrator, approver } = scene.people
    const id = await make('Tips pekanan')
    expect(await names(secondPlanner)).toContain('Tips pekanan')
    expect(await names(otherPlanner)).not.toContain('Tips pekanan')
    const asContributor = (await listed(contributor)).find((one) => one.id === id)
    expect(asContributor).toMatchObject({ unit: 'Biro Komunikasi', mayChange: false, version: 1 })
    for (const person of [administrator, approver]) await refusalOf(listed(person), 'not_allowed')

    const changed = { templateId: id, version: 1, name: 'Tips Jumat' }
    await refusalOf(otherPlanner.call(change, changed), 'not_found')
    await refusalOf(otherPlanner.call(retire, { templateId: id }), 'not_found')
    await refusalOf(make('Bukan unit saya', {}, otherPlanner), 'not_found')
    await refusalOf(make('Kontributor', {}, contributor), 'not_allowed')
    expect(await secondPlanner.call(change, changed)).toEqual({ version: 2 })
    const told = await scene.world.store.db.select().from(outbox).where(eq(outbox.subjectId, id))
    expect(told.map((event) => event.action)).toEqual(['templates.created', 'templates.changed'])
    const kept = await scene.world.store.db.select().from(audit).where(eq(audit.subjectId, id))
    expect(kept.map((row) => row.personId)).toEqual([planner.id, secondPlanner.id])
  })

  it('has a name of its own among those in use, also where two are made at once', async () => {
    const { planner } = scene.people
    const id = await make('Ucapan')
    await refusalOf(make('UCAPAN'), 'template_name_taken')
    const both = await outcomesOf([
      planner.call(create, aTemplate(scene, { name: 'Sekaligus' })),
      scene.onSecond(planner).call(create, aTemplate(scene, { name: 'Sekaligus' })),
    ])
    expect(both).toEqual({ done: 1, refused: ['template_name_taken'] })
    await planner.call(retire, { templateId: id })
    await make('Ucapan')
    await refusalOf(planner.call(putBack, { templateId: id }), 'template_name_taken')
  })

  it('that is retired is offered no more, cannot be changed, and can be used again', async () => {
    const { planner, contributor } = scene.people
    const id = await make('Sementara')
    await planner.call(retire, { templateId: id })
    expect(await names(contributor)).not.toContain('Sementara')
    expect((await listed(planner, true)).find((one) => one.id === id)?.retiredAt).toBe(scene.now())
    await refusalOf(planner.call(change, { templateId: id, version: 2, name: 'Hidup' }), 'not_found')
    await refusalOf(planner.call(retire, { templateId: id }), 'not_found')
    await planner.call(putBack, { templateId: id })
    expect(await names(contributor)).toContain('Sementara')
  })

  it('merges different fields of two who change it, and tells the second of the same field', async () => {
    const { planner, secondPlanner } = scene.people
    const id = await make('Bersama', { keyMessages: ['Satu.'], questions: ['Kapan?'] })
    await planner.call(change, { templateId: id, version: 1, keyMessages: ['Satu.', 'Dua.'] })
    const merged = { templateId: id, version: 1, questions: ['Kapan?', 'Di mana?'] }
    expect(await secondPlanner.call(change, merged)).toEqual({ version: 3 })
    const same = { templateId: id, version: 1, keyMessages: ['Satu.', 'Dua.'] }
    expect(await secondPlanner.call(change, same)).toEqual({ version: 3 })
    const conflict = await refusalOf(
      secondPlanner.call(change, { templateId: id, version: 1, keyMessages: ['Tiga.'] }),
      'conflict',
    )
    expect(conflict).toMatchObject({
      by: planner.name,
      version: 3,
      fields: [{ field: 'keyMessages', yours: ['Tiga.'], theirs: ['Satu.', 'Dua.'] }],
    })
  })

  it('that two change at once on two servers keeps one of them and tells the other', async () => {
    const { planner, secondPlanner } = scene.people
    const id = await make('Dua peladen')
    const both = await outcomesOf([
      planner.call(change, { templateId: id, version: 1, mainText: 'Dari satu.' }),
      scene.onSecond(secondPlanner).call(change, { templateId: id, version: 1, mainText: 'Dari dua.' }),
    ])
    expect(both).toEqual({ done: 1, refused: ['conflict'] })
    const [row] = await scene.world.store.db.select().from(templates).where(eq(templates.id, id))
    expect(row?.version).toBe(2)
  })

  it('holds no more in all than is read at once where a publication begins', async () => {
    const { planner } = scene.people
    const much = {
      mainText: 'a'.repeat(10_000),
      keyMessages: ['b'.repeat(2_000)],
      notToSay: [],
      questions: [],
    }
    const rest = { summaryPrompt: 'c'.repeat(8_000) }
    await refusalOf(
      make('Terlalu panjang', { ...much, summaryPrompt: 'c'.repeat(8_001) }),
      'template_too_long',
    )
    const id = await make('Sepanjang-panjangnya', { ...much, ...rest })
    const more = { templateId: id, version: 1, questions: ['Kapan?'] }
    expect(await refusalOf(planner.call(change, more), 'template_too_long')).toEqual({
      length: 20_006,
      limit: 20_000,
    })
    await planner.call(change, { ...more, summaryPrompt: '' })
  })

  it('asks each question once', async () => {
    const id = await make('Berulang', { questions: ['Kapan?', 'Di mana?', 'Kapan?'] })
    const kept = (await listed(scene.people.planner)).find((one) => one.id === id)
    expect(kept?.questions).toEqual(['Kapan?', 'Di mana?'])
  })

  it("holds no office-holder's account: none is taken, and one that is there all the same is told by nothing", async () => {
    const { planner, secondPlanner } = scene.people
    const { x, executive } = scene.accounts
    expect(await refusalOf(make('Menteri', { accountIds: [x, executive] }), 'template_executive')).toEqual({
      handle: '@mentericontoh',
    })
    const outsider = await scene.addPerson('Di Luar Lingkaran', 'planner', scene.otherUnit)
    const elsewhere = aTemplate(scene, { name: 'Menebak', unitId: scene.otherUnit, accountIds: [executive] })
    await refusalOf(outsider.call(create, elsewhere), 'not_found')

    const id = await make('Bersih', { accountIds: [x] })
    const withExecutive = { templateId: id, version: 1, accountIds: [x, executive] }
    await refusalOf(planner.call(change, withExecutive), 'template_executive')

    await scene.world.store.transaction((tx) =>
      tx
        .update(templates)
        .set({ accountIds: [executive, x] })
        .where(eq(templates.id, id)),
    )
    const shown = (await listed(planner)).find((one) => one.id === id)
    expect(shown).toMatchObject({ accountIds: [x], leftOut: [] })
    expect(JSON.stringify(shown)).not.toContain(executive)
    await planner.call(change, { templateId: id, version: 1, accountIds: [] })
    const stale = { templateId: id, version: 1, accountIds: [scene.accounts.instagram] }
    const conflict = await refusalOf(secondPlanner.call(change, stale), 'conflict')
    expect(JSON.stringify(conflict)).not.toContain(executive)
  })

  it('says which of its accounts ended or belong to a unit for which the reader does not plan', async () => {
    const { planner, contributor } = scene.people
    const { x, instagram, otherFacebook } = scene.accounts
    const id = await make('Banyak akun', { accountIds: [x, instagram, otherFacebook] })
    await scene.world.store.transaction((tx) =>
      tx.update(accounts).set({ endedAt: scene.now() }).where(eq(accounts.id, instagram)),
    )
    const asSeen = async (person: ActingPerson) => (await listed(person)).find((one) => one.id === id)
    expect(await asSeen(planner)).toMatchObject({
      accountIds: [x, otherFacebook],
      leftOut: [{ handle: '@kementeriancontoh', isEnded: true }],
    })
    expect(await asSeen(contributor)).toMatchObject({
      accountIds: [x],
      leftOut: [
        { handle: '@kementeriancontoh', isEnded: true },
        { handle: 'Layanan Contoh', isEnded: false },
      ],
    })
    await refusalOf(make('Akun lama', { accountIds: [instagram] }), 'account_ended')
  })
})
