import { describe, expect, test } from 'vitest'
import { unfit } from '../../../client/publications/parts.ts'
import { readTyped } from '../../../client/publications/typed-time.ts'
import {
  isEmpty,
  nothingWritten,
  readWriting,
  saved,
  settled,
  shown,
  typed,
  withoutFields,
} from '../../../client/publications/writing.ts'

describe('what was typed and is not saved yet', () => {
  const one = typed(nothingWritten, 'head', 3, 'title', 'Baru', 'Lama')

  test('stands over what the server has, from the version it was begun on', () => {
    expect(one.head).toEqual({ base: 3, fields: { title: 'Baru' } })
    expect(shown(one, 'head', 'title', 'Lama')).toBe('Baru')
    expect(shown(one, 'head', 'notes', 'Catatan')).toBe('Catatan')
    expect(typed(one, 'head', 9, 'notes', 'x', '').head?.base).toBe(3)
  })

  test('is gone once it was typed back', () => {
    expect(isEmpty(typed(one, 'head', 3, 'title', 'Lama', 'Lama'))).toBe(true)
  })

  test('is gone once the server has it, but not what was typed meanwhile', () => {
    expect(isEmpty(saved(one, 'head', { title: 'Baru' }, 4))).toBe(true)
    const further = typed(one, 'head', 3, 'title', 'Baru sekali', 'Lama')
    expect(saved(further, 'head', { title: 'Baru' }, 4).head).toEqual({
      base: 4,
      fields: { title: 'Baru sekali' },
    })
  })

  test('after a conflict keeps what the person chose, from the version they were shown', () => {
    const two = typed(one, 'head', 3, 'mainText', 'Saya', '')
    expect(settled(two, 'head', 7, { title: 'theirs', mainText: 'yours' }).head).toEqual({
      base: 7,
      fields: { mainText: 'Saya' },
    })
  })

  test('may be given up in part', () => {
    const two = typed(one, 'variant:a', 1, 'ownText', 'x', null)
    expect(withoutFields(two, (key) => key === 'head')).toEqual({
      'variant:a': { base: 1, fields: { ownText: 'x' } },
    })
  })

  test('comes back from the device, and nothing from what is unreadable', () => {
    expect(readWriting(JSON.stringify(one))).toEqual(one)
    expect(isEmpty(readWriting('{half'))).toBe(true)
    expect(isEmpty(readWriting(null))).toBe(true)
  })
})

describe('a field that cannot be sent as it is typed', () => {
  test('waits with its reason and holds up no other', () => {
    expect(unfit('head', 'title', ' ')).toBe('missing')
    expect(unfit('head', 'mainLink', 'https://con')).toBe('link_not_web')
    expect(unfit('head', 'mainLink', 'javascript:alert(1)')).toBe('link_not_web')
    expect(unfit('head', 'mainText', 'a\u0000b')).toBe('text_unreadable')
    expect(unfit('head', 'mainText', 'a'.repeat(100_001))).toBe('too_big')
    expect(unfit('variant:a', 'ownLink', 'ftp://contoh.example')).toBe('link_not_web')
    expect(unfit('variant:a', 'ownLink', '')).toBeNull()
    expect(unfit('head', 'mainText', 'Baik')).toBeNull()
  })
})

describe('a time as it is typed', () => {
  const exact = (day: string, clock: string) => readTyped({ kind: 'exact', day, clock })

  test('is read as people write it, and never moved', () => {
    expect(exact('14/12/2026', '08.00')).toEqual({
      time: { kind: 'exact', day: '2026-12-14', clock: '08:00' },
    })
    expect(exact('30 Februari 2027', '08.00')).toMatchObject({
      problems: { day: { code: 'day_not_in_month', data: { lastDay: 28 } }, clock: null },
    })
    expect(exact('', '25.00')).toMatchObject({
      problems: { day: { code: 'day_missing' }, clock: { code: 'time_not_in_day' } },
    })
    expect(exact('14 Des 2026', '')).toMatchObject({ problems: { clock: { code: 'clock_missing' } } })
  })

  test('may be tentative, leave the hour open, or be none', () => {
    expect(readTyped({ kind: 'tentative', day: '14/12/2026', clock: '' })).toEqual({
      time: { kind: 'tentative', day: '2026-12-14', clock: null },
    })
    expect(readTyped({ kind: 'open', day: '14/12/2026', clock: 'x' })).toEqual({
      time: { kind: 'open', day: '2026-12-14' },
    })
    expect(readTyped({ kind: 'none', day: 'x', clock: 'x' })).toEqual({ time: { kind: 'none' } })
  })
})
