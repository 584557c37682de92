/** One thing that the search found; `detail` stands at the right: a time, an account, a state. */
export type Found = {
  kind: 'publication' | 'answer' | 'issue' | 'campaign' | 'event' | 'mark' | 'person'
  id: string
  title: string
  detail: string | null
  /** Where an event or a mark stands on the calendar. */
  day: string | null
}

export const groupOrder: readonly Found['kind'][] = [
  'publication',
  'answer',
  'issue',
  'campaign',
  'event',
  'mark',
  'person',
]

export const groupNames = {
  publication: 'publications',
  answer: 'answers',
  issue: 'issues',
  campaign: 'campaigns',
  event: 'events',
  mark: 'marks',
  person: 'people',
} as const satisfies Record<Found['kind'], string>

const addresses: Record<Found['kind'], (found: Found) => string> = {
  publication: ({ id }) => `/publications/${id}`,
  answer: ({ id }) => `/library/${id}`,
  issue: ({ id }) => `/issues/${id}`,
  campaign: ({ id }) => `/campaigns/${id}`,
  event: ({ id }) => `/agenda/${id}`,
  mark: ({ day }) => `/calendar?date=${day}`,
  person: () => '/duty',
}

export function addressOf(found: Found): string {
  return addresses[found.kind](found)
}
