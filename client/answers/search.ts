import { choice, type RawSearch, words } from '../shell/search-params.ts'

export const libraryShows = ['all', 'valid', 'expired', 'unconfirmed'] as const
export type LibraryShow = (typeof libraryShows)[number]

export type LibrarySearch = { q?: string; show?: LibraryShow; new?: '1' }

export function librarySearch(raw: RawSearch): LibrarySearch {
  return {
    q: words(raw.q),
    show: choice(raw.show, libraryShows, undefined),
    new: choice(raw.new, ['1'], undefined),
  }
}
