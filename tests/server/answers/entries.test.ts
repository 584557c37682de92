import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { libraryInput } from '../../../domain/answers/input.ts'
import { addPhrasing } from '../../../server/answers/add-phrasing.ts'
import { change } from '../../../server/answers/change.ts'
import { confirm } from '../../../server/answers/confirm.ts'
import { copy } from '../../../server/answers/copy.ts'
import { count } from '../../../server/answers/count.ts'
import { entry } from '../../../server/answers/entry.ts'
import { hear } from '../../../server/answers/hear.ts'
import { library } from '../../../server/answers/library.ts'
import { takenBack } from '../../../server/answers/taken-back.ts'
import { withdraw } from '../../../server/answers/withdraw.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { approved, found, written } from './support.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
})
afterAll(() => scene.drop())

const TOMORROW = '2026-12-10T03:22:00.000Z'

test('a written answer waits for its verifier and is offered once confirmed', async () => {
  const { agent, leadAgent } = scene.people
  const made = await written(scene, 'Apakah pendaftaran dipungut biaya?', 'Tidak, gratis.')
  const shown = await agent.look(entry, { entryId: made.id })
  expect(shown).toMatchObject({ validity: 'unverified', mayWrite: false, mayConfirm: false })
  await leadAgent.call(confirm, { entryId: made.id, wordingSeen: made.wordingHash })
  expect(await agent.look(entry, { entryId: made.id })).toMatchObject({
    validity: 'approved',
    verifier: { name: leadAgent.name },
    confirmed: [{ by: leadAgent.name, wordingHash: made.wordingHash }],
  })
})

test('another wording is no longer the confirmed one, other facts of it may change', async () => {
  const { agent, planner } = scene.people
  const made = await approved(scene, 'Kapan survei dimulai?', 'Januari.')
  const dated = await planner.call(change, {
    entryId: made.id,
    version: 2,
    changes: { validUntil: TOMORROW },
  })
  expect((await agent.look(entry, { entryId: made.id })).validity).toBe('approved')
  await planner.call(change, { entryId: made.id, version: dated.version, changes: { answer: 'Februari.' } })
  expect((await agent.look(entry, { entryId: made.id })).validity).toBe('unverified')
})

test('nobody confirms a wording they did not see, nor for another verifier', async () => {
  const { planner, leadAgent, secondPlanner } = scene.people
  const made = await written(scene, 'Berapa nilai bantuan?', 'Rp20.000.000.', {
    verifierId: secondPlanner.id,
  })
  const seen = { entryId: made.id, wordingSeen: made.wordingHash }
  await expect(leadAgent.call(confirm, seen)).rejects.toMatchObject({
    code: 'not_the_verifier',
    data: { verifierId: secondPlanner.id },
  })
  await planner.call(change, { entryId: made.id, version: 1, changes: { answer: 'Rp25.000.000.' } })
  await expect(secondPlanner.call(confirm, seen)).rejects.toMatchObject({ code: 'wording_changed' })
})

test('a verifier without a planner’s role confirms what names them', async () => {
  const { agent } = scene.people
  const made = await written(scene, 'Apakah harus datang?', 'Tidak.', { verifierId: scene.people.reader.id })
  const seen = { entryId: made.id, wordingSeen: made.wordingHash }
  await expect(agent.call(confirm, seen)).rejects.toMatchObject({ code: 'not_found' })
  expect((await scene.people.reader.look(entry, { entryId: made.id })).mayConfirm).toBe(true)
  await scene.people.reader.call(confirm, seen)
  expect((await agent.look(entry, { entryId: made.id })).validity).toBe('approved')
})

test('agents write nothing, and a planner writes in their own unit only', async () => {
  const { agent, otherPlanner, planner } = scene.people
  await expect(written(scene, 'Tanya?', 'Jawab.', {}, agent)).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(
    written(scene, 'Tanya?', 'Jawab.', { unitId: scene.unit }, otherPlanner),
  ).rejects.toMatchObject({ code: 'not_found' })
  const made = await written(scene, 'Milik biro?', 'Ya.')
  const changes = { answer: 'Bukan.' }
  await expect(otherPlanner.call(change, { entryId: made.id, version: 1, changes })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(otherPlanner.call(withdraw, { entryId: made.id })).rejects.toMatchObject({ code: 'not_found' })
  await expect(planner.call(withdraw, { entryId: randomUUID() })).rejects.toMatchObject({ code: 'not_found' })
})

test('an answer that ends before it begins, or names nobody as verifier, is refused', async () => {
  await expect(
    written(scene, 'Terbalik?', 'Ya.', { validFrom: TOMORROW, validUntil: STORY_MOMENT }),
  ).rejects.toMatchObject({ code: 'validity_reversed' })
  await expect(written(scene, 'Tanpa orang?', 'Ya.', { verifierId: randomUUID() })).rejects.toMatchObject({
    code: 'verifier_unfit',
  })
})

test('an expired answer is not copied, also where it expired on the screen', async () => {
  const { agent } = scene.people
  const made = await approved(scene, 'Sampai kapan loket buka?', 'Sampai 16.00.', { validUntil: TOMORROW })
  const taken = { entryId: made.id, wordingSeen: made.wordingHash, form: 'voice' as const }
  expect(await agent.call(copy, taken)).toEqual({ text: 'Sampai 16.00.' })
  scene.at(TOMORROW)
  await expect(agent.call(copy, taken)).rejects.toMatchObject({
    code: 'answer_not_approved',
    data: { validity: 'expired', verifierId: scene.people.leadAgent.id },
  })
  scene.at(STORY_MOMENT)
})

test('an unverified, a changed and a withdrawn answer are not copied', async () => {
  const { agent, planner } = scene.people
  const made = await written(scene, 'Boleh diwakilkan?', 'Tidak.')
  const form = 'chat' as const
  const refused = (wordingSeen: string) =>
    expect(agent.call(copy, { entryId: made.id, wordingSeen, form })).rejects
  await refused(made.wordingHash).toMatchObject({ code: 'answer_not_approved' })
  await scene.people.leadAgent.call(confirm, { entryId: made.id, wordingSeen: made.wordingHash })
  await refused('0'.repeat(64)).toMatchObject({ code: 'wording_changed' })
  await planner.call(withdraw, { entryId: made.id })
  await refused(made.wordingHash).toMatchObject({ data: { validity: 'withdrawn' } })
  await expect(planner.call(withdraw, { entryId: made.id })).rejects.toMatchObject({ code: 'entry_ended' })
})

test('each form is copied as it is written, without its own text as the answer itself', async () => {
  const { agent } = scene.people
  const made = await approved(scene, 'Di mana mendaftar?', 'contoh.example', {
    voiceAnswer: 'Di contoh titik example.',
  })
  const as = (form: 'voice' | 'chat' | 'social') =>
    agent.call(copy, { entryId: made.id, wordingSeen: made.wordingHash, form })
  expect((await as('voice')).text).toBe('Di contoh titik example.')
  expect((await as('chat')).text).toBe('contoh.example')
  expect((await as('social')).text).toBe('contoh.example')
})

test('who copied what was withdrawn is told, with what is said instead, until they confirm it', async () => {
  const { agent, planner, leadAgent } = scene.people
  const old = await approved(scene, 'Berapa lama proses?', 'Sepekan.')
  await agent.call(copy, { entryId: old.id, wordingSeen: old.wordingHash, form: 'voice' })
  expect((await agent.look(takenBack, {})).entries).toEqual([])
  await approved(scene, 'Berapa lama prosesnya?', 'Dua pekan.', { replacesId: old.id })
  await planner.call(withdraw, { entryId: old.id })
  expect((await agent.look(takenBack, {})).entries).toMatchObject([
    { id: old.id, question: 'Berapa lama proses?', instead: 'Dua pekan.' },
  ])
  expect((await leadAgent.look(takenBack, {})).entries).toEqual([])
  await agent.call(hear, { entryId: old.id })
  expect((await agent.look(takenBack, {})).entries).toEqual([])
})

test('one caller counts once, also when the connection was lost and the key was sent again', async () => {
  const { agent } = scene.people
  const made = await approved(scene, 'Nomor antrean berapa?', 'Lihat loket.')
  const key = randomUUID()
  expect(await agent.call(count, { entryId: made.id }, key)).toEqual({ askedToday: 1 })
  expect(await scene.onSecond(agent).call(count, { entryId: made.id }, key)).toEqual({ askedToday: 1 })
  expect(await agent.call(count, { entryId: made.id })).toEqual({ askedToday: 2 })
  expect((await agent.look(entry, { entryId: made.id })).askedToday).toBe(2)
})

test('two who change different parts both succeed; of two who change the same part the second chooses', async () => {
  const { planner, secondPlanner } = scene.people
  const made = await written(scene, 'Siapa penerima?', 'Warga miskin.')
  const by = (person: typeof planner, changes: { answer?: string; source?: string }) =>
    person.call(change, { entryId: made.id, version: 1, changes })
  await by(planner, { answer: 'Warga terdaftar.' })
  await by(secondPlanner, { source: 'Peraturan 12' })
  await expect(by(secondPlanner, { answer: 'Semua warga.' })).rejects.toMatchObject({
    code: 'conflict',
    data: {
      by: planner.name,
      fields: [{ field: 'answer', theirs: 'Warga terdaftar.', yours: 'Semua warga.' }],
    },
  })
})

test('of two changes and a confirmation at the same moment on two servers none is under another wording', async () => {
  const { planner, leadAgent } = scene.people
  for (let round = 0; round < 5; round++) {
    const made = await written(scene, `Berlomba ${round}?`, 'Satu.')
    await Promise.allSettled([
      planner.call(change, { entryId: made.id, version: 1, changes: { answer: 'Dua.' } }),
      scene.onSecond(leadAgent).call(confirm, { entryId: made.id, wordingSeen: made.wordingHash }),
    ])
    const shown = await planner.look(entry, { entryId: made.id })
    expect(shown.answer).toBe('Dua.')
    expect(shown.validity).toBe('unverified')
  }
})

test('another way of asking is kept once and found from then on', async () => {
  const { agent } = scene.people
  const made = await approved(scene, 'Apakah ada sanggahan?', 'Ada, tujuh hari.')
  expect(await found(agent, 'banding keberatan')).toEqual([])
  expect(await agent.call(addPhrasing, { entryId: made.id, text: 'banding keberatan' })).toEqual({
    added: true,
  })
  expect(await agent.call(addPhrasing, { entryId: made.id, text: 'Banding, keberatan' })).toEqual({
    added: false,
  })
  expect(await found(agent, 'banding keberatan')).toEqual(['Apakah ada sanggahan?'])
})

test('the library comes in pages, each entry once, filtered by how it stands', async () => {
  const { agent, planner } = scene.people
  for (let number = 1; number <= 55; number++) await written(scene, `Antrean ${number}?`, 'Halaman.')
  const page = (more: object) =>
    agent.look(library, libraryInput.parse({ words: 'antrean halaman', ...more }))
  const first = await page({ filter: 'unverified' })
  const second = await page({ filter: 'unverified', cursor: first.cursor })
  expect(first.entries).toHaveLength(50)
  expect(new Set([...first.entries, ...second.entries].map((one) => one.id)).size).toBe(55)
  expect(second.cursor).toBeNull()
  expect((await page({ filter: 'approved' })).entries).toEqual([])
  expect((await page({ cursor: 'bukan penanda' })).entries).toHaveLength(50)
  const [one] = first.entries
  await planner.call(withdraw, { entryId: one?.id ?? '' })
  expect((await page({ filter: 'withdrawn' })).entries.map((row) => row.id)).toEqual([one?.id])
})
