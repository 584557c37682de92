import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAccount } from '../../../server/publications/add-account.ts'
import { editVariant } from '../../../server/publications/edit-variant.ts'
import { editor } from '../../../server/publications/editor.ts'
import { removeAccount } from '../../../server/publications/remove-account.ts'
import { setMedia } from '../../../server/publications/set-media.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { anImage, aPublication, bring, conflictOf, refusalOf, rowOf, variantsOf } from './support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

describe('accounts of a publication', () => {
  test('the first turns an idea into a draft', async () => {
    const { id } = await aPublication(agency, { accountIds: [] })
    const answer = await agency.people.planner.call(addAccount, {
      publicationId: id,
      accountId: agency.accounts.x,
    })
    expect(answer.state).toBe('draft')
    expect(await rowOf(agency, id)).toMatchObject({ variantCount: 1, accountIds: [agency.accounts.x] })
  })

  test('one more takes an approved publication back to draft', async () => {
    const before = await bring(agency, await aPublication(agency), 'approved')
    await agency.people.planner.call(addAccount, {
      publicationId: before.id,
      accountId: agency.accounts.instagram,
    })
    expect(await rowOf(agency, before.id)).toMatchObject({ state: 'draft', submissionId: null })
  })

  test('is there once', async () => {
    const { id } = await aPublication(agency)
    const again = agency.people.planner.call(addAccount, { publicationId: id, accountId: agency.accounts.x })
    expect(await refusalOf(again)).toEqual({
      code: 'account_already_there',
      data: { handle: '@kemencontoh' },
    })
  })

  test('the last one stays', async () => {
    const { id } = await aPublication(agency)
    const [variant] = await variantsOf(agency, id)
    const refusal = await refusalOf(
      agency.people.planner.call(removeAccount, { publicationId: id, variantId: variant?.id ?? '' }),
    )
    expect(refusal.code).toBe('last_account')
  })

  test('taking off the executive one opens the publication to everybody', async () => {
    const { id } = await aPublication(agency, { accountIds: [agency.accounts.x, agency.accounts.executive] })
    const executive = (await variantsOf(agency, id)).find(
      (variant) => variant.accountId === agency.accounts.executive,
    )
    await agency.people.planner.call(removeAccount, { publicationId: id, variantId: executive?.id ?? '' })
    expect(await rowOf(agency, id)).toMatchObject({ restrictedAccountIds: [], isTimeBound: false })
    expect(await agency.people.reader.look(editor, { publicationId: id })).toMatchObject({ id })
  })

  test('of another unit are written by a planner of that unit, their variant alone', async () => {
    const { otherPlanner } = agency.people
    const { id } = await aPublication(agency, {
      accountIds: [agency.accounts.x, agency.accounts.otherFacebook],
    })
    const [own, theirs] = await variantsOf(agency, id)
    const write = (variantId: string) =>
      otherPlanner.call(editVariant, {
        publicationId: id,
        variantId,
        version: 1,
        changes: { ownText: 'Dari unit lain' },
      })
    await write(theirs?.id ?? '')
    expect((await refusalOf(write(own?.id ?? ''))).code).toBe('not_found')
  })
})

describe('images', () => {
  const text = 'Gambar rumah'
  test('are kept in order with their alternative text and are content', async () => {
    const { planner } = agency.people
    const before = await bring(agency, await aPublication(agency), 'approved')
    const [one, two] = [await anImage(agency, planner), await anImage(agency, planner)]
    const images = [
      { fileId: two, alternativeText: text },
      { fileId: one, alternativeText: '' },
    ]
    await planner.call(setMedia, { publicationId: before.id, variantId: null, version: 1, images })
    expect(await rowOf(agency, before.id)).toMatchObject({ state: 'draft', version: 2 })
    const seen = await planner.look(editor, { publicationId: before.id })
    expect(seen.media.map((image) => image.fileId)).toEqual([two, one])
    expect(seen.variants[0]?.findings).toMatchObject([
      { code: 'alternative_text_missing', data: { position: 2 } },
    ])
  })

  test('of a variant stand in place of the main ones until it follows them again', async () => {
    const { planner } = agency.people
    const { id } = await aPublication(agency)
    const [variant] = await variantsOf(agency, id)
    const variantId = variant?.id ?? ''
    const fileId = await anImage(agency, planner)
    const set = (version: number, images: { fileId: string; alternativeText: string }[] | null) =>
      planner.call(setMedia, { publicationId: id, variantId, version, images })
    await set(1, [{ fileId, alternativeText: text }])
    expect((await planner.look(editor, { publicationId: id })).variants[0]?.ownMedia).toHaveLength(1)
    await set(2, null)
    expect((await planner.look(editor, { publicationId: id })).variants[0]?.ownMedia).toBeNull()
  })

  test('changed by two people: the second is shown both', async () => {
    const { planner, secondPlanner } = agency.people
    const { id } = await aPublication(agency)
    const set = async (by: typeof planner) =>
      by.call(setMedia, {
        publicationId: id,
        variantId: null,
        version: 1,
        images: [{ fileId: await anImage(agency, by), alternativeText: text }],
      })
    await set(planner)
    const conflict = await conflictOf(set(secondPlanner))
    expect(conflict.fields.map((field) => field.field)).toEqual(['media'])
  })

  test('that somebody else uploaded and no visible publication carries are not to be had', async () => {
    const { planner, secondPlanner, otherPlanner } = agency.people
    const fileId = await anImage(agency, secondPlanner)
    const { id } = await aPublication(agency)
    const images = [{ fileId, alternativeText: '' }]
    const set = () => planner.call(setMedia, { publicationId: id, variantId: null, version: 1, images })
    expect((await refusalOf(set())).code).toBe('not_found')
    const secret = await aPublication(agency, { accountIds: [agency.accounts.executive] })
    await secondPlanner.call(setMedia, { publicationId: secret.id, variantId: null, version: 1, images })
    await set()
    const theirs = await aPublication(agency, { accountIds: [agency.accounts.otherFacebook] }, otherPlanner)
    const hidden = await anImage(agency, secondPlanner)
    await secondPlanner.call(setMedia, {
      publicationId: secret.id,
      variantId: null,
      version: 2,
      images: [{ fileId: hidden, alternativeText: '' }],
    })
    const steal = otherPlanner.call(setMedia, {
      publicationId: theirs.id,
      variantId: null,
      version: 1,
      images: [{ fileId: hidden, alternativeText: '' }],
    })
    expect((await refusalOf(steal)).code).toBe('not_found')
  })
})
