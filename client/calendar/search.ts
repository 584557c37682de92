import { choice, day, type RawSearch, several, words } from '../shell/search-params.ts'

export const calendarViews = ['month', 'week', 'day', 'list', 'year'] as const
export type CalendarView = (typeof calendarViews)[number]

export type CalendarSearch = {
  view?: CalendarView
  date?: string
  account?: string[]
  unit?: string[]
  campaign?: string[]
  owner?: string[]
  /** Ids, or `none` for those that name no public. */
  public?: string[]
  platform?: string[]
  /** Subject classes. */
  kind?: string[]
  objective?: 'promote' | 'protect'
  status?: string[]
  /** Only what is ahead and still blocked. */
  ready?: 'no'
  q?: string
  /** Other calendars that are not drawn. */
  without?: string[]
  /** The saved view that is open. */
  saved?: string
  /** The publication whose peek is open. */
  open?: string
  /** Opens the form for a new publication. */
  new?: '1'
  /** The template from which it begins. */
  template?: string
  rail?: 'open' | 'closed'
}

export function calendarSearch(raw: RawSearch): CalendarSearch {
  return {
    view: choice(raw.view, calendarViews, undefined),
    date: day(raw.date),
    account: several(raw.account),
    unit: several(raw.unit),
    campaign: several(raw.campaign),
    owner: several(raw.owner),
    public: several(raw.public),
    platform: several(raw.platform),
    kind: several(raw.kind),
    objective: choice(raw.objective, ['promote', 'protect'], undefined),
    status: several(raw.status),
    ready: choice(raw.ready, ['no'], undefined),
    q: words(raw.q),
    without: several(raw.without),
    saved: words(raw.saved),
    open: words(raw.open),
    new: choice(raw.new, ['1'], undefined),
    template: words(raw.template),
    rail: choice(raw.rail, ['open', 'closed'], undefined),
  }
}
