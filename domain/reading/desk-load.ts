import { addDays, addHours, type Day, type Instant, millisecondsOf, startOfDay } from '../time.ts'

/** So long after a post the desk's questions on it are followed. */
export const FOLLOWED_HOURS = 24
/** Posts older than this tell nothing of today's public. */
export const SIMILAR_DAYS = 180
/** Of posts alike so many of the newest are looked at. */
export const SIMILAR_MOST = 100
/** From fewer posts alike no average is made. */
export const SIMILAR_LEAST = 5

/** What posts alike brought: how many were followed, and the questions of all of them by the hour after the post, from 0. */
export type Followed = { publications: number; questions: readonly { hour: number; count: number }[] }

/** The questions that one post brings, by the hour after it. */
export type Profile = readonly number[]

/** An hour of the clock: its first instant, and the first after it. */
export type Hour = { day: Day; at: Instant; until: Instant }

/**
 * The average of posts alike, by the hour after the post; null where fewer than `SIMILAR_LEAST` were followed: a shade
 * is shown once the data exists, never made up.
 */
export function profileOf({ publications, questions }: Followed): Profile | null {
  if (publications < SIMILAR_LEAST) return null
  const profile = Array.from({ length: FOLLOWED_HOURS }, () => 0)
  for (const { hour, count } of questions)
    if (hour >= 0 && hour < FOLLOWED_HOURS) profile[hour] = (profile[hour] ?? 0) + count / publications
  return profile
}

/** Every hour of these days in `zone`, in order; a day on which the clocks change has one fewer or one more. */
export function hoursOf(from: Day, to: Day, zone: string): Hour[] {
  const hours: Hour[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const end = startOfDay(addDays(day, 1), zone)
    for (let at = startOfDay(day, zone); at < end; ) {
      const next = addHours(at, 1)
      const until = next.localeCompare(end) < 0 ? next : end
      hours.push({ day, at, until })
      at = until
    }
  }
  return hours
}

/**
 * The questions expected in each of the hours (in order, without gaps) when these publications go out at their times. An
 * hour after a post that lies across two hours of the clock is shared between them by its minutes.
 */
export function questionsIn(
  hours: readonly Hour[],
  posts: readonly { at: Instant; profile: Profile }[],
): number[] {
  const sums = hours.map(() => 0)
  const edges = hours.map(({ at, until }) => [millisecondsOf(at), millisecondsOf(until)] as const)
  for (const { at, profile } of posts) {
    const posted = millisecondsOf(at)
    for (const [index, [begins, ends]] of edges.entries()) {
      if (ends <= posted || begins >= posted + profile.length * HOUR) continue
      for (let hour = Math.max(0, Math.floor((begins - posted) / HOUR)); hour < profile.length; hour++) {
        const first = Math.max(begins, posted + hour * HOUR)
        const last = Math.min(ends, posted + (hour + 1) * HOUR)
        if (first >= last) break
        sums[index] = (sums[index] ?? 0) + ((profile[hour] ?? 0) * (last - first)) / HOUR
      }
    }
  }
  return sums
}

const HOUR = 3_600_000

/** One role of the desk: who holds it, its shifts, and when its last one ends (null: there is none). */
export type DeskRole = {
  holderIds: readonly string[]
  shifts: readonly { personId: string; startsAt: Instant; endsAt: Instant }[]
  lastEndsAt: Instant | null
}

/**
 * How many persons are on duty at the desk for at least half of an hour, in whichever of its roles. A role without a
 * shift that ends after the hour began counts all of its holders; `isRostered` is false where that is so of every role.
 * Source: Selaras, Who uses it, on duty.
 */
export function agentsIn(
  { at, until }: Pick<Hour, 'at' | 'until'>,
  roles: readonly DeskRole[],
): { agents: number; isRostered: boolean } {
  const [begins, ends] = [millisecondsOf(at), millisecondsOf(until)]
  const there = new Set<string>()
  let isRostered = false
  for (const { holderIds, shifts, lastEndsAt } of roles) {
    if (lastEndsAt === null || lastEndsAt <= at) {
      for (const id of holderIds) there.add(id)
      continue
    }
    isRostered = true
    const covered = new Map<string, number>()
    for (const { personId, startsAt, endsAt } of shifts) {
      const span = Math.min(ends, millisecondsOf(endsAt)) - Math.max(begins, millisecondsOf(startsAt))
      if (span > 0) covered.set(personId, (covered.get(personId) ?? 0) + span)
    }
    for (const [personId, span] of covered) if (span * 2 >= ends - begins) there.add(personId)
  }
  return { agents: there.size, isRostered }
}

export const loadSteps = [1, 2, 3] as const
export type LoadStep = (typeof loadSteps)[number]

/**
 * From so many questions an hour for one agent on duty the second and the third step of the shade begin. No published
 * figure is known; these are Selaras's own: up to one each ten minutes leaves time to look an answer up, from one each
 * five minutes on callers wait.
 */
const SECOND_STEP_FROM = 6
const THIRD_STEP_FROM = 12

/** How dark an hour is drawn: null without a whole question, the darkest where there are questions and nobody on duty. */
export function loadStep(questions: number, agents: number): LoadStep | null {
  if (questions < 1) return null
  const each = questions / agents
  return each >= THIRD_STEP_FROM ? 3 : each >= SECOND_STEP_FROM ? 2 : 1
}
