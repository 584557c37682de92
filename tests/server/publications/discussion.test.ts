import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authors } from '../../../db/schema/publications.ts'
import { bringBack } from '../../../server/publications/bring-back.ts'
import { comment } from '../../../server/publications/comment.ts'
import { commentList } from '../../../server/publications/comment-list.ts'
import { edit } from '../../../server/publications/edit.ts'
import { editVariant } from '../../../server/publications/edit-variant.ts'
import { editor } from '../../../server/publications/editor.ts'
import { history } from '../../../server/publications/history.ts'
import { mentionable } from '../../../server/publications/mentionable.ts'
import { settleComment } from '../../../server/publications/settle-comment.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { aPublication, bring, eventsOf, refusalOf, rowOf, variantsOf } from './support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

const all = { cursor: null }

describe('comments', () => {
  test('a comment keeps the place it points to, in the main text or a variant of this publication', async () => {
    const { planner, agent } = agency.people
    const { id } = await aPublication(agency)
    const place = { variantId: null, field: 'mainText' as const, quote: 'sudah dibuka', offset: 27 }
    await agent.call(comment, { publicationId: id, body: 'Mulai jam berapa?', mentions: [], place })
    const seen = await planner.look(commentList, { publicationId: id, ...all })
    expect(seen.comments).toMatchObject([{ body: 'Mulai jam berapa?', place }])

    const other = await aPublication(agency)
    const [foreign] = await variantsOf(agency, other.id)
    const wrong = { ...place, variantId: foreign?.id ?? '', field: 'ownText' as const }
    const refused = agent.call(comment, { publicationId: id, body: 'x', mentions: [], place: wrong })
    expect((await refusalOf(refused)).code).toBe('not_found')
  })

  test('is resolved and reopened by whoever may comment, recorded once, and counted while open', async () => {
    const { planner, agent, reader } = agency.people
    const { id } = await aPublication(agency)
    const first = await agent.call(comment, { publicationId: id, body: 'Satu', mentions: [] })
    await agent.call(comment, { publicationId: id, body: 'Dua', mentions: [] })
    const settle = { publicationId: id, commentId: first.id, isResolved: true }
    await Promise.all([
      planner.call(settleComment, settle),
      agency.onSecond(agent).call(settleComment, settle),
    ])
    const open = await planner.look(commentList, { publicationId: id, ...all })
    expect(open).toMatchObject({ comments: [{ body: 'Dua' }], openCount: 1, resolvedCount: 1 })
    expect((await planner.look(editor, { publicationId: id })).openCommentCount).toBe(1)
    const resolved = await reader.look(commentList, { publicationId: id, isResolved: true, ...all })
    expect(resolved.comments).toMatchObject([{ body: 'Satu', resolvedAt: agency.now() }])
    await agent.call(settleComment, { ...settle, isResolved: false })
    expect((await planner.look(commentList, { publicationId: id, ...all })).openCount).toBe(2)
    const acts = (await eventsOf(agency, id)).map((event) => event.action)
    expect(acts.filter((action) => action === 'publications.comment_resolved')).toHaveLength(1)
    expect(acts.filter((action) => action === 'publications.comment_reopened')).toHaveLength(1)
  })

  test('a reader resolves nothing, and a comment is not found through another publication', async () => {
    const { planner, agent, reader } = agency.people
    const { id } = await aPublication(agency)
    const other = await aPublication(agency)
    const { id: commentId } = await agent.call(comment, { publicationId: id, body: 'Satu', mentions: [] })
    const settle = { publicationId: id, commentId, isResolved: true }
    expect((await refusalOf(reader.call(settleComment, settle))).code).toBe('not_allowed')
    const across = planner.call(settleComment, { ...settle, publicationId: other.id })
    expect((await refusalOf(across)).code).toBe('not_found')
  })

  test('offers to mention whoever may see the publication, and an executive plan only its circle', async () => {
    const { planner, otherPlanner } = agency.people
    const open = await aPublication(agency)
    const names = async (publicationId: string, words: string) =>
      (await planner.look(mentionable, { publicationId, words })).people.map((person) => person.name)
    expect(await names(open.id, 'put')).toEqual(['Putu Lestari'])
    expect(await names(open.id, 'LESTARI')).toEqual(['Lestari Ginting', 'Putu Lestari'])
    expect(await names(open.id, '%')).toEqual([])

    const executive = await aPublication(agency, { accountIds: [agency.accounts.executive] })
    expect(await names(executive.id, 'lestari')).toEqual(['Lestari Ginting'])
    expect(await names(executive.id, 'andi')).toEqual([])
    const asked = otherPlanner.look(mentionable, { publicationId: executive.id, words: '' })
    expect((await refusalOf(asked)).code).toBe('not_found')
  })
})

describe('an earlier text', () => {
  const written = 'Sobat Contoh, pendaftaran sudah dibuka.'

  async function rewritten() {
    const { planner } = agency.people
    const { id } = await aPublication(agency, { mainText: written })
    await planner.call(edit, { publicationId: id, version: 1, changes: { mainText: 'Teks baru.' } })
    const { entries } = await planner.look(history, { publicationId: id, ...all })
    const edited = entries.find((entry) => entry.action === 'publications.edited')
    return { id, revisionId: edited?.sources.mainText ?? '' }
  }

  test('comes back as a new edit of whoever brings it, ends the submission and says where it is from', async () => {
    const { secondPlanner } = agency.people
    const { id, revisionId } = await rewritten()
    const { version } = await bring(agency, { id }, 'approved')
    const given = { publicationId: id, revisionId, field: 'mainText' as const, version }
    const answer = await secondPlanner.call(bringBack, given)
    expect(answer).toMatchObject({ state: 'draft', endedDecisions: 1 })
    expect(await rowOf(agency, id)).toMatchObject({ mainText: written, state: 'draft', submissionId: null })
    const wrote = await agency.database.store.db
      .select()
      .from(authors)
      .where(and(eq(authors.publicationId, id), eq(authors.personId, secondPlanner.id)))
    expect(wrote).toHaveLength(1)
    const { entries } = await secondPlanner.look(history, { publicationId: id, ...all })
    expect(entries[0]).toMatchObject({
      action: 'publications.edited',
      data: { broughtBackFrom: agency.now() },
    })
  })

  test('meets what somebody else wrote meanwhile as a conflict', async () => {
    const { planner, secondPlanner } = agency.people
    const { id, revisionId } = await rewritten()
    const { version } = await rowOf(agency, id)
    const changes = { mainText: 'Teks ketiga.' }
    await agency.onSecond(planner).call(edit, { publicationId: id, version, changes })
    const given = { publicationId: id, revisionId, field: 'mainText' as const, version }
    expect((await refusalOf(secondPlanner.call(bringBack, given))).code).toBe('conflict')
    expect(await rowOf(agency, id)).toMatchObject(changes)
  })

  test('of a variant comes back to that variant', async () => {
    const { planner } = agency.people
    const { id } = await aPublication(agency)
    const [variant] = await variantsOf(agency, id)
    const variantId = variant?.id ?? ''
    const write = (version: number, ownText: string) =>
      planner.call(editVariant, { publicationId: id, variantId, version, changes: { ownText } })
    await write(1, 'Punya sendiri.')
    agency.at('2026-12-09T05:00:00.000Z')
    const { version } = await write(2, 'Ditulis ulang.')
    const { entries } = await planner.look(history, { publicationId: id, ...all })
    const revisionId = entries[0]?.sources.ownText ?? ''
    await planner.call(bringBack, { publicationId: id, revisionId, field: 'ownText', version })
    expect((await variantsOf(agency, id))[0]).toMatchObject({ ownText: 'Punya sendiri.' })
  })

  test('is not found through another publication, by who may not write, or where there was none', async () => {
    const { planner, otherPlanner, agent } = agency.people
    const { id, revisionId } = await rewritten()
    const { version } = await rowOf(agency, id)
    const other = await aPublication(agency)
    const given = { publicationId: id, revisionId, field: 'mainText' as const, version }
    const wrong = [
      { ...given, publicationId: other.id, version: 1 },
      { ...given, field: 'notes' as const },
      { ...given, revisionId: randomUUID() },
    ]
    for (const one of wrong) {
      expect((await refusalOf(planner.call(bringBack, one))).code).toBe('not_found')
    }
    expect((await refusalOf(otherPlanner.call(bringBack, given))).code).toBe('not_found')
    expect((await refusalOf(agent.call(bringBack, given))).code).toBe('not_allowed')
    expect(await rowOf(agency, id)).toMatchObject({ mainText: 'Teks baru.' })
  })
})
