import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acknowledge } from '../../../server/briefings/acknowledge.ts'
import { ask } from '../../../server/briefings/ask.ts'
import { briefing } from '../../../server/briefings/briefing.ts'
import { edit } from '../../../server/briefings/edit.ts'
import { sign } from '../../../server/briefings/sign.ts'
import { create } from '../../../server/campaigns/create.ts'
import { edit as editPublication } from '../../../server/publications/edit.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { aPublication, refusalOf, rowOf } from '../publications/support.ts'
import { aText, seen } from './support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

async function aCampaign() {
  const { planner } = agency.people
  const { id } = await planner.call(create, {
    unitId: agency.unit,
    name: `Renovasi ${crypto.randomUUID()}`,
    narrative: '',
    keyMessages: '',
  })
  const owner = { kind: 'campaign' as const, id }
  const saved = await planner.call(edit, { owner, version: 0, changes: aText })
  return { owner, ...saved, hash: saved.hash ?? '' }
}

describe('a briefing of a campaign', () => {
  it('is what its publications go by, and one signature counts for all of them', async () => {
    const { owner, hash } = await aCampaign()
    const one = await aPublication(agency, { campaignId: owner.id })
    const other = await aPublication(agency, { campaignId: owner.id })
    expect(one.briefingVersion).toBe(1)
    const { agent, leadAgent } = agency.people
    const page = await seen(agent, { kind: 'publication', id: one.id })
    expect(page).toMatchObject({ owner, isInherited: true })
    await agent.call(ask, { owner, body: 'Kapan?', aboutText: null })
    expect(await rowOf(agency, other.id)).toMatchObject({ openQuestions: 1 })
    const fresh = await aCampaign()
    const third = await aPublication(agency, { campaignId: fresh.owner.id })
    await leadAgent.call(sign, { owner: fresh.owner, number: 1, hash: fresh.hash })
    await agent.call(acknowledge, { owner: fresh.owner, number: 1 })
    expect(await rowOf(agency, third.id)).toMatchObject({ signedVersion: 1, acknowledgedCount: 1 })
    const joined = await aPublication(agency, { campaignId: fresh.owner.id })
    expect(joined).toMatchObject({ briefingVersion: 1, signedVersion: 1, acknowledgedCount: 1 })
    expect(hash).toHaveLength(64)
  })

  it('is replaced by a publication’s own', async () => {
    const { owner, hash } = await aCampaign()
    const publication = await aPublication(agency, { campaignId: owner.id })
    await agency.people.leadAgent.call(sign, { owner, number: 1, hash })
    const own = { kind: 'publication' as const, id: publication.id }
    await agency.people.planner.call(edit, { owner: own, version: 0, changes: { summary: 'Sendiri.' } })
    expect(await rowOf(agency, publication.id)).toMatchObject({ briefingVersion: 1, signedVersion: null })
    expect(await seen(agency.people.agent, own)).toMatchObject({ owner: own, isInherited: false })
  })

  it('no longer counts once the publication leaves the campaign', async () => {
    const { owner } = await aCampaign()
    const publication = await aPublication(agency, { campaignId: owner.id })
    await agency.people.planner.call(editPublication, {
      publicationId: publication.id,
      version: publication.version,
      changes: { campaignId: null },
    })
    expect(await rowOf(agency, publication.id)).toMatchObject({ briefingId: null, briefingVersion: null })
  })

  it('joined while it is being signed on another server: the publication is told either way', async () => {
    const { planner, leadAgent } = agency.people
    for (let round = 0; round < 6; round++) {
      const { owner, hash } = await aCampaign()
      const publication = await aPublication(agency)
      await Promise.all([
        leadAgent.call(sign, { owner, number: 1, hash }),
        agency.onSecond(planner).call(editPublication, {
          publicationId: publication.id,
          version: publication.version,
          changes: { campaignId: owner.id },
        }),
      ])
      expect(await rowOf(agency, publication.id)).toMatchObject({ briefingVersion: 1, signedVersion: 1 })
    }
  })

  it('a planner of another unit does not write it', async () => {
    const { owner } = await aCampaign()
    const input = { owner, version: 1, changes: { summary: 'Lain.' } }
    expect((await refusalOf(agency.people.otherPlanner.call(edit, input))).code).toBe('not_found')
  })
})

describe('a briefing of an executive account', () => {
  it('is found by its circle and by nobody else, whatever they call', async () => {
    const { planner, agent, leadAgent, reader, otherPlanner } = agency.people
    const secret = await aPublication(agency, { accountIds: [agency.accounts.executive] })
    const owner = { kind: 'publication' as const, id: secret.id }
    const saved = await planner.call(edit, { owner, version: 0, changes: aText })
    for (const outsider of [reader, otherPlanner]) {
      expect((await refusalOf(outsider.look(briefing, { of: owner }))).code).toBe('not_found')
    }
    const write = { owner, version: saved.version, changes: { summary: 'Lain.' } }
    expect((await refusalOf(otherPlanner.call(edit, write))).code).toBe('not_found')
    await agent.call(acknowledge, { owner, number: 1 })
    await leadAgent.call(sign, { owner, number: 1, hash: saved.hash ?? '' })
  })
})
