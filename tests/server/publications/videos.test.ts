import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CanonicalContent } from '../../../domain/publications/content.ts'
import { contentHash } from '../../../domain/publications/content-hash.ts'
import { postsOf } from '../../../server/approvals/posts.ts'
import { contentOf } from '../../../server/publications/content.ts'
import { duplicate } from '../../../server/publications/duplicate.ts'
import { editor } from '../../../server/publications/editor.ts'
import { setMedia } from '../../../server/publications/set-media.ts'
import { handover } from '../../../server/publishing/handover.ts'
import { record } from '../../../server/reading/record.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { aFile, anImage, aPublication, bring, refusalOf, rowOf } from './support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

const aClip = (by: { id: string }) =>
  aFile(agency, by, {
    name: 'rapat.mp4',
    mimeType: 'video/mp4',
    widthPx: 1080,
    heightPx: 1920,
    durationMs: 45_000,
  })
const someCaptions = (by: { id: string }) => aFile(agency, by, { name: 'rapat.vtt', mimeType: 'text/vtt' })

type Given = {
  posterFileId?: string
  focus?: { x: number; y: number }
  fileId: string
  alternativeText: string
  captionsFileId?: string
  transcript?: string
}

const set = (publicationId: string, version: number, images: Given[], by = agency.people.planner) =>
  by.call(setMedia, { publicationId, variantId: null, version, images })

test('a video without captions or transcript holds the publication, with either it does not', async () => {
  const { planner } = agency.people
  const { id } = await aPublication(agency)
  const [fileId, captionsFileId] = [await aClip(planner), await someCaptions(planner)]
  await set(id, 1, [{ fileId, alternativeText: '' }])
  const seen = await planner.look(editor, { publicationId: id })
  expect(seen.variants[0]?.findings).toMatchObject([{ code: 'captions_missing', severity: 'blocker' }])
  expect(await rowOf(agency, id)).toMatchObject({ blockingFindings: 1 })
  await set(id, 2, [{ fileId, alternativeText: '', transcript: 'Selamat pagi.' }])
  expect(await rowOf(agency, id)).toMatchObject({ blockingFindings: 0 })
  await set(id, 3, [{ fileId, alternativeText: '', captionsFileId }])
  expect(await rowOf(agency, id)).toMatchObject({ blockingFindings: 0 })
  expect((await planner.look(editor, { publicationId: id })).media).toMatchObject([
    { fileId, durationMs: 45_000, captionsFileId, captionsName: 'rapat.vtt', transcript: '' },
  ])
})

test('captions and transcript are content: changing one ends the approval, saying the same again does not', async () => {
  const { planner } = agency.people
  const begun = await aPublication(agency)
  const [fileId, captionsFileId] = [await aClip(planner), await someCaptions(planner)]
  const medium = { fileId, alternativeText: '', captionsFileId, transcript: 'Selamat pagi.' }
  await set(begun.id, 1, [medium])
  const approved = await bring(agency, await rowOf(agency, begun.id), 'approved')
  const same = await set(begun.id, approved.version, [medium])
  expect(same.state).toBe('approved')
  expect(await rowOf(agency, begun.id)).toMatchObject({ contentHash: approved.contentHash })
  const content: CanonicalContent = await contentOf(agency.database.store.db, begun.id)
  expect(content.variants[0]?.media[0]).toMatchObject({ transcript: 'Selamat pagi.' })
  expect(contentHash(content)).toBe(approved.contentHash)
  const changed = await set(begun.id, same.version, [{ ...medium, transcript: 'Selamat siang.' }])
  expect(changed.state).toBe('draft')
})

test('a focus point steers crops alone: it is kept and handed on, and ends no approval', async () => {
  const { planner } = agency.people
  const begun = await aPublication(agency)
  const fileId = await anImage(agency, planner)
  await set(begun.id, 1, [{ fileId, alternativeText: 'Loket.' }])
  const approved = await bring(agency, await rowOf(agency, begun.id), 'approved')
  const focus = { x: 30, y: 10 }
  const moved = await set(begun.id, approved.version, [{ fileId, alternativeText: 'Loket.', focus }])
  expect(moved).toMatchObject({ state: 'approved', endedDecisions: 0 })
  expect(await rowOf(agency, begun.id)).toMatchObject({ contentHash: approved.contentHash })
  expect((await planner.look(editor, { publicationId: begun.id })).media).toMatchObject([{ focus }])
  const { id: copyId } = await planner.call(duplicate, { publicationId: begun.id, isCorrection: false })
  expect((await planner.look(editor, { publicationId: copyId })).media).toMatchObject([{ focus }])
  const posts = await postsOf(
    agency.database.store.db,
    begun.id,
    await contentOf(agency.database.store.db, begun.id),
  )
  expect(posts[0]?.media).toMatchObject([{ focus }])
  const clip = await aClip(planner)
  const onVideo = set(begun.id, moved.version, [{ fileId: clip, alternativeText: '', focus }])
  expect((await refusalOf(onVideo)).code).toBe('not_found')
})

test('a cover is content, and is handed over where the platform shows one', async () => {
  const { planner } = agency.people
  const { x, instagram } = agency.accounts
  const begun = await aPublication(agency, { accountIds: [x, instagram] })
  const [fileId, posterFileId] = [await aClip(planner), await anImage(agency, planner)]
  const medium = { fileId, alternativeText: '', transcript: 'Halo' }
  await set(begun.id, 1, [{ ...medium, posterFileId }])
  const approved = await bring(agency, await rowOf(agency, begun.id), 'approved')
  const given = await planner.look(handover, { publicationId: begun.id })
  const covers = given.variants.map(({ account, media }) => [account.platform, media[0]?.posterFileId])
  expect(Object.fromEntries(covers)).toEqual({ x: null, instagram: posterFileId })
  const kept = await planner.look(record, { publicationId: begun.id })
  const { posterSha256 } = kept.posts.find(({ account }) => account.platform === 'instagram')?.media[0] ?? {}
  expect(posterSha256).toMatch(/^[0-9a-f]{32}/)
  const changed = await set(begun.id, approved.version, [medium])
  expect(changed.state).toBe('draft')
})

test('a content of images alone has the parts it always had', async () => {
  const { planner } = agency.people
  const { id } = await aPublication(agency)
  await set(id, 1, [{ fileId: await anImage(agency, planner), alternativeText: 'Poster' }])
  const content = await contentOf(agency.database.store.db, id)
  expect(Object.keys(content.variants[0]?.media[0] ?? {})).toEqual(['sha256', 'alternativeText'])
})

test('captions belong to a video and are captions', async () => {
  const { planner } = agency.people
  const { id } = await aPublication(agency)
  const [clip, image, captions] = [
    await aClip(planner),
    await anImage(agency, planner),
    await someCaptions(planner),
  ]
  const wrong: Given[] = [
    { fileId: captions, alternativeText: '' },
    { fileId: image, alternativeText: 'Poster', captionsFileId: captions },
    { fileId: image, alternativeText: 'Poster', transcript: 'Halo' },
    { fileId: clip, alternativeText: '', captionsFileId: image },
    { fileId: clip, alternativeText: '', captionsFileId: clip },
    { fileId: clip, alternativeText: '', posterFileId: captions },
    { fileId: clip, alternativeText: '', posterFileId: clip },
    { fileId: image, alternativeText: 'Poster', posterFileId: image },
  ]
  for (const medium of wrong) expect((await refusalOf(set(id, 1, [medium]))).code).toBe('not_found')
  expect(await rowOf(agency, id)).toMatchObject({ version: 1 })
})

test('captions and a cover that somebody else uploaded and no visible publication carries are not to be had', async () => {
  const { planner, secondPlanner, otherPlanner } = agency.people
  const clip = { fileId: await aClip(secondPlanner), alternativeText: '' }
  const captionsFileId = await someCaptions(secondPlanner)
  const posterFileId = await anImage(agency, secondPlanner)
  const secret = await aPublication(agency, { accountIds: [agency.accounts.executive] })
  await set(secret.id, 1, [{ ...clip, captionsFileId, posterFileId }], secondPlanner)
  const theirs = await aPublication(agency, { accountIds: [agency.accounts.otherFacebook] }, otherPlanner)
  const own = { fileId: await aClip(otherPlanner), alternativeText: '' }
  for (const hidden of [{ captionsFileId }, { posterFileId }]) {
    expect((await refusalOf(set(theirs.id, 1, [{ ...own, ...hidden }], otherPlanner))).code).toBe('not_found')
  }
  const here = await aPublication(agency)
  const seen = { fileId: await aClip(planner), alternativeText: '', captionsFileId, posterFileId }
  await set(here.id, 1, [seen])
})

test('a copy takes captions and transcript with it', async () => {
  const { planner } = agency.people
  const { id } = await aPublication(agency)
  const medium = {
    fileId: await aClip(planner),
    alternativeText: 'Antrean',
    captionsFileId: await someCaptions(planner),
    transcript: 'Halo',
  }
  await set(id, 1, [medium])
  const copy = await planner.call(duplicate, { publicationId: id, isCorrection: false })
  expect((await planner.look(editor, { publicationId: copy.id })).media).toMatchObject([medium])
})

test('what was submitted is handed over and kept on record with captions and transcript, in order', async () => {
  const { planner } = agency.people
  const begun = await aPublication(agency)
  const [clip, image] = [await aClip(planner), await anImage(agency, planner)]
  const captionsFileId = await someCaptions(planner)
  await set(begun.id, 1, [
    { fileId: image, alternativeText: 'Poster' },
    { fileId: clip, alternativeText: 'Antrean', captionsFileId, transcript: 'Halo' },
  ])
  await bring(agency, await rowOf(agency, begun.id), 'approved')
  const shown = [
    { fileId: image, alternativeText: 'Poster', captionsFileId: null, transcript: '' },
    { fileId: clip, captionsFileId, captionsName: 'rapat.vtt', transcript: 'Halo', durationMs: 45_000 },
  ]
  const given = await planner.look(handover, { publicationId: begun.id })
  expect(given.variants[0]?.media).toMatchObject(shown)
  const kept = await planner.look(record, { publicationId: begun.id })
  expect(kept.posts[0]?.media).toMatchObject(shown)
})
