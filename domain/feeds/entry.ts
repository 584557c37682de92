import type { PublicationStatus } from '../publications/status.ts'
import type { Day, Instant } from '../time.ts'
import type { CalendarEvent } from './calendar-file.ts'

/** A post is a moment; calendars draw a span. */
const SHOWN_MINUTES = 30

/** A publication as a feed tells of it; the words are the reader's. */
export type FeedPublication = {
  id: string
  status: PublicationStatus
  timeKind: 'none' | 'exact' | 'tentative' | 'open'
  at: Instant | null
  day: Day
  version: number
  timeVersion: number
  changedAt: Instant
}

/**
 * How a publication stands in a calendar: a tentative date is tentative, an open time fills its day, what was cancelled
 * says so. The sequence counts every change of the publication and of its time, and the cancelling.
 */
export function feedEvent(
  publication: FeedPublication,
  words: { summary: string; description: string; address: string },
): CalendarEvent {
  const { id, status, timeKind, at, day, version, timeVersion, changedAt } = publication
  const isCancelled = status === 'cancelled'
  return {
    uid: `publication-${id}@selaras`,
    when: at === null || timeKind === 'open' ? { day } : { at, minutes: SHOWN_MINUTES },
    changedAt,
    sequence: version + timeVersion + (isCancelled ? 1 : 0),
    status: isCancelled ? 'cancelled' : timeKind === 'exact' ? 'confirmed' : 'tentative',
    ...words,
  }
}
