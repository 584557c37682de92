import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { Day } from '../../domain/time.ts'
import { keepParts } from '../shell/month-answer.ts'
import { useReader } from '../shell/reader.ts'
import { useTRPC } from '../shell/trpc.ts'
import { type Days, daysOf, stepFrom } from './days.ts'
import { type Entry, entriesOf, namesOf, steady } from './entry.ts'
import type { Filter } from './filter.ts'
import type { CalendarView } from './search.ts'

/** The names behind the ids; the last ones stay while they are read again. */
function useDirectory() {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.reading.directory.queryOptions({}, { staleTime: 10 * 60_000 }))
  const names = useMemo(() => namesOf(data), [data])
  return { directory: data, names, isThere: data !== undefined }
}

const noEntries: Entry[] = []

/** The entries, those that did not change as they were. */
function useSteady(entries: Entry[]): Entry[] {
  const last = useRef(noEntries)
  last.current = useMemo(() => steady(last.current, entries), [entries])
  return last.current
}

/** What the days hold, in the agency's zone; the days before stay shown until the new ones are there. Nothing where it is not asked. */
export function useDays(days: Days, filter: Filter, isAsked = true) {
  const trpc = useTRPC()
  const { zone } = useReader()
  const { names, directory, isThere } = useDirectory()
  const query = useQuery(
    trpc.reading.month.queryOptions(
      { ...days, filter },
      { placeholderData: keepPreviousData, enabled: isAsked, structuralSharing: keepParts },
    ),
  )
  const data = isAsked ? query.data : undefined
  const entries = useMemo(
    () => (isThere ? entriesOf(data, names, zone) : noEntries),
    [data, names, zone, isThere],
  )
  return { query, answer: isThere ? data : undefined, entries: useSteady(entries), directory }
}

type Neighbours = { view: CalendarView; day: Day; filter: Filter; isAsked: boolean }

/** Reads the periods before and after the one shown while the page has nothing else to do: a step then waits for nothing. */
export function useNeighbours({ view, day, filter, isAsked }: Neighbours): void {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const isRead = isAsked && view !== 'year' && view !== 'list'
  useEffect(() => {
    if (!isRead) return
    return whenIdle(() => {
      for (const steps of [1, -1]) {
        const days = daysOf(view, stepFrom(view, day, steps))
        void queryClient.prefetchQuery(trpc.reading.month.queryOptions({ ...days, filter }))
      }
    })
  }, [isRead, view, day, filter, trpc, queryClient])
}

const IDLE_MILLISECONDS = 200

/** Runs `work` once the page is idle, where the browser says so; returns how to leave it. */
function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const asked = requestIdleCallback(work, { timeout: 2000 })
    return () => cancelIdleCallback(asked)
  }
  const timer = setTimeout(work, IDLE_MILLISECONDS)
  return () => clearTimeout(timer)
}

/** The list of the days, a page at a time. */
export function useList(days: Days, filter: Filter) {
  const trpc = useTRPC()
  const { zone } = useReader()
  const { names, isThere } = useDirectory()
  const query = useInfiniteQuery(
    trpc.reading.list.infiniteQueryOptions(
      { ...days, filter },
      {
        getNextPageParam: (page) => page.next ?? undefined,
        initialCursor: null,
        placeholderData: keepPreviousData,
      },
    ),
  )
  const { data } = query
  const entries = useMemo(
    () => (isThere ? (data?.pages.flatMap((page) => entriesOf(page, names, zone)) ?? []) : noEntries),
    [data, names, zone, isThere],
  )
  return { query, entries: useSteady(entries), isThere: isThere && data !== undefined }
}

/** The weeks of a year, counted; the last year stays shown until the new one is there. */
export function useYear(year: number, filter: Filter, isAsked = true) {
  const trpc = useTRPC()
  return useQuery(
    trpc.reading.year.queryOptions({ year, filter }, { placeholderData: keepPreviousData, enabled: isAsked }),
  )
}

/** What has no day yet. */
export function useBacklog(filter: Filter) {
  const trpc = useTRPC()
  const { zone } = useReader()
  const { names, isThere } = useDirectory()
  const query = useInfiniteQuery(
    trpc.reading.backlog.infiniteQueryOptions(
      { filter, size: 30 },
      {
        getNextPageParam: (page) => page.next ?? undefined,
        initialCursor: null,
        placeholderData: keepPreviousData,
      },
    ),
  )
  const { data } = query
  const entries = useMemo(
    () => (isThere ? (data?.pages.flatMap((page) => entriesOf(page, names, zone)) ?? []) : noEntries),
    [data, names, zone, isThere],
  )
  const [first] = data?.pages ?? []
  return { query, entries: useSteady(entries), count: first?.count ?? 0, isMore: first?.isMore ?? false }
}
