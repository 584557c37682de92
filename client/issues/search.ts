import { choice, type RawSearch } from '../shell/search-params.ts'

export type IssuesSearch = { new?: '1'; show?: 'open' | 'closed' }

export function issuesSearch(raw: RawSearch): IssuesSearch {
  return { new: choice(raw.new, ['1'], undefined), show: choice(raw.show, ['open', 'closed'], undefined) }
}
