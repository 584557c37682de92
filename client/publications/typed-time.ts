import { dateWithYear, dayAndMonth, type Reader } from '../../domain/language/format.ts'
import {
  type DayProblem,
  parseDay,
  parseTime,
  type TimeProblem,
} from '../../domain/publications/plan-dates.ts'
import type { GivenTime, PlannedTime, TimeKind } from '../../domain/publications/planned-time.ts'
import { clockOf } from '../../domain/time.ts'

/** A time as it stands in the fields. */
export type TypedTime = { kind: TimeKind; day: string; clock: string }

export type TypedProblems = {
  day: DayProblem | { code: 'day_missing'; data: Record<string, never> } | null
  clock: TimeProblem | { code: 'clock_missing'; data: Record<string, never> } | null
}

/** The planned time as text for the fields, as the reader writes it. */
export function typedFrom(time: PlannedTime, reader: Reader): TypedTime {
  const clock = time.plannedAt === null ? '' : clockOf(time.plannedAt, reader.zone)
  return {
    kind: time.timeKind,
    day: time.plannedDay === null ? '' : dateWithYear(time.plannedDay, reader),
    clock: reader.language === 'id' ? clock.replace(':', '.') : clock,
  }
}

/** What the fields say as a time to send, or what is wrong with them. Nothing is moved or guessed. */
export function readTyped(typed: TypedTime): { time: GivenTime } | { problems: TypedProblems } {
  if (typed.kind === 'none') return { time: { kind: 'none' } }
  const day = dayIn(typed.day)
  const clock = clockIn(typed)
  if (!('day' in day) || !('clock' in clock)) {
    return {
      problems: { day: 'day' in day ? null : day, clock: 'clock' in clock ? null : clock },
    }
  }
  if (typed.kind === 'open') return { time: { kind: 'open', day: day.day } }
  if (typed.kind === 'tentative') return { time: { kind: 'tentative', day: day.day, clock: clock.clock } }
  return { time: { kind: 'exact', day: day.day, clock: clock.clock ?? '' } }
}

function dayIn(text: string): { day: string } | NonNullable<TypedProblems['day']> {
  return text.trim() === '' ? { code: 'day_missing', data: {} } : parseDay(text)
}

function clockIn({ kind, clock }: TypedTime): { clock: string | null } | NonNullable<TypedProblems['clock']> {
  if (kind === 'open') return { clock: null }
  const parsed = parseTime(clock)
  if ('code' in parsed) return parsed
  if (parsed.clock === null && kind === 'exact') return { code: 'clock_missing', data: {} }
  return { clock: parsed.clock }
}

/** The month's name for the sentence about a day it does not have. */
export function monthName(month: number, reader: Reader): string {
  return dayAndMonth(`2026-${String(month).padStart(2, '0')}-01`, reader).replace(/^\S+ /, '')
}
