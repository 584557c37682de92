import { describe, expect, it } from 'vitest'
import { type Entry, steady } from '../../../client/calendar/entry.ts'

const account = {} as Entry['accounts'][number]
const entry = (id: string, title: string, accounts = [account]) =>
  ({ id, title, accounts }) as unknown as Entry

describe('what did not change is not drawn again', () => {
  const before = [entry('1', 'Pengingat'), entry('2', 'Jadwal')]

  it('all is as it was: the very same list', () => {
    expect(steady(before, [entry('1', 'Pengingat'), entry('2', 'Jadwal')])).toBe(before)
  })

  it('one says something else: that one is new, the others are as they were', () => {
    const now = steady(before, [entry('1', 'Pengingat'), entry('2', 'Jadwal baru')])
    expect(now[0]).toBe(before[0])
    expect(now[1]).toMatchObject({ title: 'Jadwal baru' })
  })

  it('another order, one more and one less are told', () => {
    const now = steady(before, [entry('3', 'Tips'), entry('1', 'Pengingat')])
    expect(now.map(({ id }) => id)).toEqual(['3', '1'])
    expect(now[1]).toBe(before[0])
    expect(steady(before, [before[0] as Entry])).toHaveLength(1)
  })

  it('another account is a change', () => {
    const other = { ...account }
    expect(steady(before, [entry('1', 'Pengingat', [other])])[0]).not.toBe(before[0])
  })
})
