import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../server/router.ts'
import { type Filter, filterCount, filterOf } from './filter.ts'
import { type CalendarSearch, calendarViews } from './search.ts'

export type SavedView = inferRouterOutputs<AppRouter>['views']['list'][number]

/** What the address opens: a view kept under a name, none, or one that is not there for this reader. */
export type Opened =
  | { state: 'none' | 'missing'; view: null; search: CalendarSearch }
  | { state: 'open'; view: SavedView; search: CalendarSearch; isChanged: boolean }

/** A filter as the address writes it: what narrows nothing is left out. */
export function searchOf(filter: Filter): CalendarSearch {
  const list = (values: readonly string[]) => (values.length === 0 ? undefined : [...values])
  return {
    account: list(filter.accountIds),
    unit: list(filter.unitIds),
    campaign: list(filter.campaignIds),
    owner: list(filter.ownerIds),
    public: list(filter.publics),
    platform: list(filter.platforms),
    kind: list(filter.subjectClasses),
    objective: filter.objective ?? undefined,
    status: list(filter.statuses),
    ready: filter.isNotReady ? 'no' : undefined,
    q: filter.words === '' ? undefined : filter.words,
  }
}

/**
 * The address with the saved view it names laid under it: where the address says nothing of filters or of the way it is
 * shown, the view does. `views` are those the reader may open.
 */
export function openedBy(search: CalendarSearch, views: readonly SavedView[] | undefined): Opened {
  if (search.saved === undefined) return { state: 'none', view: null, search }
  const view = views?.find((one) => one.id === search.saved)
  if (view === undefined) return { state: 'missing', view: null, search }
  const shownAs = search.view ?? calendarViews.find((kind) => kind === view.kind)
  const narrowed = filterCount(search) > 0 ? search : { ...search, ...searchOf(view.filter) }
  const effective = { ...narrowed, view: shownAs }
  const same = JSON.stringify(filterOf(effective)) === JSON.stringify(filterOf(searchOf(view.filter)))
  const isChanged = !same || (shownAs ?? 'month') !== view.kind
  return { state: 'open', view, search: effective, isChanged }
}

/**
 * The address after a change. What the saved view gave is written out, so that taking one part of it away is not undone
 * by the view; who takes all of it away has left the view.
 */
export function changedFrom({ state, search }: Opened, next: Partial<CalendarSearch>): CalendarSearch {
  const merged = { ...search, ...next }
  if (state === 'none') return merged
  if (state === 'missing') return { ...merged, saved: undefined }
  if (filterCount(search) > 0 && filterCount(merged) === 0) return { ...merged, saved: undefined }
  return { ...merged, view: merged.view ?? 'month' }
}
