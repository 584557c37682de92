import ICAL from 'ical.js'

const EVENT = /^BEGIN:VEVENT[ \t]*\r?\n[\s\S]*?^END:VEVENT[ \t]*(?:\r?\n|$)/gim

/**
 * The calendars of an iCalendar text; none where it is none. A line that breaks the rules costs the event it stands in and
 * no other.
 */
export function calendarsIn(text: string): ICAL.Component[] {
  const whole = text.replace(/^\ufeff/, '').trim()
  const read = componentsOf(whole)
  if (read !== null) return read
  const lines = whole.replace(/\r?\n[ \t]/g, '')
  const events = lines.match(EVENT) ?? []
  const [calendar] = componentsOf(lines.replace(EVENT, '')) ?? []
  if (calendar === undefined) return []
  for (const block of events) {
    const [one] = componentsOf(`BEGIN:VCALENDAR\r\n${block.trim()}\r\nEND:VCALENDAR`) ?? []
    for (const event of one?.getAllSubcomponents('vevent') ?? []) calendar.addSubcomponent(event)
  }
  return [calendar]
}

/** Null where the parser stumbles. */
function componentsOf(text: string): ICAL.Component[] | null {
  try {
    const read: unknown = ICAL.parse(text)
    const all = Array.isArray(read) && typeof read[0] === 'string' ? [read] : read
    if (!Array.isArray(all)) return []
    return all.map((one) => new ICAL.Component(one)).filter((one) => one.name === 'vcalendar')
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}
