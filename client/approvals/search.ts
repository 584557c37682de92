import { choice, type RawSearch, words } from '../shell/search-params.ts'

export type ApprovalsSearch = {
  compare?: '1'
  /** The account whose post is shown. */
  account?: string
}

export function approvalsSearch(raw: RawSearch): ApprovalsSearch {
  return { compare: choice(raw.compare, ['1'], undefined), account: words(raw.account) }
}
