import { platformIds } from '../../domain/platforms/platform.ts'
import { publicationStatuses } from '../../domain/publications/status.ts'
import { subjectClasses } from '../../domain/subject-classes.ts'
import type { CalendarSearch } from './search.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** What stands in the address as the server's filter; what is none of it is left out, never refused. */
export function filterOf(search: CalendarSearch) {
  const ids = (list: string[] | undefined) => (list ?? []).filter((one) => uuid.test(one))
  return {
    accountIds: ids(search.account),
    unitIds: ids(search.unit),
    campaignIds: ids(search.campaign),
    ownerIds: ids(search.owner),
    publics: (search.public ?? []).filter((one) => one === 'none' || uuid.test(one)),
    platforms: platformIds.filter((platform) => search.platform?.includes(platform)),
    subjectClasses: subjectClasses.filter((kind) => search.kind?.includes(kind)),
    objective: search.objective ?? null,
    statuses: publicationStatuses.filter((status) => search.status?.includes(status)),
    isNotReady: search.ready === 'no',
    words: search.q ?? '',
  }
}

export type Filter = ReturnType<typeof filterOf>

export const noFilter: CalendarSearch = {
  account: undefined,
  unit: undefined,
  campaign: undefined,
  owner: undefined,
  public: undefined,
  platform: undefined,
  kind: undefined,
  objective: undefined,
  status: undefined,
  ready: undefined,
  q: undefined,
}

/** How many parts of the filter narrow something. */
export function filterCount(search: CalendarSearch): number {
  return (Object.keys(noFilter) as (keyof CalendarSearch)[]).filter((key) => search[key] !== undefined).length
}
