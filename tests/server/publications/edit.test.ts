import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authors, submissions } from '../../../db/schema/publications.ts'
import { edit } from '../../../server/publications/edit.ts'
import { editVariant } from '../../../server/publications/edit-variant.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { aPublication, bring, conflictOf, eventsOf, refusalOf, rowOf, variantsOf } from './support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

describe('editing a publication', () => {
  test('writes the touched fields and makes whoever wrote an author', async () => {
    const { id, version } = await aPublication(agency)
    const { secondPlanner } = agency.people
    const answer = await secondPlanner.call(edit, {
      publicationId: id,
      version,
      changes: { mainText: 'Baru', objective: 'protect' },
    })
    expect(answer).toMatchObject({ version: 2, state: 'draft' })
    expect(await rowOf(agency, id)).toMatchObject({ mainText: 'Baru', objective: 'protect', version: 2 })
    const rows = await agency.database.store.db.select().from(authors).where(eq(authors.publicationId, id))
    expect(rows.map((row) => row.personId).sort()).toEqual(
      [agency.people.planner.id, secondPlanner.id].sort(),
    )
  })

  test('changes no version where nothing changed', async () => {
    const { id, version, mainText } = await aPublication(agency)
    await agency.people.planner.call(edit, { publicationId: id, version, changes: { mainText } })
    expect(await rowOf(agency, id)).toMatchObject({ version })
    expect(await eventsOf(agency, id)).toHaveLength(1)
  })

  test.each(['in_review', 'approved'] as const)(
    'of content that is %s makes it a draft, ends the submission and tells who had decided',
    async (phase) => {
      const before = await bring(agency, await aPublication(agency), phase)
      const answer = await agency.people.planner.call(edit, {
        publicationId: before.id,
        version: before.version,
        changes: { mainText: 'Satu kata lain.' },
      })
      expect(answer.state).toBe('draft')
      const after = await rowOf(agency, before.id)
      expect(after).toMatchObject({ state: 'draft', submissionId: null, stepsRequired: 0, stepsDecided: 0 })
      expect(after.contentHash).not.toBe(before.contentHash)
      const [submission] = await agency.database.store.db
        .select()
        .from(submissions)
        .where(eq(submissions.publicationId, before.id))
      expect(submission).toMatchObject({ endedWhy: 'edited', endedBy: agency.people.planner.id })
      const ended = (await eventsOf(agency, before.id)).find(
        (event) => event.action === 'publications.submission_ended',
      )
      expect(ended?.data).toMatchObject({
        why: 'edited',
        decidedBy: phase === 'approved' ? [agency.people.approver.id] : [],
      })
    },
  )

  test('back to the byte revives no approval', async () => {
    const before = await bring(agency, await aPublication(agency), 'approved')
    const { planner } = agency.people
    const write = (version: number, mainText: string) =>
      planner.call(edit, { publicationId: before.id, version, changes: { mainText } })
    const { version } = await write(before.version, 'Lain')
    await write(version, before.mainText)
    expect(await rowOf(agency, before.id)).toMatchObject({
      contentHash: before.contentHash,
      state: 'draft',
      submissionId: null,
    })
  })

  test('of title, owner and notes leaves an approval standing', async () => {
    const before = await bring(agency, await aPublication(agency), 'approved')
    const changes = { title: 'Judul lain', ownerId: agency.people.secondPlanner.id, notes: 'Catatan' }
    await agency.people.planner.call(edit, { publicationId: before.id, version: before.version, changes })
    expect(await rowOf(agency, before.id)).toMatchObject({ ...changes, state: 'approved', stepsDecided: 1 })
  })

  test('of a main text that no variant follows leaves an approval standing', async () => {
    const draft = await aPublication(agency)
    const [variant] = await variantsOf(agency, draft.id)
    await agency.people.planner.call(editVariant, {
      publicationId: draft.id,
      variantId: variant?.id ?? '',
      version: 1,
      changes: { ownText: 'Teks sendiri' },
    })
    const before = await bring(agency, draft, 'approved')
    await agency.people.planner.call(edit, {
      publicationId: draft.id,
      version: before.version,
      changes: { mainText: 'Lain' },
    })
    expect(await rowOf(agency, draft.id)).toMatchObject({ state: 'approved', mainText: 'Lain' })
  })

  test('names an owner only among those who may plan there', async () => {
    const { id, version } = await aPublication(agency)
    const refusal = await refusalOf(
      agency.people.planner.call(edit, {
        publicationId: id,
        version,
        changes: { ownerId: agency.people.otherPlanner.id },
      }),
    )
    expect(refusal).toEqual({ code: 'owner_cannot_plan', data: { name: 'Putu Lestari' } })
  })

  test('is for a planner of its unit, and for a contributor while it is their own draft', async () => {
    const { contributor, approver, otherPlanner, planner } = agency.people
    const own = await aPublication(agency, {}, contributor)
    const write = (by: typeof planner, row: { id: string; version: number }, title: string) =>
      by.call(edit, { publicationId: row.id, version: row.version, changes: { title } })
    expect(await write(contributor, own, 'Dari saya')).toMatchObject({ version: 2 })
    const others = await aPublication(agency)
    expect((await refusalOf(write(contributor, others, 'x'))).code).toBe('not_found')
    expect((await refusalOf(write(otherPlanner, others, 'x'))).code).toBe('not_found')
    expect((await refusalOf(write(approver, others, 'x'))).code).toBe('not_allowed')
    const submitted = await bring(agency, await rowOf(agency, own.id), 'in_review')
    expect((await refusalOf(write(contributor, submitted, 'x'))).code).toBe('not_found')
  })
})

describe('two people writing one publication', () => {
  test('of different fields are merged', async () => {
    const { id, version } = await aPublication(agency)
    const { planner, secondPlanner } = agency.people
    await planner.call(edit, { publicationId: id, version, changes: { title: 'Judul baru' } })
    await secondPlanner.call(edit, { publicationId: id, version, changes: { mainText: 'Teks baru' } })
    expect(await rowOf(agency, id)).toMatchObject({ title: 'Judul baru', mainText: 'Teks baru', version: 3 })
  })

  test('of one field: the second is shown both texts and who wrote the other', async () => {
    const { id, version } = await aPublication(agency)
    const { planner, secondPlanner } = agency.people
    await planner.call(edit, { publicationId: id, version, changes: { mainText: 'Punya Sekar' } })
    const conflict = await conflictOf(
      secondPlanner.call(edit, {
        publicationId: id,
        version,
        changes: { mainText: 'Punya Dimas', title: 'Judul' },
      }),
    )
    expect(conflict).toMatchObject({
      by: 'Sekar Larasati',
      version: 2,
      fields: [{ field: 'mainText', yours: 'Punya Dimas', theirs: 'Punya Sekar' }],
    })
    expect(await rowOf(agency, id)).toMatchObject({ mainText: 'Punya Sekar', version: 2 })
    await secondPlanner.call(edit, { publicationId: id, version: 2, changes: { mainText: 'Punya Dimas' } })
    expect(await rowOf(agency, id)).toMatchObject({ mainText: 'Punya Dimas', version: 3 })
  })

  test('at the same moment on two servers: one wins and the other is told, thirty times of thirty', async () => {
    const { planner, secondPlanner } = agency.people
    const { id } = await aPublication(agency)
    for (let round = 1; round <= 30; round++) {
      const { version } = await rowOf(agency, id)
      const write = (by: typeof planner, mainText: string) =>
        by.call(edit, { publicationId: id, version, changes: { mainText } })
      const outcomes = await Promise.allSettled([
        write(planner, `Sekar ${round}`),
        write(agency.onSecond(secondPlanner), `Dimas ${round}`),
      ])
      expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
      const winner = outcomes[0]?.status === 'fulfilled' ? `Sekar ${round}` : `Dimas ${round}`
      expect((await rowOf(agency, id)).mainText).toBe(winner)
    }
  })

  test('of different variants never meet', async () => {
    const { id } = await aPublication(agency, { accountIds: [agency.accounts.x, agency.accounts.instagram] })
    const [first, second] = await variantsOf(agency, id)
    const write = (by: typeof agency.people.planner, variantId: string, ownText: string) =>
      by.call(editVariant, { publicationId: id, variantId, version: 1, changes: { ownText } })
    await Promise.all([
      write(agency.people.planner, first?.id ?? '', 'satu'),
      write(agency.onSecond(agency.people.secondPlanner), second?.id ?? '', 'dua'),
    ])
    expect((await variantsOf(agency, id)).map((variant) => variant.ownText)).toEqual(['satu', 'dua'])
    const conflict = await conflictOf(write(agency.people.planner, second?.id ?? '', 'tiga'))
    expect(conflict.fields).toEqual([{ field: 'ownText', yours: 'tiga', theirs: 'dua' }])
  })
})
