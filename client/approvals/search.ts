import { choice, type RawSearch, words } from '../shell/search-params.ts'

export type ApprovalsSearch = {
  compare?: '1'
  /** The account whose post is shown. */
  account?: string
  /** The publication that was approved just before, still to be revoked from here. */
  done?: string
}

export function approvalsSearch(raw: RawSearch): ApprovalsSearch {
  return {
    compare: choice(raw.compare, ['1'], undefined),
    account: words(raw.account),
    done: words(raw.done),
  }
}
