import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publications } from '../../../db/schema/publications.ts'
import { change } from '../../../server/answers/change.ts'
import { entry } from '../../../server/answers/entry.ts'
import { endEntries, switchOnEntries } from '../../../server/answers/switch-on.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { aPublication, approved, found, written } from './support.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
})
afterAll(() => scene.drop())

const LATER = '2026-12-09T04:00:00.000Z'
const validity = async (entryId: string) => (await scene.people.agent.look(entry, { entryId })).validity

test('an entry attached to a publication holds from its first post and ends what it replaces in that moment', async () => {
  const publicationId = await aPublication(scene, [scene.accounts.x])
  const old = await approved(scene, 'Sampai kapan pendaftaran lama?', 'Jumat.')
  const fresh = await approved(scene, 'Sampai kapan pendaftaran baru?', 'Senin.', {
    publicationId,
    replacesId: old.id,
  })
  expect([await validity(old.id), await validity(fresh.id)]).toEqual(['approved', 'not_yet'])
  const { store } = scene.database
  const switched = await store.transaction(async (tx) => {
    await tx.update(publications).set({ postedCount: 1 }).where(eq(publications.id, publicationId))
    return switchOnEntries(tx, publicationId, LATER)
  })
  expect(switched).toEqual({ began: [fresh.id], ended: [old.id] })
  scene.at(LATER)
  expect([await validity(old.id), await validity(fresh.id)]).toEqual(['withdrawn', 'approved'])
  expect(await store.transaction((tx) => switchOnEntries(tx, publicationId, LATER))).toEqual({
    began: [],
    ended: [],
  })
  expect(await store.transaction((tx) => endEntries(tx, publicationId, LATER))).toEqual([fresh.id])
  expect([await validity(old.id), await validity(fresh.id)]).toEqual(['withdrawn', 'withdrawn'])
  scene.at(STORY_MOMENT)
})

test('an entry may not replace one that the writer cannot see, nor itself be changed once it ended', async () => {
  const publicationId = await aPublication(scene, [scene.accounts.x])
  const made = await approved(scene, 'Berakhir?', 'Ya.', { publicationId })
  await scene.database.store.transaction((tx) => endEntries(tx, publicationId, STORY_MOMENT))
  await expect(
    scene.people.planner.call(change, { entryId: made.id, version: 2, changes: { answer: 'Tidak.' } }),
  ).rejects.toMatchObject({ code: 'entry_ended' })
})

test('answers of what is planned for an executive account are seen by its circle alone until it is posted', async () => {
  const { planner, reader, otherPlanner, administrator } = scene.people
  const publicationId = await aPublication(scene, [scene.accounts.executive])
  const made = await written(scene, 'Menteri hadir di Kupang?', 'Ya, Senin.', { publicationId })
  expect(await found(planner, 'menteri kupang')).toEqual(['Menteri hadir di Kupang?'])
  for (const person of [reader, otherPlanner, administrator]) {
    expect(await found(person, 'menteri kupang')).toEqual([])
    await expect(person.look(entry, { entryId: made.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(written(scene, 'Lain?', 'Ya.', { replacesId: made.id }, person)).rejects.toMatchObject({
      code: person === otherPlanner ? 'not_found' : 'not_allowed',
    })
  }
})
