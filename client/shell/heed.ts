import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'
import type { ShownChange } from '../../server/reading/changed-view.ts'
import { daysAgain } from './days-again.ts'
import type { LiveChange } from './live-event.ts'
import { showsRoom } from './live-map.ts'
import {
  type MonthAnswer,
  type MonthInput,
  type PageOfItems,
  putRight,
  putRightInPages,
} from './month-answer.ts'
import { readingAgain } from './read-again.ts'

/** What counts over many things: a change is seen before them, so they may wait. */
const mayWait: ReadonlySet<string> = new Set(['reading.frame', 'reading.year', 'reading.deskLoad'])

export type Heeding = {
  readMonth(input: MonthInput): Promise<MonthAnswer>
  /** Whether the reader plans for a unit. */
  mayPlan(unitId: string): boolean
  /** Whether the reader reads and signs briefings, so that the frame counts for them what comes up. */
  readsBriefings(): boolean
}

/**
 * Answers what takes a change in. Where the change brings what lists now say of it, an open month and list are put right
 * at once, and at most some days of them are read again; whatever else shows its room is read again.
 */
export function heeding(
  queryClient: QueryClient,
  { readMonth, mayPlan, readsBriefings }: Heeding,
): (change: LiveChange) => void {
  const readAgain = readingAgain(queryClient)
  const readDaysAgain = daysAgain(queryClient, readMonth, readAgain)

  const rightMonth = (query: Query, shown: ShownChange, within: number) => {
    const { data, isInvalidated, fetchStatus } = query.state
    const input = inputOf(query.queryKey)
    const right = data && !isInvalidated ? putRight(data as MonthAnswer, input, shown, mayPlan) : null
    if (right === null) return readAgain(query)
    queryClient.setQueryData(query.queryKey, right.answer)
    // What is on its way may have been read before the change.
    if (fetchStatus !== 'idle') readAgain(query)
    else if (right.days.length > 0) readDaysAgain(query, input, right.days, right.isNarrowed ? 0 : within)
  }

  const rightList = (query: Query, shown: ShownChange, within: number) => {
    const data = query.state.data as InfiniteData<PageOfItems> | undefined
    const pages = data ? putRightInPages(data.pages, shown, mayPlan) : null
    if (data === undefined || pages === null || query.state.isInvalidated) return readAgain(query)
    queryClient.setQueryData(query.queryKey, { ...data, pages })
    readAgain(query, query.state.fetchStatus === 'idle' ? within : 0)
  }

  return ({ room, leavesAsIs, shown, withinMilliseconds: within }) => {
    const concerned = queryClient
      .getQueryCache()
      .getAll()
      .filter((query) => showsRoom(pathOf(query.queryKey), room, leavesAsIs))
    const stayedPlaced = shown !== null && concerned.some((query) => isPlacedIn(query, shown))
    for (const query of concerned) {
      const door = pathOf(query.queryKey).join('.')
      if (shown === null || !query.isActive()) readAgain(query)
      else if (door === 'reading.month') rightMonth(query, shown, within)
      else if (door === 'reading.list') rightList(query, shown, within)
      else if (door === 'reading.frame' && !shown.asksOthers && !readsBriefings()) continue
      else if (door !== 'reading.backlog') readAgain(query, mayWait.has(door) ? within : 0)
      else if (!stayedPlaced) readAgain(query)
    }
  }
}

/** Whether what changed has a day and, as an open month says, had one before: then nothing without a day is concerned. */
function isPlacedIn(query: Query, shown: ShownChange): boolean {
  const [changed] = shown.items
  if (!changed || changed.day === null || pathOf(query.queryKey).join('.') !== 'reading.month') return false
  const answer = query.state.data as MonthAnswer | undefined
  return query.isActive() && (answer?.items.some((item) => item.id === changed.id) ?? false)
}

/** A tRPC query key begins with the path of its door. */
export function pathOf(queryKey: readonly unknown[]): readonly string[] {
  const [path] = queryKey
  return Array.isArray(path) ? path.map(String) : []
}

/** Behind the path comes what was asked. */
function inputOf(queryKey: readonly unknown[]): MonthInput {
  return (queryKey[1] as { input: MonthInput }).input
}
