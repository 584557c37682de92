import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accounts } from '../../../db/schema/accounts.ts'
import { campaigns } from '../../../db/schema/campaigns.ts'
import { authors, publications } from '../../../db/schema/publications.ts'
import { createFromInput } from '../../../domain/templates/input.ts'
import { briefing } from '../../../server/briefings/briefing.ts'
import { edit as editBriefing } from '../../../server/briefings/edit.ts'
import { change as changeCampaign } from '../../../server/campaigns/change.ts'
import { create as createCampaign } from '../../../server/campaigns/create.ts'
import { change } from '../../../server/templates/change.ts'
import { create } from '../../../server/templates/create.ts'
import { createFrom } from '../../../server/templates/create-from.ts'
import { dropQuestion } from '../../../server/templates/drop-question.ts'
import { list } from '../../../server/templates/list.ts'
import { outline } from '../../../server/templates/outline.ts'
import { retire } from '../../../server/templates/retire.ts'
import { saveFrom } from '../../../server/templates/save-from.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { refusalOf } from '../../support/refusals.ts'
import { aText } from '../briefings/support.ts'
import { aPublication } from '../publications/support.ts'
import { aTemplate } from './support.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
})
afterAll(() => scene.drop())

const from = (templateId: string, given: object = {}) =>
  createFromInput.parse({
    templateId,
    title: 'Gangguan loket daring',
    objective: 'protect',
    subjectClass: 'disruption',
    time: { kind: 'exact', day: '2026-12-11', clock: '09:00' },
    ...given,
  })
const make = async (given: object = {}) =>
  (await scene.people.planner.call(create, aTemplate(scene, { name: randomUUID(), ...given }))).id
const rowOf = async (id: string) => {
  const [row] = await scene.world.store.db.select().from(publications).where(eq(publications.id, id))
  if (!row) throw new Error('no publication')
  return row
}
const authorsOf = async (id: string) => {
  const rows = await scene.world.store.db.select().from(authors).where(eq(authors.publicationId, id))
  return rows.map((row) => row.personId).sort()
}

describe('a publication made from a template', () => {
  it('has its words and accounts, a briefing with its messages, and what is still to be written beside it', async () => {
    const { planner, secondPlanner, agent } = scene.people
    const made = await secondPlanner.call(createFrom, from(await make()))
    expect(await rowOf(made.id)).toMatchObject({
      unitId: scene.unit,
      ownerId: secondPlanner.id,
      title: 'Gangguan loket daring',
      mainText: 'Layanan sedang kami perbaiki.',
      accountIds: [scene.accounts.x],
      plannedDay: '2026-12-11',
      state: 'draft',
      briefingVersion: 1,
    })
    const of = { kind: 'publication' as const, id: made.id }
    expect((await agent.look(briefing, { of })).briefing?.content).toMatchObject({
      summary: '',
      keyMessages: ['Data Anda aman.'],
      notToSay: ['Perkiraan selesai yang belum pasti.'],
      entries: [],
    })
    expect(await planner.look(outline, { publicationId: made.id })).toMatchObject({
      summaryPrompt: 'Layanan apa, sejak kapan, dan apa yang dapat dilakukan warga.',
      questions: ['Kapan layanan pulih?', 'Apakah data saya aman?'],
    })
  })

  it('is made once, however often the same key comes', async () => {
    const { planner } = scene.people
    const template = await make()
    const key = randomUUID()
    const first = await planner.call(createFrom, from(template, { title: 'Satu kali' }), key)
    const again = await scene.onSecond(planner).call(createFrom, from(template, { title: 'Satu kali' }), key)
    expect(again).toEqual(first)
    const rows = await scene.world.store.db
      .select()
      .from(publications)
      .where(eq(publications.title, 'Satu kali'))
    expect(rows).toHaveLength(1)
  })

  it('leaves no half behind where it is refused', async () => {
    const template = await make()
    const gap = from(template, { title: 'Setengah', campaignId: randomUUID() })
    await refusalOf(scene.people.planner.call(createFrom, gap), 'not_found')
    const rows = await scene.world.store.db
      .select()
      .from(publications)
      .where(eq(publications.title, 'Setengah'))
    expect(rows).toEqual([])
  })

  it('is made by a contributor of the unit too, though they may not write its briefing', async () => {
    const { contributor, otherPlanner, reader } = scene.people
    const template = await make()
    const made = await contributor.call(createFrom, from(template))
    expect(await rowOf(made.id)).toMatchObject({ ownerId: contributor.id, briefingVersion: 1 })
    await refusalOf(otherPlanner.call(createFrom, from(template)), 'not_found')
    await refusalOf(reader.call(createFrom, from(template)), 'not_allowed')
    await refusalOf(contributor.look(outline, { publicationId: made.id }), 'not_allowed')
  })

  it('has for authors also whoever wrote the template, so that none of them approves their own words', async () => {
    const { planner, secondPlanner, contributor } = scene.people
    const template = await make()
    await secondPlanner.call(change, { templateId: template, version: 1, keyMessages: ['Data aman.'] })
    const before = await contributor.call(createFrom, from(template))
    expect(await authorsOf(before.id)).toEqual([planner.id, contributor.id].sort())
    await secondPlanner.call(change, { templateId: template, version: 2, mainText: 'Kami perbaiki.' })
    const after = await contributor.call(createFrom, from(template))
    expect(await authorsOf(after.id)).toEqual([planner.id, secondPlanner.id, contributor.id].sort())
  })

  it('leaves out an account that ended and says so; one that was chosen all the same is refused', async () => {
    const { planner } = scene.people
    const { x, otherFacebook } = scene.accounts
    const template = await make({ accountIds: [x, otherFacebook] })
    await scene.world.store.transaction((tx) =>
      tx.update(accounts).set({ endedAt: scene.now() }).where(eq(accounts.id, otherFacebook)),
    )
    const made = await planner.call(createFrom, from(template))
    expect(made.leftOut).toEqual([{ handle: 'Layanan Contoh', isEnded: true }])
    expect((await rowOf(made.id)).accountIds).toEqual([x])
    const chosen = from(template, { accountIds: [x, otherFacebook] })
    await refusalOf(planner.call(createFrom, chosen), 'account_ended')
  })

  it("on an office-holder's account too is its circle's alone, and so is what is still to be written", async () => {
    const { planner } = scene.people
    const { x, executive } = scene.accounts
    const template = await make()
    const made = await planner.call(createFrom, from(template, { accountIds: [x, executive] }))
    const anywhere = await scene.addPerson('Perencana Lain Unit', 'planner', scene.otherUnit)
    expect(await planner.look(outline, { publicationId: made.id })).not.toBeNull()
    expect(await anywhere.look(outline, { publicationId: made.id })).toBeNull()
    await refusalOf(
      anywhere.call(dropQuestion, { publicationId: made.id, question: 'Kapan layanan pulih?' }),
      'not_found',
    )
    await refusalOf(
      planner.call(saveFrom, { publicationId: made.id, name: 'Dari Menteri' }),
      'template_of_circle',
    )
    await refusalOf(anywhere.call(saveFrom, { publicationId: made.id, name: 'Menebak' }), 'not_found')
  })

  it('is made from a retired template by nobody', async () => {
    const template = await make()
    await scene.people.planner.call(retire, { templateId: template })
    await refusalOf(scene.people.planner.call(createFrom, from(template)), 'not_found')
  })

  it('puts a question of the template aside once, for itself alone', async () => {
    const { planner } = scene.people
    const template = await make()
    const one = await planner.call(createFrom, from(template))
    const other = await planner.call(createFrom, from(template))
    const aside = { publicationId: one.id, question: 'Kapan layanan pulih?' }
    expect(await planner.call(dropQuestion, aside)).toEqual({ questions: ['Apakah data saya aman?'] })
    await refusalOf(planner.call(dropQuestion, aside), 'not_found')
    expect((await planner.look(outline, { publicationId: other.id }))?.questions).toHaveLength(2)
  })
})

describe('a publication saved as a template', () => {
  it('gives what it is, its messages and its questions without their answers, and its authors', async () => {
    const { planner, secondPlanner, contributor } = scene.people
    const source = await aPublication(scene, {
      subjectClass: 'service_change',
      mainText: 'Pendaftaran dibuka.',
    })
    const owner = { kind: 'publication' as const, id: source.id }
    await planner.call(editBriefing, { owner, version: 0, changes: aText })
    const { id } = await secondPlanner.call(saveFrom, { publicationId: source.id, name: 'Pembukaan' })
    const kept = (await planner.look(list, { withRetired: false })).find((one) => one.id === id)
    expect(kept).toMatchObject({
      name: 'Pembukaan',
      objective: 'promote',
      subjectClass: 'service_change',
      accountIds: (await rowOf(source.id)).accountIds,
      mainText: 'Pendaftaran dibuka.',
      keyMessages: aText.keyMessages,
      notToSay: aText.notToSay,
      summaryPrompt: aText.summary,
      questions: ['Apakah rumah kontrakan bisa didaftarkan?', 'Kalau tidak punya sertifikat?'],
    })
    expect(JSON.stringify(kept)).not.toContain('Surat keterangan tanah')
    const made = await contributor.call(createFrom, from(id))
    expect(await authorsOf(made.id)).toEqual([planner.id, secondPlanner.id, contributor.id].sort())
  })

  it('is refused while what it says is under an embargo, its own or its campaign’s', async () => {
    const { planner } = scene.people
    const campaign = await planner.call(createCampaign, {
      unitId: scene.unit,
      name: 'Diembargo',
      narrative: '',
      keyMessages: '',
    })
    const until = '2026-12-20T01:00:00.000Z'
    await planner.call(changeCampaign, { id: campaign.id, version: 1, embargoUntil: until })
    const source = await aPublication(scene, { campaignId: campaign.id })
    const save = { publicationId: source.id, name: 'Terlalu cepat' }
    expect(await refusalOf(planner.call(saveFrom, save), 'template_embargoed')).toEqual({ until })
    await scene.world.store.transaction((tx) =>
      tx.update(campaigns).set({ embargoUntil: scene.now() }).where(eq(campaigns.id, campaign.id)),
    )
    expect(await planner.call(saveFrom, save)).toHaveProperty('id')
  })

  it('is refused where it says more than a template holds', async () => {
    const source = await aPublication(scene, { mainText: 'a'.repeat(20_001) })
    const save = { publicationId: source.id, name: 'Terlalu panjang' }
    await refusalOf(scene.people.planner.call(saveFrom, save), 'template_too_long')
  })

  it('is done by who plans in its unit alone', async () => {
    const { otherPlanner, contributor } = scene.people
    const source = await aPublication(scene)
    const save = { publicationId: source.id, name: 'Bukan saya' }
    await refusalOf(otherPlanner.call(saveFrom, save), 'not_found')
    await refusalOf(contributor.call(saveFrom, save), 'not_allowed')
  })
})
