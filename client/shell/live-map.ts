/**
 * Which doors to read again when a room has changed: the first part of their names, or `router.door` for one of them.
 * The room's own doors are always among them.
 */
const alsoReadAgain: Record<string, readonly string[]> = {
  agency: ['people.me', 'reading'],
  people: ['reading'],
  accounts: ['reading', 'publications', 'approvals', 'publishing'],
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

/** Whether a query, named by its router and door, shows something of `room`. */
export function showsRoom(path: readonly string[], room: string): boolean {
  const full = path.join('.')
  if (full === 'reading.directory' && namesNothing.has(room)) return false
  const names = [room, ...(alsoReadAgain[room] ?? ['reading']), 'reading.frame']
  return names.some((name) => full === name || full.startsWith(`${name}.`))
}
