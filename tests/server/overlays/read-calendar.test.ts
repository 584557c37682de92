import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EVENTS_LIMIT, readCalendar } from '../../../server/overlays/read-calendar.ts'
import { readCalendarApart } from '../../../server/overlays/read-calendar-apart.ts'

const window = { zone: 'Asia/Jakarta', from: '2026-12-01', to: '2026-12-31' }

const aCalendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n')
const anEvent = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:a', ...lines, 'END:VEVENT'].join('\r\n')
const read = (text: string) => {
  const answer = readCalendar({ text, ...window })
  if (answer === null) throw new Error('not read')
  return answer.events.map(({ title, firstDay, lastDay, startsAt, endsAt }) => [
    title,
    firstDay,
    lastDay,
    startsAt,
    endsAt,
  ])
}

describe('another calendar', () => {
  it('gives whole days, the last of them included', () => {
    expect(
      read(
        aCalendar(
          anEvent('SUMMARY:Rapat kerja', 'DTSTART;VALUE=DATE:20261209', 'DTEND;VALUE=DATE:20261212'),
          anEvent('SUMMARY:Sehari', 'DTSTART;VALUE=DATE:20261231'),
        ),
      ),
    ).toEqual([
      ['Rapat kerja', '2026-12-09', '2026-12-11', null, null],
      ['Sehari', '2026-12-31', '2026-12-31', null, null],
    ])
  })

  it.each([
    ['in UTC', 'DTSTART:20261209T170000Z', '2026-12-10', '2026-12-09T17:00:00.000Z'],
    ["without a zone: the agency's", 'DTSTART:20261209T090000', '2026-12-09', '2026-12-09T02:00:00.000Z'],
    [
      'of a known zone',
      'DTSTART;TZID=Asia/Jayapura:20261209T090000',
      '2026-12-09',
      '2026-12-09T00:00:00.000Z',
    ],
    [
      "of an unknown zone: the agency's",
      'DTSTART;TZID=Kantor Pusat:20261209T090000',
      '2026-12-09',
      '2026-12-09T02:00:00.000Z',
    ],
  ])('reads a time %s', (_name, line, day, at) => {
    expect(read(aCalendar(anEvent('SUMMARY:Rapat', line)))).toEqual([['Rapat', day, day, at, at]])
  })

  it('reads a time of a zone that the text itself explains', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:SE Asia Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      'TZOFFSETFROM:+0800',
      'TZOFFSETTO:+0800',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\r\n')
    const event = anEvent(
      'SUMMARY:Rapat',
      'DTSTART;TZID=SE Asia Standard Time:20261209T090000',
      'DURATION:PT1H',
    )
    expect(read(aCalendar(zone, event))).toEqual([
      ['Rapat', '2026-12-09', '2026-12-09', '2026-12-09T01:00:00.000Z', '2026-12-09T02:00:00.000Z'],
    ])
  })

  it('writes recurrences out, without what was left out, and with what was moved or cancelled', () => {
    const days = read(
      aCalendar(
        anEvent(
          'SUMMARY:Apel',
          'DTSTART;TZID=Asia/Jakarta:20050103T080000',
          'DURATION:PT30M',
          'RRULE:FREQ=WEEKLY;BYDAY=MO',
          'EXDATE;TZID=Asia/Jakarta:20261207T080000',
        ),
        anEvent(
          'SUMMARY:Apel, dipindah',
          'RECURRENCE-ID;TZID=Asia/Jakarta:20261214T080000',
          'DTSTART;TZID=Asia/Jakarta:20261215T100000',
          'DURATION:PT30M',
        ),
        anEvent(
          'SUMMARY:Apel',
          'RECURRENCE-ID;TZID=Asia/Jakarta:20261221T080000',
          'DTSTART;TZID=Asia/Jakarta:20261221T080000',
          'STATUS:CANCELLED',
        ),
      ),
    )
    expect(days.map(([title, day]) => [title, day])).toEqual([
      ['Apel, dipindah', '2026-12-15'],
      ['Apel', '2026-12-28'],
    ])
  })

  it('does not touch the day at whose midnight it ends', () => {
    expect(
      read(aCalendar(anEvent('SUMMARY:Malam', 'DTSTART:20261209T140000Z', 'DTEND:20261209T170000Z'))),
    ).toEqual([['Malam', '2026-12-09', '2026-12-09', '2026-12-09T14:00:00.000Z', '2026-12-09T17:00:00.000Z']])
  })

  it('leaves out what was cancelled and what lies outside the days', () => {
    expect(
      read(
        aCalendar(
          anEvent('SUMMARY:Batal', 'DTSTART;VALUE=DATE:20261209', 'STATUS:CANCELLED'),
          anEvent('SUMMARY:Lalu', 'DTSTART;VALUE=DATE:20261130'),
          anEvent('SUMMARY:Nanti', 'DTSTART;VALUE=DATE:20270101'),
        ),
      ),
    ).toEqual([])
  })

  it('passes over an event that nobody can read', () => {
    expect(
      read(
        aCalendar(
          anEvent('SUMMARY:Tanpa waktu'),
          anEvent('SUMMARY:Bukan tanggal', 'DTSTART:besok'),
          anEvent('SUMMARY:Aturan aneh', 'DTSTART;VALUE=DATE:20261209', 'RRULE:FREQ=SOMETIMES'),
          anEvent('SUMMARY:Rapat', 'DTSTART;VALUE=DATE:20261210'),
        ),
      ).map(([title]) => title),
    ).toContain('Rapat')
  })

  it.each([
    ['nothing', ''],
    ['a web page', '<!doctype html><title>Masuk</title>'],
    ['a picture', '\u0089PNG\r\n\u001a\n'],
    ['half a calendar', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT'],
    ['a card', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Sekar\r\nEND:VCARD'],
  ])('is not %s', (_name, text) => {
    expect(readCalendar({ text, ...window })).toBeNull()
  })

  it('keeps the first two thousand and says so', () => {
    const text = aCalendar(anEvent('SUMMARY:Tiap menit', 'DTSTART:20261201T000000Z', 'RRULE:FREQ=MINUTELY'))
    const answer = readCalendar({ text, ...window })
    expect(answer?.events).toHaveLength(EVENTS_LIMIT)
    expect(answer?.isCut).toBe(true)
    expect(answer?.events[0]?.startsAt).toBe('2026-12-01T00:00:00.000Z')
  })

  it('that would take for ever is left after its limit, and the next is read all the same', async () => {
    const many = Array.from({ length: 400 }, (_, index) =>
      anEvent(
        `SUMMARY:Berat ${index}`,
        'DTSTART:19700101T000000Z',
        'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
      ),
    )
    const heavy = readCalendarApart({ text: aCalendar(...many), ...window })
    const light = readCalendarApart({
      text: aCalendar(anEvent('SUMMARY:Rapat', 'DTSTART;VALUE=DATE:20261210')),
      ...window,
    })
    const outcome = await heavy
    expect(outcome === 'too_heavy' || (outcome !== null && outcome.events.length === 0)).toBe(true)
    expect(await light).toMatchObject({ events: [{ title: 'Rapat' }] })
  }, 40_000)

  it('never throws, whatever the text', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'BEGIN:VCALENDAR',
        'END:VCALENDAR',
        'BEGIN:VEVENT',
        'END:VEVENT',
        'UID:a',
        'DTSTART:20261209T090000Z',
        'DTSTART;VALUE=DATE:20261309',
        'DTEND:19991301T000000Z',
        'RRULE:FREQ=DAILY;COUNT=3',
        'RRULE:FREQ=DAILY;INTERVAL=0',
        'RECURRENCE-ID:20261210T090000Z',
        'DURATION:P-1D',
        'SUMMARY:\\',
      ),
      fc.string({ maxLength: 30 }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const answer = readCalendar({ text: lines.join('\r\n'), ...window })
        expect(answer === null || Array.isArray(answer.events)).toBe(true)
      }),
    )
  })
})
