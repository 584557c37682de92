import { afterAll, beforeAll, expect, test } from 'vitest'
import { logQuestionInput, writeInput } from '../../../domain/answers/input.ts'
import { answerQuestion } from '../../../server/answers/answer-question.ts'
import { count } from '../../../server/answers/count.ts'
import { declineQuestion } from '../../../server/answers/decline-question.ts'
import { logQuestion } from '../../../server/answers/log-question.ts'
import { questions } from '../../../server/answers/questions.ts'
import { search } from '../../../server/answers/search.ts'
import { today } from '../../../server/answers/today.ts'
import { withdraw } from '../../../server/answers/withdraw.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { approved, found, written } from './support.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
  await approved(scene, 'Apakah pendaftaran bantuan renovasi dipungut biaya?', 'Tidak, pendaftaran gratis.')
  await approved(scene, 'Ke mana melaporkan pungutan?', 'Laporkan ke contoh.example/lapor.')
  await approved(scene, 'Kapan gelombang kedua dibuka?', 'Tanggal 14 Desember 2026.')
  await approved(scene, 'Apakah berkas difotokopi?', 'Berkas cukup difoto dengan ponsel, tanpa biaya.')
})
afterAll(() => scene.drop())

test('three words of a caller find the answer first', async () => {
  const { agent } = scene.people
  expect((await found(agent, 'bayar renovasi pendaftaran'))[0]).toContain('dipungut biaya')
  expect((await found(agent, 'lapor pungutan liar'))[0]).toBe('Ke mana melaporkan pungutan?')
  expect((await found(agent, 'Pak, kapan ya gelombang kedua itu dibuka?'))[0]).toContain('gelombang kedua')
})

test('the question’s own words come before the answer’s', async () => {
  expect(await found(scene.people.agent, 'biaya')).toEqual([
    'Apakah pendaftaran bantuan renovasi dipungut biaya?',
    'Apakah berkas difotokopi?',
  ])
})

test('a word still being typed finds already, and a mistyped one is mended and said so', async () => {
  const { agent } = scene.people
  expect((await found(agent, 'gelomb'))[0]).toContain('gelombang')
  const result = await agent.look(search, { words: 'punguttan' })
  expect(result.mended).toEqual([{ from: 'punguttan', to: 'pungutan' }])
  expect(result.entries[0]?.question).toBe('Ke mana melaporkan pungutan?')
})

test('a word in another form of the same stem finds, and words that nobody wrote do not stand in the way', async () => {
  const { agent } = scene.people
  expect((await found(agent, 'daftar renovasi'))[0]).toContain('pendaftaran bantuan renovasi')
  expect((await found(agent, 'qwertyzx renovasi xyzzyqq'))[0]).toContain('renovasi')
  expect(await found(agent, 'qwertyzx xyzzyqq')).toEqual([])
})

test('a common word that the library does not know is not read as another', async () => {
  const { agent } = scene.people
  await approved(scene, 'Bagaimana cara mengurus surat keterangan?', 'Di kelurahan.')
  const result = await agent.look(search, { words: 'syarat pendaftaran' })
  expect(result.mended).toEqual([])
  expect(result.entries.map((one) => one.question)).not.toContain('Bagaimana cara mengurus surat keterangan?')
  expect((await agent.look(search, { words: 'surta keterangan' })).mended).toEqual([
    { from: 'surta', to: 'surat' },
  ])
})

test('what holds only one of the words comes last and is marked, however rare the word', async () => {
  const { agent } = scene.people
  const rare = await approved(scene, 'Bolehkah memakai kanopi?', 'Boleh.')
  const whole = await approved(scene, 'Siapa tukang pemasang?', 'Tukang memasang gerbang baja dan kanopi.')
  const result = await agent.look(search, { words: 'kanopi tukang gerbang' })
  expect(result.entries[0]?.id).toBe(whole.id)
  expect(result.entries.at(-1)?.id).toBe(rare.id)
  expect(result.partIds).toContain(rare.id)
  expect(result.partIds).not.toContain(whole.id)
  expect((await agent.look(search, { words: 'kanopi' })).partIds).toEqual([])
})

test('nothing that can be typed ends the search', async () => {
  const { agent } = scene.people
  const typed = [
    "'",
    "a' & !b | (",
    ':*',
    '\\',
    '\u0000',
    '\ud800',
    '   ',
    '%_%',
    'yang',
    '🏠',
    'x'.repeat(500),
  ]
  for (const words of typed) expect(Array.isArray(await found(agent, words))).toBe(true)
})

test('what does not hold comes after what does, marked, with the person to ask', async () => {
  const { agent, planner, leadAgent } = scene.people
  const later = '2026-12-10T03:22:00.000Z'
  await approved(scene, 'Berapa ongkos survei atap?', 'Rp0.', { validUntil: later })
  const gone = await approved(scene, 'Ongkos survei atap siapa?', 'Kami.')
  await planner.call(withdraw, { entryId: gone.id })
  await written(scene, 'Ongkos survei atap nanti?', 'Belum tahu.')
  await approved(scene, 'Ongkos survei atap kini?', 'Tidak ada.')
  scene.at(later)
  const { entries } = await agent.look(search, { words: 'ongkos survei atap' })
  scene.at(STORY_MOMENT)
  expect(entries[0]).toMatchObject({ question: 'Ongkos survei atap kini?', validity: 'approved' })
  const others = Object.fromEntries(entries.slice(1).map((one) => [one.validity, one.verifier?.name ?? null]))
  expect(others).toEqual({ expired: leadAgent.name, withdrawn: leadAgent.name, unverified: null })
})

test('before anybody types, the desk shows what was asked most today', async () => {
  const { agent } = scene.people
  const often = await approved(scene, 'Paling ramai?', 'Ya.')
  const seldom = await approved(scene, 'Agak ramai?', 'Ya.')
  for (const id of [often.id, seldom.id, often.id]) await agent.call(count, { entryId: id })
  expect((await agent.look(today, {})).mostAsked.map((one) => [one.question, one.askedToday])).toEqual([
    ['Paling ramai?', 2],
    ['Agak ramai?', 1],
  ])
  scene.at('2026-12-10T03:22:00.000Z')
  expect((await agent.look(today, {})).mostAsked).toEqual([])
  scene.at(STORY_MOMENT)
})

test('an unknown question gets an owner on duty and three working days; the same again counts one more', async () => {
  const { agent } = scene.people
  const log = (text: string) => agent.call(logQuestion, logQuestionInput.parse({ text }))
  const first = await log('Apakah rumah sewa boleh?')
  expect(first).toMatchObject({ count: 1, dueAt: '2026-12-14T03:22:00.000Z' })
  expect(await log('apakah RUMAH sewa boleh?')).toMatchObject({ id: first.id, count: 2 })
  await log('Apakah pagar termasuk?')
  const listed = await agent.look(questions, {})
  expect(listed.questions.map((one) => [one.text, one.count, one.loggedBy])).toEqual([
    ['Apakah rumah sewa boleh?', 2, agent.name],
    ['Apakah pagar termasuk?', 1, agent.name],
  ])
  expect(listed.questions[0]?.owner).not.toBeNull()
  expect(listed.mayAnswer).toBe(false)
})

test('a question becomes an entry once, or is declined with a reason', async () => {
  const { agent, planner, secondPlanner } = scene.people
  const log = async (text: string) => (await agent.call(logQuestion, logQuestionInput.parse({ text }))).id
  const entry = writeInput.parse({ question: 'Apakah genteng termasuk?', answer: 'Ya.' })
  const questionId = await log('genteng termasuk nggak')
  const answers = await Promise.allSettled([
    planner.call(answerQuestion, { questionId, version: 1, entry }),
    scene.onSecond(secondPlanner).call(answerQuestion, { questionId, version: 1, entry }),
  ])
  expect(answers.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(answers.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'question_settled' })
  expect(await found(planner, 'genteng')).toHaveLength(1)
  const declined = {
    questionId: await log('siapa pacar menteri'),
    version: 1,
    reason: 'Bukan urusan layanan.',
  }
  await expect(agent.call(declineQuestion, declined)).rejects.toMatchObject({ code: 'not_allowed' })
  await planner.call(declineQuestion, declined)
  await expect(planner.call(declineQuestion, declined)).rejects.toMatchObject({ code: 'question_settled' })
})

test('two agents logging the same question at the same moment make one of it', async () => {
  const { agent, leadAgent } = scene.people
  const input = logQuestionInput.parse({ text: 'Serentak ditanyakan?' })
  await Promise.all([agent.call(logQuestion, input), scene.onSecond(leadAgent).call(logQuestion, input)])
  const listed = (await agent.look(questions, {})).questions.filter((one) => one.text === input.text)
  expect(listed.map((one) => one.count)).toEqual([2])
})
