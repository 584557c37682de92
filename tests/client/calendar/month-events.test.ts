import { describe, expect, it } from 'vitest'
import { type Entry, entriesOf, type MonthAnswer, namesOf } from '../../../client/calendar/entry.ts'
import { areDrawnAlike, monthEvents } from '../../../client/calendar/grid-events.ts'

const days = { from: '2026-11-30', to: '2027-01-03' }
const besides = { obligations: [], pauses: [], embargoes: [], agenda: [], days }
const entry = (id: string, day: string, of: Partial<Entry> = {}) =>
  ({ id, day, title: `Judul ${id}`, timeVersion: 1, move: 'yes', ...of }) as Entry
const month = (entries: Entry[], most = 2) => monthEvents({ ...besides, entries }, most)

describe('the grid is given no more of a day than it can show', () => {
  it('gives the first of each day in their order, and counts the others', () => {
    const { events, withheld } = month([
      entry('a', '2026-12-15'),
      entry('b', '2026-12-15'),
      entry('c', '2026-12-15'),
      entry('d', '2026-12-15'),
      entry('e', '2026-12-16'),
    ])
    expect(events.map(({ id }) => id)).toEqual(['a', 'b', 'e'])
    expect([...withheld]).toEqual([['2026-12-15', 2]])
  })
})

describe('what is drawn as before is not drawn again', () => {
  const before = month([entry('a', '2026-12-15'), entry('b', '2026-12-16')])

  it('the same with a newer state of its time', () => {
    const now = month([entry('a', '2026-12-15', { timeVersion: 2 }), entry('b', '2026-12-16')])
    expect(areDrawnAlike(before, now)).toBe(true)
  })

  it('not with another day, other words, or more in a day', () => {
    const other = [
      month([entry('b', '2026-12-16'), entry('a', '2026-12-17')]),
      month([entry('a', '2026-12-15', { title: 'Judul baru' }), entry('b', '2026-12-16')]),
      month([entry('a', '2026-12-15', { move: 'role' }), entry('b', '2026-12-16')]),
      month([entry('a', '2026-12-15')]),
    ]
    for (const now of other) expect(areDrawnAlike(before, now)).toBe(false)
    const full = month(['a', 'b', 'c'].map((id) => entry(id, '2026-12-15')))
    const fuller = month(['a', 'b', 'c', 'd'].map((id) => entry(id, '2026-12-15')))
    expect(areDrawnAlike(full, fuller)).toBe(false)
  })
})

describe('an item that was read before', () => {
  const item = { id: 'a', day: '2026-12-15', at: null, unit: 0, owner: 1, campaign: null, accounts: [] }
  const answer = { refs: ['unit', 'owner'], items: [item] } as unknown as MonthAnswer

  it('is the entry it was, until a name behind it is another', () => {
    const names = namesOf(undefined)
    const [first] = entriesOf(answer, names, 'Asia/Jakarta')
    expect(entriesOf({ ...answer }, names, 'Asia/Jakarta')[0]).toBe(first)
    const people = new Map([['owner', 'Sari']])
    expect(entriesOf(answer, { ...names, people }, 'Asia/Jakarta')[0]).toMatchObject({ owner: 'Sari' })
  })
})
