import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entries } from '../../../db/schema/answers.ts'
import { change } from '../../../server/answers/change.ts'
import { withdraw } from '../../../server/answers/withdraw.ts'
import { write } from '../../../server/answers/write.ts'
import { acknowledge } from '../../../server/briefings/acknowledge.ts'
import { ask } from '../../../server/briefings/ask.ts'
import { edit } from '../../../server/briefings/edit.ts'
import { sign } from '../../../server/briefings/sign.ts'
import { takeOverWording } from '../../../server/briefings/take-over-wording.ts'
import { version } from '../../../server/briefings/version.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { aPublication, bring, conflictOf, eventsOf, refusalOf, rowOf } from '../publications/support.ts'
import { aBriefing, aText, seen } from './support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

const entryRow = async (id: string | undefined) => {
  const [row] = await agency.database.store.db
    .select()
    .from(entries)
    .where(eq(entries.id, id ?? ''))
  if (!row) throw new Error('no entry')
  return row
}

describe('a planner writes a briefing', () => {
  it('the first save opens version 1 and writes its entries into the library, hanging on the publication', async () => {
    const { publication, owner, number, entryIds } = await aBriefing(agency)
    expect(number).toBe(1)
    const { briefing } = await seen(agency.people.agent, owner)
    expect(briefing.content.summary).toBe(aText.summary)
    expect(briefing.content.entries.map((entry) => entry.validity)).toEqual(['unverified', 'unverified'])
    const entry = await entryRow(entryIds[0])
    expect(entry).toMatchObject({ publicationId: publication.id, unitId: agency.unit, validFrom: null })
    expect(await rowOf(agency, publication.id)).toMatchObject({ briefingVersion: 1, signedVersion: null })
  })

  it('amends version 1 until somebody uses it, then opens the next', async () => {
    const { planner, agent, leadAgent } = agency.people
    const { owner, version: first } = await aBriefing(agency)
    const amended = await planner.call(edit, { owner, version: first, changes: { summary: 'Lain.' } })
    expect(amended.number).toBe(1)
    await agent.call(acknowledge, { owner, number: 1 })
    const second = await planner.call(edit, { owner, version: amended.version, changes: { notToSay: [] } })
    expect(second.number).toBe(2)
    await agent.call(ask, { owner, body: 'Berapa kuotanya?', aboutText: null })
    const third = await planner.call(edit, { owner, version: second.version, changes: { sources: [] } })
    expect(third.number).toBe(3)
    const other = await aBriefing(agency)
    await leadAgent.call(sign, { owner: other.owner, number: 1, hash: other.hash })
    const after = await planner.call(edit, {
      owner: other.owner,
      version: other.version,
      changes: { keyMessages: ['Gratis.'] },
    })
    expect(after.number).toBe(2)
    expect(await rowOf(agency, other.publication.id)).toMatchObject({ briefingVersion: 2, signedVersion: 1 })
  })

  it('a version that somebody used keeps every word', async () => {
    const { owner, version: first } = await aBriefing(agency)
    await agency.people.agent.call(acknowledge, { owner, number: 1 })
    await agency.people.planner.call(edit, { owner, version: first, changes: { summary: 'Baru.' } })
    const kept = await agency.people.agent.look(version, { owner, number: 1 })
    expect(kept.content.summary).toBe(aText.summary)
    const newest = await agency.people.agent.look(version, { owner, number: 2 })
    expect(newest.before?.summary).toBe(aText.summary)
    expect(newest.news.summary).toBe(true)
  })

  it('saving what already stands opens nothing and tells nobody', async () => {
    const { publication, owner, version: first, entryIds } = await aBriefing(agency)
    await agency.people.agent.call(acknowledge, { owner, number: 1 })
    const before = await eventsOf(agency, publication.id)
    const saved = await agency.people.planner.call(edit, {
      owner,
      version: first,
      changes: { ...aText, entries: entryIds.map((entryId) => ({ entryId })) },
    })
    expect(saved.number).toBe(1)
    expect(await eventsOf(agency, publication.id)).toEqual(before)
  })

  it('the same key twice writes one briefing and one set of entries', async () => {
    const publication = await aPublication(agency)
    const owner = { kind: 'publication' as const, id: publication.id }
    const key = crypto.randomUUID()
    const input = { owner, version: 0, changes: aText }
    const [one, other] = [
      await agency.people.planner.call(edit, input, key),
      await agency.onSecond(agency.people.planner).call(edit, input, key),
    ]
    expect(other).toEqual(one)
    const written = await agency.database.store.db
      .select()
      .from(entries)
      .where(eq(entries.publicationId, publication.id))
    expect(written).toHaveLength(2)
  })

  it('an entry of a publication that was posted holds at once', async () => {
    const { owner, version: first, publication } = await aBriefing(agency, { summary: 'Ada.' })
    await bring(agency, publication, 'published')
    const { entryIds } = await agency.people.planner.call(edit, {
      owner,
      version: first,
      changes: { entries: [{ entryId: null, question: 'Sudah?', answer: 'Sudah.' }] },
    })
    expect((await entryRow(entryIds[0])).validFrom).toBe(agency.now())
  })

  it.each(['agent', 'leadAgent', 'approver', 'reader', 'contributor', 'administrator'] as const)(
    'the role %s does not write one',
    async (role) => {
      const { owner } = await aBriefing(agency)
      const refusal = await refusalOf(agency.people[role].call(edit, { owner, version: 1, changes: {} }))
      expect(refusal.code).toBe('not_allowed')
    },
  )

  it('a planner of another unit finds nothing to write', async () => {
    const { owner } = await aBriefing(agency)
    const input = { owner, version: 1, changes: { summary: 'Lain.' } }
    expect((await refusalOf(agency.people.otherPlanner.call(edit, input))).code).toBe('not_found')
  })
})

describe('two planners at once', () => {
  it('different fields merge', async () => {
    const { planner, secondPlanner } = agency.people
    const { owner, version: first } = await aBriefing(agency)
    await planner.call(edit, { owner, version: first, changes: { summary: 'Satu.' } })
    await agency
      .onSecond(secondPlanner)
      .call(edit, { owner, version: first, changes: { notToSay: ['Dua.'] } })
    const { content } = (await seen(planner, owner)).briefing
    expect([content.summary, content.notToSay]).toEqual(['Satu.', ['Dua.']])
  })

  it('the same field is a conflict that holds both texts', async () => {
    const { planner, secondPlanner } = agency.people
    const { owner, version: first } = await aBriefing(agency)
    await planner.call(edit, { owner, version: first, changes: { summary: 'Satu.' } })
    const conflict = await conflictOf(
      secondPlanner.call(edit, { owner, version: first, changes: { summary: 'Dua.' } }),
    )
    expect(conflict).toMatchObject({
      by: planner.name,
      fields: [{ field: 'summary', yours: 'Dua.', theirs: 'Satu.' }],
    })
  })

  it('a new entry lost to a conflict leaves nothing in the library', async () => {
    const { planner, secondPlanner } = agency.people
    const { owner, publication, version: first, entryIds } = await aBriefing(agency)
    await planner.call(edit, { owner, version: first, changes: { entries: [] } })
    await conflictOf(
      secondPlanner.call(edit, {
        owner,
        version: first,
        changes: {
          entries: [
            ...entryIds.map((entryId) => ({ entryId })),
            { entryId: null, question: 'Tiga?', answer: 'Tiga.' },
          ],
        },
      }),
    )
    const written = await agency.database.store.db
      .select()
      .from(entries)
      .where(eq(entries.publicationId, publication.id))
    expect(written).toHaveLength(2)
  })

  it('both begin the same briefing on two servers: one of the texts stands, the other is told', async () => {
    const publication = await aPublication(agency)
    const owner = { kind: 'publication' as const, id: publication.id }
    const { planner, secondPlanner } = agency.people
    const results = await Promise.allSettled([
      planner.call(edit, { owner, version: 0, changes: { summary: 'Satu.' } }),
      agency.onSecond(secondPlanner).call(edit, { owner, version: 0, changes: { summary: 'Dua.' } }),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await seen(planner, owner)).briefing.versions).toHaveLength(1)
  })
})

describe('entries between briefing and library', () => {
  it('a wording changed in the briefing is changed in the library', async () => {
    const { owner, version: first, entryIds } = await aBriefing(agency)
    const [entryId = ''] = entryIds
    await agency.people.planner.call(edit, {
      owner,
      version: first,
      changes: { entries: [{ entryId, question: 'Bolehkah rumah kontrakan?', answer: 'Belum bisa.' }] },
    })
    expect(await entryRow(entryId)).toMatchObject({ answer: 'Belum bisa.', version: 2 })
  })

  it('a wording changed in the library shows here and is taken over by one act', async () => {
    const { planner, agent } = agency.people
    const { owner, entryIds } = await aBriefing(agency)
    const [entryId = ''] = entryIds
    await planner.call(change, { entryId, version: 1, changes: { answer: 'Tidak bisa.' } })
    const [held] = (await seen(agent, owner)).briefing.content.entries
    expect(held).toMatchObject({ answer: 'Tidak.', newWording: { answer: 'Tidak bisa.' } })
    await planner.call(takeOverWording, { owner, entryId })
    const [taken] = (await seen(agent, owner)).briefing.content.entries
    expect(taken).toMatchObject({ answer: 'Tidak bisa.', newWording: null })
    const again = await refusalOf(planner.call(takeOverWording, { owner, entryId }))
    expect(again.code).toBe('wording_is_present')
  })

  it('rewording here what the library has changed meanwhile is refused', async () => {
    const { planner } = agency.people
    const { owner, version: first, entryIds } = await aBriefing(agency)
    const [entryId = ''] = entryIds
    await planner.call(change, { entryId, version: 1, changes: { answer: 'Tidak bisa.' } })
    const refusal = await refusalOf(
      planner.call(edit, {
        owner,
        version: first,
        changes: { entries: [{ entryId, question: 'Apakah bisa?', answer: 'Bisa.' }] },
      }),
    )
    expect(refusal.code).toBe('wording_changed')
  })

  it('an entry of the library comes in with its wording; one that was withdrawn does not', async () => {
    const { planner } = agency.people
    const { owner, version: first } = await aBriefing(agency)
    const wording = { question: 'Apakah gratis?', answer: 'Gratis.' }
    const given = await planner.call(write, { ...wording, unitId: null, publicationId: null })
    await planner.call(edit, { owner, version: first, changes: { entries: [{ entryId: given.id }] } })
    expect((await seen(planner, owner)).briefing.content.entries).toMatchObject([wording])
    const gone = await planner.call(write, { ...wording, unitId: null, publicationId: null })
    await planner.call(withdraw, { entryId: gone.id })
    const refusal = await refusalOf(
      planner.call(edit, { owner, version: first, changes: { entries: [{ entryId: gone.id }] } }),
    )
    expect(refusal.code).toBe('entry_ended')
  })

  it('an entry of a publication that only its circle may know of stays in that one’s briefing', async () => {
    const { planner } = agency.people
    const secret = await aPublication(agency, { accountIds: [agency.accounts.executive] })
    const { entryIds } = await planner.call(edit, {
      owner: { kind: 'publication', id: secret.id },
      version: 0,
      changes: { entries: [{ entryId: null, question: 'Kapan Menteri datang?', answer: 'Senin.' }] },
    })
    const { owner, version: first } = await aBriefing(agency)
    const refusal = await refusalOf(
      planner.call(edit, {
        owner,
        version: first,
        changes: { entries: entryIds.map((entryId) => ({ entryId })) },
      }),
    )
    expect(refusal.code).toBe('entry_of_circle')
  })
})
