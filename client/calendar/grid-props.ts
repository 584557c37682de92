import type { Day } from '../../domain/time.ts'
import type { Days } from './days.ts'
import type { Entry, MonthAnswer } from './entry.ts'
import type { GridThing } from './grid-events.ts'
import type { DeskLoad } from './use-desk-load.ts'
import type { Others } from './use-others.ts'

/** The hour that is proposed where none was chosen yet. */
export const USUAL_CLOCK = '09:00'

/** A day, and a time of day where there is one. */
export type Slot = { day: Day; clock: string | null }

/** What is being moved by keys or from the bar, and where it stands for now. */
export type Moving = { ids: readonly string[]; to: Slot }

export type GridProps = {
  /** Any day of the period shown. */
  day: Day
  days: Days
  entries: readonly Entry[]
  answer: MonthAnswer | undefined
  /** What other calendars hold, drawn behind. */
  others: Others
  /** What the desk can expect hour by hour, shaded where hours are shown. */
  load: DeskLoad
  marked: ReadonlySet<string>
  moving: Moving | null
  onOpen(thing: GridThing, anchor: HTMLElement): void
  /** Pressed with Ctrl, Command or Shift. */
  onMark(id: string): void
  onMoved(entry: Entry, to: Slot): void
  /** "+3 lagi" of a day. */
  onMore(day: Day, anchor: HTMLElement): void
  /** Whether days and hours can be pressed or drawn over to begin a publication there. */
  mayNew: boolean
  onNew(day: Day, clock: string | null): void
  /** Something of the rail was dropped on a day. */
  onReceive(id: string, to: Slot): void
}
