import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { dayKey } from '../../domain/language/format.ts'
import type { Day } from '../../domain/time.ts'
import { useReader } from '../shell/reader.ts'
import { daysOf, stepFrom } from './days.ts'
import { filterOf } from './filter.ts'
import { changedFrom, openedBy } from './saved.ts'
import type { CalendarSearch, CalendarView } from './search.ts'
import { useSavedViews } from './use-saved-views.ts'

/** What the address says: view, day, filters; and how to change it. Filters replace, a period is a step to go back from. */
export function useCalendarAddress(given?: CalendarView) {
  const address = useSearch({ from: '/framed/calendar' })
  const { data: views } = useSavedViews(address.saved !== undefined)
  const opened = openedBy(address, views)
  const { search } = opened
  const navigate = useNavigate({ from: '/calendar' })
  const reader = useReader()
  const today = dayKey(reader.now, reader.zone)
  const view = given ?? search.view ?? 'month'
  const day = search.date ?? today
  const days = useMemo(() => daysOf(view, day), [view, day])
  // The filter alone: the same object as long as the address asks for the same.
  const key = JSON.stringify(filterOf(search))
  const filter = useMemo(() => JSON.parse(key) as ReturnType<typeof filterOf>, [key])

  const change = useCallback(
    (next: Partial<CalendarSearch>, isStep = false) =>
      void navigate({ search: (before) => changedFrom(openedBy(before, views), next), replace: !isStep }),
    [navigate, views],
  )
  const show = useCallback(
    (to: Day) => change({ date: to === today ? undefined : to }, true),
    [change, today],
  )
  const step = useCallback((steps: number) => show(stepFrom(view, day, steps)), [show, view, day])
  return { search, opened, view, day, days, today, filter, change, show, step }
}
