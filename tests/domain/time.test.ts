import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalInstant, millisecondsOf } from '../../domain/time.ts'

it('the milliseconds of an instant are those it was made of', () => {
  const from = Date.parse('1970-01-01T00:00:00.000Z')
  const until = Date.parse('9999-12-31T23:59:59.999Z')
  fc.assert(
    fc.property(fc.integer({ min: from, max: until }), (milliseconds) => {
      expect(millisecondsOf(canonicalInstant(new Date(milliseconds).toISOString()))).toBe(milliseconds)
    }),
  )
})
