import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { directory } from '../../../server/people/directory.ts'
import { list } from '../../../server/people/list.ts'
import { me } from '../../../server/people/me.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'

let here: TestAgency
beforeAll(async () => {
  here = await anAgency()
  for (let number = 100; number < 160; number++) await here.addPerson(`Zaki ${number}`, 'reader', null)
})
afterAll(() => here.drop())

describe('the list of people', () => {
  it('comes fifty at a time, each once, in the order of names', async () => {
    const names: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof list.run>> = await here.people.administrator.look(list, {
        search: '',
        cursor,
      })
      expect(page.people.length).toBeLessThanOrEqual(50)
      names.push(...page.people.map(({ name }) => name))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(names).toHaveLength(73)
    expect(new Set(names).size).toBe(73)
  })

  it('finds by a part of name or address, and takes its own signs literally', async () => {
    const found = async (search: string) =>
      (await here.people.administrator.look(list, { search, cursor: null })).people.map(({ name }) => name)
    expect(await found('lara')).toEqual(['Sekar Larasati'])
    expect(await found('SEKAR@')).toEqual(['Sekar Larasati'])
    expect(await found('%')).toEqual([])
    expect(await found('_')).toEqual([])
    expect(await found('\\')).toEqual([])
  })

  it('answers whatever is sent for a cursor or a search', async () => {
    const odd = Buffer.from(JSON.stringify(['a\u0000', here.unit])).toString('base64url')
    for (const cursor of ['x', '', 'W10', odd, Buffer.from('["').toString('base64url')]) {
      const page = await here.people.administrator.look(list, { search: 'a\u0000\ud83d', cursor })
      expect(Array.isArray(page.people)).toBe(true)
    }
  })

  it('shows addresses to who manages people and to nobody else', async () => {
    const everybody = await here.people.reader.look(directory, { search: '', role: 'planner' })
    expect(everybody.map(({ name }) => name)).toEqual(['Dimas Pratama', 'Putu Lestari', 'Sekar Larasati'])
    expect(JSON.stringify(everybody)).not.toContain('@')
  })
})

describe('who is signed in', () => {
  it('is told their roles with the unit, what they may do and the agency', async () => {
    const mine = await here.people.planner.look(me, {})
    expect(mine).toMatchObject({
      person: { name: 'Sekar Larasati', locale: 'id', singleKeysOff: false },
      grants: [{ role: 'planner', unitId: here.unit, unitName: 'Biro Komunikasi' }],
      agency: { name: 'Kementerian Contoh', zone: 'Asia/Jakarta', isDemo: false },
    })
    expect(mine.may).toContain('publication.plan')
    expect(mine.may).not.toContain('people.manage')
  })
})
