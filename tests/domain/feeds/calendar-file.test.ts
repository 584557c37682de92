import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { type CalendarEvent, writeCalendarFile } from '../../../domain/feeds/calendar-file.ts'
import { feedEvent } from '../../../domain/feeds/entry.ts'

const anEvent = (given: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'publication-1@selaras',
  when: { at: '2026-12-11T02:00:00.000Z', minutes: 30 },
  changedAt: '2026-12-09T03:22:00.000Z',
  sequence: 2,
  status: 'confirmed',
  summary: 'Pengingat: siapkan berkas',
  description: 'Akun: X @kemencontoh',
  address: 'https://selaras.contoh.example/publications/1',
  ...given,
})

const aFile = (events: CalendarEvent[], name = 'Rencana') =>
  writeCalendarFile({ name, zone: 'Asia/Jakarta', refreshMinutes: 60, events })

const parsed = (text: string) => new ICAL.Component(ICAL.parse(text))

describe('a calendar file', () => {
  it('says what a subscriber asks, as RFC 5545 writes it', () => {
    expect(aFile([anEvent()])).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Selaras//Selaras//ID',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'NAME:Rencana',
        'X-WR-CALNAME:Rencana',
        'X-WR-TIMEZONE:Asia/Jakarta',
        'REFRESH-INTERVAL;VALUE=DURATION:PT60M',
        'X-PUBLISHED-TTL:PT60M',
        'BEGIN:VEVENT',
        'UID:publication-1@selaras',
        'DTSTAMP:20261209T032200Z',
        'LAST-MODIFIED:20261209T032200Z',
        'SEQUENCE:2',
        'DTSTART:20261211T020000Z',
        'DTEND:20261211T023000Z',
        'SUMMARY:Pengingat: siapkan berkas',
        'DESCRIPTION:Akun: X @kemencontoh',
        'URL:https://selaras.contoh.example/publications/1',
        'STATUS:CONFIRMED',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    )
  })

  it('writes a day as a day that ends before the next, across a month and a year', () => {
    expect(aFile([anEvent({ when: { day: '2026-12-31' } })])).toContain(
      'DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n',
    )
  })

  it.each([
    ['a break', 'satu\r\nBEGIN:VALARM\r\ndua', 'satu\nBEGIN:VALARM\ndua'],
    ['a lone carriage return', 'satu\rURL:https://jahat.example', 'satu\nURL:https://jahat.example'],
    ['breaks that only some see', 'a\u2028b\u2029c\u0085d', 'a\nb\nc\nd'],
    ['signs with a meaning', 'a;b,c\\nd:"e"', 'a;b,c\\nd:"e"'],
    ['control characters', 'a\u0000b\u0007c\td', 'abc\td'],
    ['half a sign', 'a\ud83db', 'a\ufffdb'],
  ])('keeps %s inside its text', (_name, text, read) => {
    const event = parsed(aFile([anEvent({ summary: text, description: text })], text)).getFirstSubcomponent(
      'vevent',
    )
    expect(event?.getFirstPropertyValue('summary')).toBe(read)
    expect(event?.getFirstPropertyValue('description')).toBe(read)
    expect(event?.getAllSubcomponents()).toEqual([])
    expect(event?.getAllProperties().map((one) => one.name)).toHaveLength(11)
  })

  it('is read back by another parser as it was meant, whatever people typed', () => {
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          '\r',
          '\n',
          '\r\n',
          ';',
          ',',
          '\\',
          ':',
          '"',
          ' ',
          '\t',
          '\u2028',
          'BEGIN:VEVENT',
          '👨‍👩‍👧',
          'é',
        ),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
      maxLength: 120,
    })
    fc.assert(
      fc.property(
        fc.array(fc.record({ summary: hostile, description: hostile }), { maxLength: 4 }),
        hostile,
        (texts, name) => {
          const text = aFile(
            texts.map((one, index) => anEvent({ ...one, uid: `publication-${index}@selaras` })),
            name,
          )
          const lines = text.split('\r\n')
          expect(lines.at(-1)).toBe('')
          for (const line of lines) {
            expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
            expect(/[\r\n]/.test(line)).toBe(false)
          }
          expect(text.isWellFormed()).toBe(true)
          const calendar = parsed(text)
          expect(unescaped(calendar.getFirstPropertyValue('x-wr-calname'))).toBe(shown(name))
          const events = calendar.getAllSubcomponents('vevent')
          expect(events).toHaveLength(texts.length)
          events.forEach((event, index) => {
            expect(event.getFirstPropertyValue('summary')).toBe(shown(texts[index]?.summary ?? ''))
            expect(event.getFirstPropertyValue('description')).toBe(shown(texts[index]?.description ?? ''))
            expect(event.getFirstPropertyValue('uid')).toBe(`publication-${index}@selaras`)
          })
        },
      ),
    )
  })
})

/** The parser gives what it does not know as it was written. */
function unescaped(value: unknown): string {
  return String(value).replace(/\\([\\;,n])/g, (_, sign) => (sign === 'n' ? '\n' : sign))
}

/** What a text is after one reading: breaks are line feeds, control characters are gone. */
function shown(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\t\n\u0080-\u009f]/gu, '')
}

describe('a publication in a calendar', () => {
  const publication = {
    id: '0193a1f0-0000-7000-8000-000000000001',
    status: 'approved' as const,
    timeKind: 'exact' as const,
    at: '2026-12-11T02:00:00.000Z',
    day: '2026-12-11',
    version: 3,
    timeVersion: 2,
    changedAt: '2026-12-09T03:22:00.000Z',
  }
  const words = { summary: 's', description: 'd', address: 'https://a.example/' }

  it.each([
    ['with its time', {}, { status: 'confirmed', when: { at: publication.at, minutes: 30 }, sequence: 5 }],
    [
      'tentative',
      { timeKind: 'tentative' as const },
      { status: 'tentative', when: { at: publication.at, minutes: 30 } },
    ],
    [
      'whose time is open',
      { timeKind: 'open' as const, at: null },
      { status: 'tentative', when: { day: '2026-12-11' } },
    ],
    ['cancelled', { status: 'cancelled' as const }, { status: 'cancelled', sequence: 6 }],
  ])('%s', (_name, given, expected) => {
    expect(feedEvent({ ...publication, ...given }, words)).toMatchObject(expected)
  })
})
