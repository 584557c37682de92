import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../../../server/briefings/answer.ts'
import { ask } from '../../../server/briefings/ask.ts'
import { decline } from '../../../server/briefings/decline.ts'
import { sign } from '../../../server/briefings/sign.ts'
import { turnIntoEntry } from '../../../server/briefings/turn-into-entry.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { eventsOf, refusalOf, rowOf } from '../publications/support.ts'
import { aBriefing, seen } from './support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

async function aQuestion() {
  const given = await aBriefing(agency)
  const { id: questionId } = await agency.people.agent.call(ask, {
    owner: given.owner,
    body: 'Foto yang agak buram tetap diterima?',
    aboutText: 'Siapkan tiga foto.',
  })
  return { ...given, questionId }
}

describe('an agent asks on a briefing', () => {
  it('the question stands on the version with its paragraph, and holds the signature back', async () => {
    const { owner, publication, hash } = await aQuestion()
    const { briefing } = await seen(agency.people.planner, owner)
    expect(briefing.questions).toMatchObject([
      {
        number: 1,
        by: agency.people.agent.name,
        aboutText: 'Siapkan tiga foto.',
        state: 'open',
        isAfterSignature: false,
      },
    ])
    expect(await rowOf(agency, publication.id)).toMatchObject({ openQuestions: 1 })
    const refusal = await refusalOf(agency.people.leadAgent.call(sign, { owner, number: 1, hash }))
    expect(refusal.code).toBe('questions_open')
  })

  it('asked under a signature it only warns', async () => {
    const { owner, publication, hash } = await aBriefing(agency)
    await agency.people.leadAgent.call(sign, { owner, number: 1, hash })
    await agency.people.agent.call(ask, { owner, body: 'Masih berlaku?', aboutText: null })
    expect(await rowOf(agency, publication.id)).toMatchObject({
      signedVersion: 1,
      openQuestions: 1,
      questionsAfterSignature: 1,
    })
  })

  it('the same key twice asks once', async () => {
    const { owner } = await aBriefing(agency)
    const key = crypto.randomUUID()
    const input = { owner, body: 'Sekali saja?', aboutText: null }
    const one = await agency.people.agent.call(ask, input, key)
    expect(await agency.onSecond(agency.people.agent).call(ask, input, key)).toEqual(one)
    expect((await seen(agency.people.agent, owner)).briefing.questions).toHaveLength(1)
  })

  it('a planner does not ask, and nobody asks where nothing is written', async () => {
    const { owner } = await aBriefing(agency)
    const byPlanner = agency.people.planner.call(ask, { owner, body: 'Boleh?', aboutText: null })
    expect((await refusalOf(byPlanner)).code).toBe('not_allowed')
    const nothing = { kind: 'publication' as const, id: crypto.randomUUID() }
    const refusal = await refusalOf(
      agency.people.agent.call(ask, { owner: nothing, body: 'Ada?', aboutText: null }),
    )
    expect(refusal.code).toBe('not_found')
  })
})

describe('a planner settles a question', () => {
  it('answered, it no longer holds the signature, and who asked is named for the teller', async () => {
    const { owner, publication, hash, questionId } = await aQuestion()
    await agency.people.planner.call(answer, { questionId, answer: 'Diterima bila terbaca.' })
    expect((await seen(agency.people.agent, owner)).briefing.questions).toMatchObject([
      { state: 'answered', answer: 'Diterima bila terbaca.', settledBy: agency.people.planner.name },
    ])
    expect((await eventsOf(agency, publication.id)).at(-1)).toEqual({
      action: 'briefings.answered',
      data: { questionId, askedBy: agency.people.agent.id, how: 'answered' },
    })
    await agency.people.leadAgent.call(sign, { owner, number: 1, hash })
  })

  it('declined, the reason stands in its place', async () => {
    const { owner, questionId } = await aQuestion()
    await agency.people.planner.call(decline, { questionId, reason: 'Di luar wewenang kami.' })
    expect((await seen(agency.people.agent, owner)).briefing.questions).toMatchObject([
      { state: 'declined', answer: 'Di luar wewenang kami.' },
    ])
  })

  it('turned into an entry, it is in the library and in the next version', async () => {
    const { owner, publication, questionId } = await aQuestion()
    const wording = { question: 'Foto buram diterima?', answer: 'Diterima bila terbaca.' }
    const { entryId } = await agency.people.planner.call(turnIntoEntry, { questionId, ...wording })
    const { briefing } = await seen(agency.people.agent, owner)
    expect(briefing.number).toBe(2)
    expect(briefing.content.entries.at(-1)).toMatchObject({ entryId, ...wording })
    expect(briefing.questions).toMatchObject([{ state: 'entry', entryId }])
    expect(await rowOf(agency, publication.id)).toMatchObject({ briefingVersion: 2, openQuestions: 0 })
  })

  it('an answered question may still become an entry; a settled one is settled once', async () => {
    const { questionId } = await aQuestion()
    const { planner } = agency.people
    await planner.call(answer, { questionId, answer: 'Diterima.' })
    const twice = await refusalOf(planner.call(answer, { questionId, answer: 'Ditolak.' }))
    expect(twice).toEqual({ code: 'briefing_question_settled', data: { state: 'answered' } })
    await planner.call(turnIntoEntry, { questionId, question: 'Foto buram?', answer: 'Diterima.' })
    const late = await refusalOf(planner.call(decline, { questionId, reason: 'Terlambat.' }))
    expect(late).toEqual({ code: 'briefing_question_settled', data: { state: 'entry' } })
  })

  it('two planners on two servers: one answer stands', async () => {
    const { questionId } = await aQuestion()
    const { planner, secondPlanner } = agency.people
    const results = await Promise.allSettled([
      planner.call(answer, { questionId, answer: 'Ya.' }),
      agency.onSecond(secondPlanner).call(decline, { questionId, reason: 'Tidak.' }),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('an agent and a planner of another unit settle nothing', async () => {
    const { questionId } = await aQuestion()
    const { agent, otherPlanner } = agency.people
    const input = { questionId, answer: 'Ya.' }
    expect((await refusalOf(agent.call(answer, input))).code).toBe('not_allowed')
    expect((await refusalOf(otherPlanner.call(answer, input))).code).toBe('not_found')
    expect((await refusalOf(otherPlanner.call(decline, { questionId, reason: 'Tidak.' }))).code).toBe(
      'not_found',
    )
    expect(
      (await refusalOf(otherPlanner.call(turnIntoEntry, { questionId, question: 'A?', answer: 'B.' }))).code,
    ).toBe('not_found')
  })
})
