import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acknowledge } from '../../../server/briefings/acknowledge.ts'
import { ask } from '../../../server/briefings/ask.ts'
import { edit } from '../../../server/briefings/edit.ts'
import { sign } from '../../../server/briefings/sign.ts'
import { cancel } from '../../../server/publications/cancel.ts'
import { upcoming } from '../../../server/reading/upcoming.ts'
import type { ActingPerson, TestAgency } from '../../support/agency.ts'
import { anAgency } from '../../support/agency.ts'
import { aPublication } from '../publications/support.ts'
import { aBriefing } from './support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

const list = (person: ActingPerson, view: 'all' | 'unread' | 'mine' = 'all') =>
  person.look(upcoming, { view, cursor: null, direction: 'forward', size: 100 })
const itemOf = async (person: ActingPerson, id: string) =>
  (await list(person)).items.find((item) => item.id === id)

describe('what goes out in the next two weeks', () => {
  it('comes by day, from today on, without what is cancelled or further off', async () => {
    const at = (day: string, clock = '08:00') => aPublication(agency, { time: { kind: 'exact', day, clock } })
    const later = await at('2026-12-11', '16:00')
    const today = await at('2026-12-09', '16:00')
    const earlier = await at('2026-12-11', '09:00')
    const far = await at('2026-12-30')
    const gone = await at('2026-12-11')
    await agency.people.planner.call(cancel, { publicationId: gone.id })
    const ids = (await list(agency.people.agent)).items.map((item) => item.id)
    const mine = [later, today, earlier, far, gone].map((row) => row.id)
    expect(ids.filter((id) => mine.includes(id))).toEqual([today.id, earlier.id, later.id])
  })

  it('says of each briefing what is new for the reader and what waits for them', async () => {
    const { planner, agent, leadAgent } = agency.people
    const { owner, publication, version } = await aBriefing(agency)
    expect(await itemOf(agent, publication.id)).toMatchObject({
      isRequired: true,
      isUnread: true,
      readNumber: null,
      newCount: null,
      waitsForSignature: false,
      dueAt: '2026-12-11T01:00:00.000Z',
    })
    expect(await itemOf(leadAgent, publication.id)).toMatchObject({ waitsForSignature: true })
    await agent.call(acknowledge, { owner, number: 1 })
    expect(await itemOf(agent, publication.id)).toMatchObject({ isUnread: false, acknowledgedCount: 1 })
    const saved = await planner.call(edit, {
      owner,
      version,
      changes: { summary: 'Baru.', sources: ['Siaran pers 7 Desember', 'Juknis'] },
    })
    expect(await itemOf(agent, publication.id)).toMatchObject({ isUnread: true, readNumber: 1, newCount: 2 })
    await leadAgent.call(sign, { owner, number: 2, hash: saved.hash ?? '' })
    expect(await itemOf(leadAgent, publication.id)).toMatchObject({
      waitsForSignature: false,
      isUnread: false,
      signedVersion: 2,
    })
    await agent.call(ask, { owner, body: 'Kapan?', aboutText: null })
    expect(await itemOf(planner, publication.id)).toMatchObject({ waitsForAnswer: true, openQuestions: 1 })
    expect(await itemOf(agency.people.otherPlanner, publication.id)).toMatchObject({ waitsForAnswer: false })
  })

  it('the two narrower views hold exactly what they count', async () => {
    const { agent, leadAgent } = agency.people
    for (const person of [agent, leadAgent]) {
      const { counts, items } = await list(person)
      const unread = await list(person, 'unread')
      const mine = await list(person, 'mine')
      expect(unread.items.map((item) => item.id)).toEqual(
        items.filter((item) => item.isUnread).map((item) => item.id),
      )
      expect([counts.unread, counts.mine]).toEqual([unread.items.length, mine.items.length])
    }
  })

  it('goes on after a page without a gap', async () => {
    const all = (await list(agency.people.agent)).items.map((item) => item.id)
    const paged: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: { id: string }[]; next: string | null } = await agency.people.agent.look(
        upcoming,
        {
          view: 'all',
          cursor,
          size: 2,
        },
      )
      paged.push(...page.items.map((item) => item.id))
      cursor = page.next
    } while (cursor !== null)
    expect(paged).toEqual(all)
  })

  it('what is planned for an executive account changes nothing for who is outside its circle', async () => {
    const { planner, reader, otherPlanner, agent } = agency.people
    const before = [await list(reader), await list(otherPlanner)]
    const secret = await aPublication(agency, { accountIds: [agency.accounts.executive] })
    await planner.call(edit, {
      owner: { kind: 'publication', id: secret.id },
      version: 0,
      changes: { summary: 'Menteri membuka pendaftaran.' },
    })
    expect([await list(reader), await list(otherPlanner)]).toEqual(before)
    expect(await itemOf(agent, secret.id)).toMatchObject({ isExecutive: true, isUnread: true })
  })
})
