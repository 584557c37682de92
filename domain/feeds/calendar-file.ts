import type { Day, Instant } from '../time.ts'

/** One entry of a calendar that other programs read. */
export type CalendarEvent = {
  /** The same for as long as the thing exists; letters, digits, `-`, `.` and `@`. */
  uid: string
  when: { at: Instant; minutes: number } | { day: Day }
  changedAt: Instant
  /** Never falls from one writing to the next. */
  sequence: number
  status: 'confirmed' | 'tentative' | 'cancelled'
  summary: string
  description: string
  /** http or https. */
  address: string | null
}

export type CalendarFile = {
  name: string
  zone: string
  /** How often a reader should come back. */
  refreshMinutes: number
  events: readonly CalendarEvent[]
}

const LINE_OCTETS = 75
/** Separators that some readers break lines at, as one escaped break. */
const BREAKS = /\r\n|[\r\n\u0085\u2028\u2029]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters a text may not hold
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/**
 * Writes a calendar as RFC 5545 asks: CRLF lines of at most 75 octets, no sign cut in two, texts escaped so that nothing
 * in them can end a line or begin a property; times in UTC, days as days. `X-WR-CALNAME`, `X-PUBLISHED-TTL` are what
 * Google, Outlook and Apple read beside `NAME` and `REFRESH-INTERVAL` of RFC 7986.
 */
export function writeCalendarFile(file: CalendarFile): string {
  const pace = `PT${Math.max(1, Math.round(file.refreshMinutes))}M`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Selaras//Selaras//ID',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(file.name)}`,
    `X-WR-CALNAME:${escaped(file.name)}`,
    `X-WR-TIMEZONE:${escaped(file.zone)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${pace}`,
    `X-PUBLISHED-TTL:${pace}`,
    ...file.events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventLines(event: CalendarEvent): string[] {
  const stamp = instantText(event.changedAt)
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${event.sequence}`,
    ...timeLines(event.when),
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    ...(event.address === null ? [] : [`URL:${new URL(event.address).href}`]),
    `STATUS:${event.status.toUpperCase()}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** A day ends before the next one, as RFC 5545 counts. */
function timeLines(when: CalendarEvent['when']): string[] {
  if ('day' in when)
    return [
      `DTSTART;VALUE=DATE:${dayText(when.day)}`,
      `DTEND;VALUE=DATE:${dayText(new Date(Date.parse(when.day) + 86_400_000).toISOString())}`,
    ]
  const end = new Date(Date.parse(when.at) + when.minutes * 60_000).toISOString()
  return [`DTSTART:${instantText(when.at)}`, `DTEND:${instantText(end)}`]
}

/** `2026-12-11T02:00:00.000Z` as `20261211T020000Z`. */
function instantText(at: Instant): string {
  return `${at.slice(0, 19).replace(/[-:]/g, '')}Z`
}

function dayText(day: Day): string {
  return day.slice(0, 10).replaceAll('-', '')
}

/** A TEXT value: RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(BREAKS, '\n')
    .replace(CONTROLS, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** A content line in pieces of at most 75 octets, each but the first led by a space; no sign is cut. */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const sign of line) {
    const size = octetsOf(sign)
    if (octets + size > LINE_OCTETS) {
      pieces.push(piece)
      piece = ' '
      octets = 1
    }
    piece += sign
    octets += size
  }
  return [...pieces, piece].join('\r\n')
}

function octetsOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
