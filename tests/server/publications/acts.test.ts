import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancel } from '../../../server/publications/cancel.ts'
import { choices } from '../../../server/publications/choices.ts'
import { comment } from '../../../server/publications/comment.ts'
import { commentList } from '../../../server/publications/comment-list.ts'
import { duplicate } from '../../../server/publications/duplicate.ts'
import { edit } from '../../../server/publications/edit.ts'
import { editVariant } from '../../../server/publications/edit-variant.ts'
import { editor } from '../../../server/publications/editor.ts'
import { history } from '../../../server/publications/history.ts'
import { setMedia } from '../../../server/publications/set-media.ts'
import { withdrawSubmission } from '../../../server/publications/withdraw-submission.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { anImage, aPublication, bring, eventsOf, refusalOf, rowOf, variantsOf } from './support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

describe('cancelling and withdrawing', () => {
  test('a cancelled publication ends its submission and tells who had decided', async () => {
    const { id } = await bring(agency, await aPublication(agency), 'approved')
    await agency.people.planner.call(cancel, { publicationId: id })
    expect(await rowOf(agency, id)).toMatchObject({ state: 'cancelled', submissionId: null })
    expect((await eventsOf(agency, id)).map((event) => event.action)).toEqual([
      'publications.created',
      'publications.submission_ended',
      'publications.cancelled',
    ])
  })

  test('a withdrawn submission makes it a draft whose earlier decisions stay in the history', async () => {
    const { id } = await bring(agency, await aPublication(agency), 'approved')
    await agency.people.planner.call(withdrawSubmission, { publicationId: id })
    expect(await rowOf(agency, id)).toMatchObject({ state: 'draft', stepsDecided: 0, waitingFor: [] })
    const last = (await eventsOf(agency, id)).at(-1)
    expect(last).toMatchObject({
      action: 'publications.submission_withdrawn',
      data: { decidedBy: [agency.people.approver.id] },
    })
  })

  test('one act under one key on two servers happens once', async () => {
    const { id } = await bring(agency, await aPublication(agency), 'in_review')
    const { planner } = agency.people
    const key = randomUUID()
    const answers = await Promise.all([
      planner.call(withdrawSubmission, { publicationId: id }, key),
      agency.onSecond(planner).call(withdrawSubmission, { publicationId: id }, key),
    ])
    expect(answers[0]).toEqual(answers[1])
    const events = await eventsOf(agency, id)
    expect(events.filter((event) => event.action === 'publications.submission_withdrawn')).toHaveLength(1)
  })

  test('is not for contributors', async () => {
    const { id } = await aPublication(agency, {}, agency.people.contributor)
    const refused = agency.people.contributor.call(cancel, { publicationId: id })
    expect((await refusalOf(refused)).code).toBe('not_allowed')
  })
})

describe('duplicating', () => {
  test('starts anew with words, accounts and images, and nothing of the approval', async () => {
    const { planner } = agency.people
    const source = await aPublication(agency, { accountIds: [agency.accounts.x, agency.accounts.instagram] })
    const [first] = await variantsOf(agency, source.id)
    const images = [{ fileId: await anImage(agency, planner), alternativeText: 'Poster' }]
    await planner.call(setMedia, { publicationId: source.id, variantId: null, version: 1, images })
    await planner.call(editVariant, {
      publicationId: source.id,
      variantId: first?.id ?? '',
      version: 1,
      changes: { ownText: 'Sendiri' },
    })
    const before = await bring(agency, source, 'published')
    const { id, leftOut } = await planner.call(duplicate, { publicationId: source.id, isCorrection: true })
    expect(leftOut).toEqual([])
    expect(await rowOf(agency, id)).toMatchObject({
      state: 'draft',
      correctsId: source.id,
      contentHash: before.contentHash,
      timeKind: 'open',
      plannedAt: null,
      submissionId: null,
      handedOverAt: null,
      postedCount: 0,
    })
    const seen = await planner.look(editor, { publicationId: id })
    expect(seen.variants[0]?.ownText).toBe('Sendiri')
    expect(seen.media).toHaveLength(1)
    expect(seen.corrects).toMatchObject({ id: source.id })
  })
})

describe('the discussion', () => {
  test('is for who takes part in the work, newest first, a page at a time', async () => {
    const { id } = await aPublication(agency)
    const { planner, agent, reader } = agency.people
    for (let number = 1; number <= 52; number++) {
      await planner.call(comment, { publicationId: id, body: `Komentar ${number}`, mentions: [] })
    }
    await agent.call(comment, { publicationId: id, body: 'Dari petugas', mentions: [] })
    const refused = reader.call(comment, { publicationId: id, body: 'x', mentions: [] })
    expect((await refusalOf(refused)).code).toBe('not_allowed')
    const first = await reader.look(commentList, { publicationId: id, cursor: null })
    expect(first.comments[0]).toMatchObject({ body: 'Dari petugas', by: 'Yohanes Tefa' })
    const second = await reader.look(commentList, { publicationId: id, cursor: first.next })
    expect(second.next).toBeNull()
    const bodies = [...first.comments, ...second.comments].map((one) => one.body)
    expect(new Set(bodies).size).toBe(53)
  })
})

describe('the history', () => {
  test('tells saves in a row as one change, with before and after and names for ids', async () => {
    const { planner, secondPlanner } = agency.people
    const row = await aPublication(agency, { mainText: 'Satu' })
    let { version } = row
    for (const mainText of ['Satu d', 'Satu du', 'Satu dua']) {
      const answer = await planner.call(edit, { publicationId: row.id, version, changes: { mainText } })
      version = answer.version
    }
    await planner.call(edit, {
      publicationId: row.id,
      version,
      changes: { ownerId: secondPlanner.id },
    })
    const { entries, names, next } = await planner.look(history, { publicationId: row.id, cursor: null })
    expect(next).toBeNull()
    expect(entries.map((entry) => entry.action)).toEqual(['publications.edited', 'publications.created'])
    expect(entries[0]?.before).toMatchObject({ mainText: 'Satu', ownerId: planner.id })
    expect(entries[0]?.after).toMatchObject({ mainText: 'Satu dua', ownerId: secondPlanner.id })
    expect(names[secondPlanner.id]).toBe('Dimas Pratama')
  })
})

describe('what a person may do', () => {
  test('comes with the page, each refusal with its reason', async () => {
    const { id } = await bring(agency, await aPublication(agency), 'handed_over')
    const { planner, reader } = agency.people
    const seen = await planner.look(editor, { publicationId: id })
    expect(seen.may.editContent).toEqual({
      isAllowed: false,
      why: { code: 'not_in_this_state', data: { phase: 'handed_over', command: 'edit_content' } },
    })
    expect(seen.may.duplicate.isAllowed).toBe(true)
    expect((await reader.look(editor, { publicationId: id })).may.comment).toEqual({
      isAllowed: false,
      why: 'role',
    })
  })

  test('offers executive accounts to their circle alone', async () => {
    const { planner, otherPlanner } = agency.people
    const ours = await planner.look(choices, { unitId: agency.unit })
    expect(ours.accounts.map((account) => account.id)).toContain(agency.accounts.executive)
    expect(ours.owners.map((owner) => owner.name)).toEqual([
      'Bayu Anggara',
      'Dimas Pratama',
      'Sekar Larasati',
    ])
    const theirs = await otherPlanner.look(choices, { unitId: null })
    expect(theirs.accounts.map((account) => account.id)).not.toContain(agency.accounts.executive)
  })
})
