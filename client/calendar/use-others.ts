import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useMemo } from 'react'
import { clockOf, type Day, dayOf } from '../../domain/time.ts'
import type { AppRouter } from '../../server/router.ts'
import { useReader } from '../shell/reader.ts'
import { useTRPC } from '../shell/trpc.ts'
import { type Days, eachDay } from './days.ts'

type Outputs = inferRouterOutputs<AppRouter>['overlays']
export type Overlay = Outputs['list'][number]
type Shown = Outputs['shown'][number]

/** Something of another calendar on one day. */
export type Other = {
  id: string
  title: string
  calendar: string
  /** `HH:MM` in the agency's zone where it begins that day at a time. */
  clock: string | null
}

export type Others = ReadonlyMap<Day, readonly Other[]>

const none: Others = new Map()

/** The calendars laid over this one. */
export function useOverlays() {
  const trpc = useTRPC()
  return useQuery(trpc.overlays.list.queryOptions({}, { staleTime: 5 * 60_000 }))
}

/** What the other calendars hold, by day, but for those whose ids are `without`. */
export function useOthers(days: Days, without: readonly string[] | undefined): Others {
  const trpc = useTRPC()
  const { zone } = useReader()
  const { data: overlays } = useOverlays()
  const { data: events } = useQuery(
    trpc.overlays.shown.queryOptions(days, {
      enabled: (overlays?.length ?? 0) > 0,
      placeholderData: keepPreviousData,
    }),
  )
  return useMemo(
    () =>
      overlays === undefined || events === undefined
        ? none
        : othersOn(days, events, overlays, without ?? [], zone),
    [days, events, overlays, without, zone],
  )
}

/** Each event on each of its days: whole days first, then by the clock. */
export function othersOn(
  days: Days,
  events: readonly Shown[],
  overlays: readonly Pick<Overlay, 'id' | 'name'>[],
  without: readonly string[],
  zone: string,
): Others {
  const names = new Map(overlays.map(({ id, name }) => [id, name]))
  const found = new Map<Day, Other[]>()
  for (const { id, overlayId, title, firstDay, lastDay, startsAt } of events) {
    const calendar = names.get(overlayId)
    if (calendar === undefined || without.includes(overlayId)) continue
    for (const on of eachDay({ from: later(firstDay, days.from), to: earlier(lastDay, days.to) })) {
      const begins = startsAt !== null && dayOf(startsAt, zone) === on
      const there = found.get(on) ?? []
      there.push({ id, title, calendar, clock: begins ? clockOf(startsAt, zone) : null })
      found.set(on, there)
    }
  }
  for (const there of found.values()) {
    there.sort((one, other) => ((one.clock ?? '') < (other.clock ?? '') ? -1 : 1))
  }
  return found
}

const later = (one: Day, other: Day) => (one.localeCompare(other) > 0 ? one : other)
const earlier = (one: Day, other: Day) => (one.localeCompare(other) < 0 ? one : other)
