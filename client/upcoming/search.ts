import { choice, type RawSearch, several, words } from '../shell/search-params.ts'

const upcomingShows = ['all', 'unread', 'mine'] as const
export type UpcomingShow = (typeof upcomingShows)[number]

export type UpcomingSearch = {
  show?: UpcomingShow
  topic?: string
  account?: string[]
  /** The publication that is open beside the list. */
  open?: string
}

export function upcomingSearch(raw: RawSearch): UpcomingSearch {
  return {
    show: choice(raw.show, upcomingShows, undefined),
    topic: words(raw.topic),
    account: several(raw.account),
    open: words(raw.open),
  }
}
