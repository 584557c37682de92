import { describe, expect, test } from 'vitest'
import {
  choice,
  day,
  ownPath,
  parseSearch,
  several,
  stringifySearch,
  words,
} from '../../../client/shell/search-params.ts'

describe('an address with bad values falls back, never fails', () => {
  test('a view that does not exist is none', () => {
    expect(choice('moon', ['month', 'week'], undefined)).toBeUndefined()
    expect(choice('week', ['month', 'week'], undefined)).toBe('week')
  })

  test.each(['2026-02-30', '2026-13-01', '1999-12-31', 'infinity', '', 7, null])('%s is no day', (value) => {
    expect(day(value)).toBeUndefined()
  })

  test('a day that exists is kept', () => {
    expect(day('2028-02-29')).toBe('2028-02-29')
  })

  test('lists are written with commas, without doubles, at most fifty', () => {
    expect(several('a,b,,a')).toEqual(['a', 'b'])
    expect(several('')).toBeUndefined()
    expect(several(Array.from({ length: 80 }, (_, n) => `id${n}`).join(','))).toHaveLength(50)
  })

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    '%s is never a page to go back to',
    (value) => {
      expect(ownPath(value)).toBeUndefined()
    },
  )

  test('a search is read back as it was written', () => {
    const written = stringifySearch({
      view: 'week',
      account: ['a', 'b'],
      q: 'bantuan & rumah',
      none: undefined,
    })
    expect(written).toBe('?view=week&account=a,b&q=bantuan+%26+rumah')
    expect(parseSearch(written)).toEqual({ view: 'week', account: 'a,b', q: 'bantuan & rumah' })
    expect(words('  x  ')).toBe('x')
  })
})
