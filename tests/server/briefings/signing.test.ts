import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entries } from '../../../db/schema/answers.ts'
import { acknowledgements, alignments, briefings, briefingVersions } from '../../../db/schema/briefings.ts'
import { people } from '../../../db/schema/people.ts'
import { acknowledge } from '../../../server/briefings/acknowledge.ts'
import { ask } from '../../../server/briefings/ask.ts'
import { edit } from '../../../server/briefings/edit.ts'
import { sign } from '../../../server/briefings/sign.ts'
import { withdrawSignature } from '../../../server/briefings/withdraw-signature.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { eventsOf, refusalOf, rowOf } from '../publications/support.ts'
import { aBriefing, seen } from './support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

const approvedHashes = async (publicationId: string) =>
  (
    await agency.database.store.db
      .select({ approved: entries.approvedHash, present: entries.wordingHash })
      .from(entries)
      .where(eq(entries.publicationId, publicationId))
  ).map((entry) => entry.approved === entry.present)

describe('a lead agent signs the version that was on the screen', () => {
  it('the publication is aligned, its wordings are approved, and the signer has read it', async () => {
    const { owner, publication, hash } = await aBriefing(agency)
    const { leadAgent } = agency.people
    await leadAgent.call(sign, { owner, number: 1, hash })
    expect(await rowOf(agency, publication.id)).toMatchObject({ briefingVersion: 1, signedVersion: 1 })
    expect(await approvedHashes(publication.id)).toEqual([true, true])
    const { briefing } = await seen(leadAgent, owner)
    expect(briefing.signature?.by).toBe(leadAgent.name)
    expect(briefing.mine.hasRead).toBe(true)
    expect((await eventsOf(agency, publication.id)).at(-1)).toEqual({
      action: 'briefings.signed',
      data: { number: 1 },
    })
  })

  it('an amended wording is refused, and the newer version is named', async () => {
    const { owner, version, hash } = await aBriefing(agency)
    const { planner, agent, leadAgent } = agency.people
    const amended = await planner.call(edit, { owner, version, changes: { summary: 'Lain.' } })
    const first = await refusalOf(leadAgent.call(sign, { owner, number: 1, hash }))
    expect(first).toEqual({ code: 'briefing_changed', data: { numberSeen: 1, presentNumber: 1 } })
    await agent.call(acknowledge, { owner, number: 1 })
    await planner.call(edit, { owner, version: amended.version, changes: { summary: 'Lagi.' } })
    const second = await refusalOf(leadAgent.call(sign, { owner, number: 1, hash: amended.hash ?? '' }))
    expect(second).toEqual({ code: 'briefing_changed', data: { numberSeen: 1, presentNumber: 2 } })
  })

  it('an empty one and one already signed are refused', async () => {
    const { leadAgent } = agency.people
    const empty = await aBriefing(agency, { escalationContact: 'Wayan Suteja' })
    const refusal = await refusalOf(leadAgent.call(sign, { owner: empty.owner, number: 1, hash: empty.hash }))
    expect(refusal.code).toBe('briefing_empty')
    const { owner, hash } = await aBriefing(agency)
    await leadAgent.call(sign, { owner, number: 1, hash })
    const twice = await refusalOf(leadAgent.call(sign, { owner, number: 1, hash }))
    expect(twice).toEqual({ code: 'already_signed', data: { signedById: leadAgent.id } })
  })

  it.each(['agent', 'planner', 'approver', 'administrator', 'reader'] as const)(
    'the role %s does not sign',
    async (role) => {
      const { owner, hash } = await aBriefing(agency)
      const refusal = await refusalOf(agency.people[role].call(sign, { owner, number: 1, hash }))
      expect(refusal.code).toBe('not_allowed')
    },
  )

  it('nobody signs or acknowledges for another: what is sent names no person', async () => {
    const { owner, hash } = await aBriefing(agency)
    const other = { personId: agency.people.planner.id, signedBy: agency.people.planner.id }
    expect(sign.input.safeParse({ owner, number: 1, hash, ...other }).success).toBe(false)
    expect(acknowledge.input.safeParse({ owner, number: 1, ...other }).success).toBe(false)
    await agency.people.leadAgent.call(sign, { owner, number: 1, hash })
    const rows = await agency.database.store.db
      .select({ by: people.name })
      .from(alignments)
      .innerJoin(people, eq(people.id, alignments.signedBy))
      .where(eq(alignments.hash, hash))
    expect(rows).toEqual([{ by: agency.people.leadAgent.name }])
  })

  it('the same key twice signs once', async () => {
    const { owner, hash } = await aBriefing(agency)
    const key = crypto.randomUUID()
    const input = { owner, number: 1, hash }
    const one = await agency.people.leadAgent.call(sign, input, key)
    expect(await agency.onSecond(agency.people.leadAgent).call(sign, input, key)).toEqual(one)
  })

  it('an edit and a signature at once on two servers: never a signature under other wording', async () => {
    const { planner, leadAgent } = agency.people
    for (let round = 0; round < 12; round++) {
      const { owner, version, hash } = await aBriefing(agency, { summary: `Putaran ${round}.` })
      await Promise.allSettled([
        planner.call(edit, { owner, version, changes: { summary: `Putaran ${round}, diubah.` } }),
        agency.onSecond(leadAgent).call(sign, { owner, number: 1, hash }),
      ])
    }
    const signed = await agency.database.store.db
      .select({ signed: alignments.hash, present: briefingVersions.hash })
      .from(alignments)
      .innerJoin(
        briefingVersions,
        and(
          eq(briefingVersions.briefingId, alignments.briefingId),
          eq(briefingVersions.number, alignments.versionNumber),
        ),
      )
    expect(signed.length).toBeGreaterThan(0)
    expect(signed.filter((row) => row.signed !== row.present)).toEqual([])
  })

  it('a question and a signature at once: either the question came after, or nobody signed', async () => {
    const { agent, leadAgent } = agency.people
    for (let round = 0; round < 6; round++) {
      const { owner, publication, hash } = await aBriefing(agency, { summary: `Tanya ${round}.` })
      await Promise.allSettled([
        agent.call(ask, { owner, body: 'Kapan?', aboutText: null }),
        agency.onSecond(leadAgent).call(sign, { owner, number: 1, hash }),
      ])
      const row = await rowOf(agency, publication.id)
      expect(row.questionsAfterSignature).toBe(row.signedVersion === null ? 0 : 1)
    }
  })
})

describe('a lead agent withdraws a signature', () => {
  it('with a reason; what only it approved is offered no longer', async () => {
    const { owner, publication, hash } = await aBriefing(agency)
    const { leadAgent } = agency.people
    await leadAgent.call(sign, { owner, number: 1, hash })
    await leadAgent.call(withdrawSignature, { owner, number: 1, reason: 'Biaya berubah.' })
    expect(await rowOf(agency, publication.id)).toMatchObject({ signedVersion: null })
    expect(await approvedHashes(publication.id)).toEqual([false, false])
    expect((await eventsOf(agency, publication.id)).at(-1)).toEqual({
      action: 'briefings.signature_withdrawn',
      data: { number: 1, signedBy: leadAgent.id },
    })
    await leadAgent.call(sign, { owner, number: 1, hash })
    expect(await approvedHashes(publication.id)).toEqual([true, true])
  })

  it('a wording that stands in another signed version stays approved', async () => {
    const { leadAgent } = agency.people
    const first = await aBriefing(agency)
    await leadAgent.call(sign, { owner: first.owner, number: 1, hash: first.hash })
    const second = await aBriefing(agency, {
      summary: 'Yang lain.',
      entries: first.entryIds.slice(0, 1).map((entryId) => ({ entryId })),
    })
    await leadAgent.call(sign, { owner: second.owner, number: 1, hash: second.hash })
    await leadAgent.call(withdrawSignature, { owner: first.owner, number: 1, reason: 'Salah.' })
    expect((await approvedHashes(first.publication.id)).sort()).toEqual([false, true])
  })

  it('there must be one, on the version that was seen; agents withdraw none', async () => {
    const { owner, version, hash } = await aBriefing(agency)
    const { planner, agent, leadAgent } = agency.people
    const input = { owner, number: 1, reason: 'Salah.' }
    expect((await refusalOf(leadAgent.call(withdrawSignature, input))).code).toBe('not_signed')
    await leadAgent.call(sign, { owner, number: 1, hash })
    expect((await refusalOf(agent.call(withdrawSignature, input))).code).toBe('not_allowed')
    await planner.call(edit, { owner, version, changes: { summary: 'Baru.' } })
    expect((await refusalOf(leadAgent.call(withdrawSignature, input))).code).toBe('not_signed')
  })
})

describe('an agent confirms having read', () => {
  it('the exact version, once, for themselves', async () => {
    const { owner, publication } = await aBriefing(agency)
    const { agent } = agency.people
    await agent.call(acknowledge, { owner, number: 1 })
    expect(await rowOf(agency, publication.id)).toMatchObject({ acknowledgedCount: 1 })
    const twice = await refusalOf(agent.call(acknowledge, { owner, number: 1 }))
    expect(twice).toEqual({ code: 'already_acknowledged', data: { number: 1 } })
    const rows = await agency.database.store.db
      .select({
        by: acknowledgements.personId,
        number: acknowledgements.versionNumber,
        at: acknowledgements.at,
      })
      .from(acknowledgements)
      .innerJoin(briefings, eq(briefings.id, acknowledgements.briefingId))
      .where(eq(briefings.publicationId, publication.id))
    expect(rows).toEqual([{ by: agent.id, number: 1, at: agency.now() }])
  })

  it('a new version asks again and says what is new in it', async () => {
    const { owner, publication, version } = await aBriefing(agency)
    const { agent, planner } = agency.people
    await agent.call(acknowledge, { owner, number: 1 })
    await planner.call(edit, {
      owner,
      version,
      changes: { keyMessages: ['Siapkan KTP dan kartu keluarga.', 'Tidak perlu perantara.'] },
    })
    const stale = await refusalOf(agent.call(acknowledge, { owner, number: 1 }))
    expect(stale).toEqual({ code: 'version_not_present', data: { numberSeen: 1, presentNumber: 2 } })
    const { briefing } = await seen(agent, owner)
    expect(briefing.mine).toMatchObject({ readNumber: 1, hasRead: false })
    expect(briefing.mine.news).toMatchObject({ keyMessages: [1], summary: false, count: 2 })
    expect(await rowOf(agency, publication.id)).toMatchObject({ acknowledgedCount: 0 })
    await agent.call(acknowledge, { owner, number: 2 })
    expect(await rowOf(agency, publication.id)).toMatchObject({ acknowledgedCount: 1 })
  })

  it('the page counts who is on shift and has read it', async () => {
    const { owner } = await aBriefing(agency)
    await agency.people.agent.call(acknowledge, { owner, number: 1 })
    await agency.people.leadAgent.call(acknowledge, { owner, number: 1 })
    const { briefing } = await seen(agency.people.planner, owner)
    expect([briefing.readOnShift, briefing.agentsOnShift]).toEqual([1, 1])
    expect(briefing.readers).toHaveLength(2)
  })
})
