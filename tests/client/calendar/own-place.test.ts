import { expect, test } from 'vitest'
import { ownPlace } from '../../../client/calendar/own-place.ts'

const reader = { language: 'id', zone: 'Asia/Jakarta', now: '2026-12-09T03:22:00.000Z' } as const

test.each([
  ['the same zone', '2026-12-09T03:22:00.000Z', 'Asia/Jakarta', false],
  ['another zone of the same time', '2026-12-09T03:22:00.000Z', 'Asia/Bangkok', false],
  ['an hour ahead', '2026-12-09T03:22:00.000Z', 'Asia/Makassar', true],
  ['the other side of a day', '2026-12-09T18:00:00.000Z', 'Asia/Jayapura', true],
])('%s', (_, at, zone, differs) => {
  expect(ownPlace(at, reader, zone)?.zone ?? null).toBe(differs ? zone : null)
})

test('is asked for each moment: a zone that changes its clock may agree in winter alone', () => {
  const sydney = { ...reader, zone: 'Australia/Brisbane' }
  expect(ownPlace('2026-07-01T00:00:00.000Z', sydney, 'Australia/Sydney')).toBeNull()
  expect(ownPlace('2026-12-01T00:00:00.000Z', sydney, 'Australia/Sydney')).not.toBeNull()
})
