import { useMemo } from 'react'
import { dayKey, type Reader } from '../../domain/language/format.ts'
import { type Day, weekdayOf } from '../../domain/time.ts'
import type { MonthAnswer } from './entry.ts'

/** What a day looks like, and its name by decree: for the cells of month and week and the days of the phone. */
export type DayFacts = {
  today: Day
  nameOf(day: Day): string | null
  /** The important days it is, by name; they are no days off. */
  importantOf(day: Day): string | null
  isRed(day: Day): boolean
  isPaused(day: Day): boolean
  classOf(day: Day, isOther?: boolean): string
}

const noMarks: MonthAnswer['marks'] = []
const noPauses: MonthAnswer['pauses'] = []

export function useDayFacts(answer: MonthAnswer | undefined, reader: Reader): DayFacts {
  const today = dayKey(reader.now, reader.zone)
  // Read anew they stay the same things as long as they say the same; the answer around them does not.
  const { marks = noMarks, pauses = noPauses } = answer ?? {}
  return useMemo(() => {
    const names = new Map<Day, string>()
    const important = new Map<Day, string>()
    const red = new Set<Day>()
    for (const mark of marks) {
      const into = mark.kind === 'important_day' ? important : names
      const known = into.get(mark.day)
      into.set(mark.day, known === undefined ? mark.name : `${known}, ${mark.name}`)
      if (mark.kind === 'national' || mark.kind === 'joint_leave') red.add(mark.day)
    }
    const isPaused = (day: Day) =>
      pauses.some((pause) => pause.firstDay <= day && (pause.lastDay === null || day <= pause.lastDay))
    const isRed = (day: Day) => red.has(day) || weekdayOf(day) === 7
    return {
      today,
      nameOf: (day) => names.get(day) ?? null,
      importantOf: (day) => important.get(day) ?? null,
      isRed,
      isPaused,
      classOf: (day, isOther = false) =>
        [
          'cal-day',
          day < today || isOther ? 'cal-past' : '',
          day === today ? 'cal-today' : '',
          isRed(day) ? 'cal-red' : '',
          isPaused(day) ? 'cal-paused' : '',
        ]
          .filter(Boolean)
          .join(' '),
    }
  }, [marks, pauses, today])
}
