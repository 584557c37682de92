/** One line of the bell. Its sentence is `notifications:kinds.<kind>` with `data`. */
export type BellItem = {
  id: string
  kind: string
  room: string
  subjectId: string
  data: Record<string, unknown>
  needsAction: boolean
  at: string
  readAt: string | null
  settledAt: string | null
}

const pages: Record<string, (id: string) => string> = {
  publications: (id) => `/publications/${id}`,
  briefings: (id) => `/publications/${id}?tab=briefing`,
  approvals: (id) => `/approvals/${id}`,
  publishing: (id) => `/publications/${id}/handover`,
  issues: (id) => `/issues/${id}`,
  answers: (id) => `/library/${id}`,
  campaigns: (id) => `/campaigns/${id}`,
}

/** Where the matter is settled: by the room and the subject of the notification. */
export function addressOf(item: Pick<BellItem, 'room' | 'subjectId'>): string {
  return pages[item.room]?.(item.subjectId) ?? '/'
}
