import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Entry } from '../answers/entry.ts'
import { failureOf } from '../shell/failure.ts'
import { useTRPC } from '../shell/trpc.ts'

const PAUSE_IN_TYPING_MILLISECONDS = 90

export type Group = { name: 'ofToday' | 'mostAsked' | 'library' | 'inPart'; entries: Entry[] }

/**
 * What the desk shows for what is typed, in groups. The list stands still while its query stays the same: what changes
 * meanwhile is counted, and `show` takes it over; the entries themselves are always the latest.
 */
export function useFound(typed: string) {
  const trpc = useTRPC()
  const [words] = useDebouncedValue(typed.trim(), PAUSE_IN_TYPING_MILLISECONDS)
  const isAsking = words !== ''
  const today = useQuery({ ...trpc.answers.today.queryOptions({}), enabled: !isAsking })
  const search = useQuery({
    ...trpc.answers.search.queryOptions({ words }),
    enabled: isAsking,
    placeholderData: keepPreviousData,
  })
  const query = isAsking ? search : today
  const groups = isAsking
    ? groupsOfSearch(search.data?.entries ?? [], search.data?.partIds ?? [])
    : groupsOfToday(today.data)
  const still = useStill(isAsking ? words : '', groups, isAsking && search.isPlaceholderData)
  const isCurrent = words === typed.trim() && !(isAsking && search.isPlaceholderData)
  return {
    words: isAsking ? (search.data?.words ?? []) : [],
    mended: isAsking ? (search.data?.mended ?? []) : [],
    groups: still.groups,
    changes: still.changes,
    show: still.show,
    isAsking,
    isLoading: query.isPending && query.data === undefined,
    /** The list answers what stands in the field now. */
    isCurrent: isCurrent && query.data !== undefined,
    failure: query.isError ? failureOf(query.error) : null,
  }
}

function groupsOfToday(today: { ofToday: Entry[]; mostAsked: Entry[] } | undefined): Group[] {
  return [
    { name: 'ofToday' as const, entries: today?.ofToday ?? [] },
    { name: 'mostAsked' as const, entries: today?.mostAsked ?? [] },
  ]
}

function groupsOfSearch(entries: Entry[], partIds: readonly string[]): Group[] {
  const isPart = (entry: Entry) => partIds.includes(entry.id)
  const isOfToday = (entry: Entry) =>
    !isPart(entry) &&
    entry.validity === 'approved' &&
    entry.publication?.isToday === true &&
    entry.publication.isPosted
  return [
    { name: 'ofToday' as const, entries: entries.filter(isOfToday) },
    { name: 'library' as const, entries: entries.filter((entry) => !isOfToday(entry) && !isPart(entry)) },
    { name: 'inPart' as const, entries: entries.filter(isPart) },
  ]
}

type Order = { key: string; groups: { name: Group['name']; ids: string[] }[] }

function useStill(key: string, latest: Group[], isStale: boolean) {
  const shown = useRef<Order>({ key: '', groups: [] })
  const [, redraw] = useState(0)
  const order: Order = {
    key,
    groups: latest.map(({ name, entries }) => ({ name, ids: entries.map((entry) => entry.id) })),
  }
  const known = new Map(latest.flatMap((group) => group.entries).map((entry) => [entry.id, entry]))
  const wasEmpty = shown.current.groups.every((group) => group.ids.length === 0)
  if (!isStale && (shown.current.key !== key || wasEmpty)) shown.current = order
  const before = new Set(shown.current.groups.flatMap((group) => group.ids))
  const arrived = [...known.keys()].filter((id) => !before.has(id)).length
  const left = [...before].filter((id) => !known.has(id)).length
  return {
    groups: isStale
      ? latest
      : shown.current.groups.map(({ name, ids }) => ({
          name,
          entries: ids.flatMap((id) => known.get(id) ?? []),
        })),
    changes: isStale ? 0 : Math.max(arrived, left),
    show() {
      shown.current = order
      redraw((count) => count + 1)
    },
  }
}
