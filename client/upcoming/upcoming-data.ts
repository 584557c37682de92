import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useMemo } from 'react'
import type { AppRouter } from '../../server/router.ts'
import { useTRPC } from '../shell/trpc.ts'
import type { UpcomingShow } from './search.ts'

export type UpcomingItem = inferRouterOutputs<AppRouter>['reading']['upcoming']['items'][number]

const nothing: UpcomingItem[] = []

/** Two weeks, a page at a time. */
export function useUpcoming(view: UpcomingShow) {
  const trpc = useTRPC()
  const query = useInfiniteQuery(
    trpc.reading.upcoming.infiniteQueryOptions(
      { view },
      {
        getNextPageParam: (page) => page.next ?? undefined,
        initialCursor: null,
        placeholderData: keepPreviousData,
      },
    ),
  )
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? nothing, [query.data])
  return { query, items, first: query.data?.pages[0] }
}

/** The items by day, in their order. */
export function byDay(items: readonly UpcomingItem[]): [day: string, items: UpcomingItem[]][] {
  const days = new Map<string, UpcomingItem[]>()
  for (const item of items) days.set(item.day, [...(days.get(item.day) ?? []), item])
  return [...days]
}

const outStatuses: readonly UpcomingItem['status'][] = ['published', 'partly_published', 'withdrawn']

export function isOut(item: UpcomingItem): boolean {
  return outStatuses.includes(item.status)
}

/** What stands open beside the list where nobody chose: what waits for the reader, else what they have not read. */
export function firstToRead(items: readonly UpcomingItem[]): UpcomingItem | null {
  return (
    items.find((item) => item.waitsForSignature || item.waitsForAnswer) ??
    items.find((item) => item.isUnread) ??
    items.find((item) => !isOut(item)) ??
    items[0] ??
    null
  )
}
