import { type RawSearch, words } from '../shell/search-params.ts'

export type DeskSearch = { q?: string; open?: string }

export function deskSearch(raw: RawSearch): DeskSearch {
  return { q: words(raw.q, 500), open: words(raw.open) }
}
