import { type LibraryFilter, libraryFilters } from '../../domain/answers/choices.ts'
import { choice, type RawSearch, words } from '../shell/search-params.ts'

/** `new` opens the form for a new entry. */
export type LibrarySearch = { q?: string; show?: LibraryFilter; new?: '1' }

export function librarySearch(raw: RawSearch): LibrarySearch {
  return {
    q: words(raw.q),
    show: choice(raw.show, libraryFilters, undefined),
    new: choice(raw.new, ['1'], undefined),
  }
}
