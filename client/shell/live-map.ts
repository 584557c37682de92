/**
 * Which doors to read again when a room has changed: the first part of their names, or `router.door` for one of them.
 * The room's own doors are always among them.
 */
const alsoReadAgain: Record<string, readonly string[]> = {
  agency: ['people.me', 'reading'],
  people: ['reading'],
  accounts: ['reading', 'publications', 'approvals', 'publishing', 'templates'],
  marks: ['reading', 'publishing'],
  files: ['publications', 'reading.editor'],
  campaigns: ['reading', 'publications', 'briefings'],
  agenda: ['reading', 'publications'],
  publications: ['reading', 'approvals', 'publishing', 'briefings', 'campaigns', 'agenda', 'issues'],
  answers: ['reading', 'briefings'],
  briefings: ['reading', 'publications', 'answers', 'campaigns', 'approvals.request', 'publishing'],
  templates: ['templates'],
  approvals: ['reading', 'publications', 'publishing'],
  publishing: ['reading', 'publications', 'answers', 'issues'],
  issues: ['reading', 'publications', 'approvals.request'],
  notifications: ['reading.frame'],
  views: ['feeds'],
  feeds: ['feeds'],
  overlays: ['overlays'],
}

/** Rooms that keep no name which the directory gives out: a change of theirs leaves it as it is. */
const namesNothing: ReadonlySet<string> = new Set([
  'marks',
  'files',
  'agenda',
  'publications',
  'answers',
  'briefings',
  'approvals',
  'publishing',
  'issues',
])

/** As `alsoReadAgain`, for what is only said or counted of a room's things: no more than this shows it. */
const readAgainAsCounted: Record<string, readonly string[]> = {
  answers: ['answers', 'briefings', 'reading.deskLoad'],
}

/** Whether a query, named by its router and door, shows something of a change of `room`, or of what was counted there. */
export function showsRoom(path: readonly string[], room: string, isCountedOnly = false): boolean {
  const full = path.join('.')
  if (full === 'reading.directory' && namesNothing.has(room)) return false
  const counted = isCountedOnly ? readAgainAsCounted[room] : undefined
  const names = counted ?? [room, ...(alsoReadAgain[room] ?? ['reading']), 'reading.frame']
  return names.some((name) => full === name || full.startsWith(`${name}.`))
}
