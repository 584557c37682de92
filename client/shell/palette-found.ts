/** One thing that the search found; `detail` stands at the right: a time, an account, a state. */
export type Found = {
  kind: 'publication' | 'answer' | 'issue' | 'campaign' | 'person'
  id: string
  title: string
  detail: string | null
}

export const groupOrder: readonly Found['kind'][] = ['publication', 'answer', 'issue', 'campaign', 'person']

export const groupNames = {
  publication: 'publications',
  answer: 'answers',
  issue: 'issues',
  campaign: 'campaigns',
  person: 'people',
} as const satisfies Record<Found['kind'], string>

const addresses: Record<Found['kind'], (id: string) => string> = {
  publication: (id) => `/publications/${id}`,
  answer: (id) => `/library/${id}`,
  issue: (id) => `/issues/${id}`,
  campaign: (id) => `/campaigns/${id}`,
  person: () => '/duty',
}

export function addressOf(found: Found): string {
  return addresses[found.kind](found.id)
}
