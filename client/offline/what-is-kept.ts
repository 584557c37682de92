const shown: readonly (readonly string[])[] = [
  ['people', 'me'],
  ['agency', 'firstVisit'],
  ['reading'],
  ['publications', 'choices'],
  ['publications', 'editor'],
  ['publications', 'comments'],
  ['briefings', 'briefing'],
  ['campaigns'],
  ['marks'],
  ['accounts', 'list'],
]

const acts: readonly string[] = ['publications.move', 'publications.create', 'publications.comment']

/**
 * Whether a door's answer may be shown from this device without a network: plans and texts, with when they were seen.
 * Answers for callers and requests for decision never are: either may have been withdrawn or changed meanwhile.
 */
export function isShownWithoutNetwork(path: readonly string[]): boolean {
  return shown.some((known) => known.every((part, index) => path[index] === part))
}

/**
 * Whether an act made without a network outlives the page and is sent once the network is back. Decisions, signatures
 * and hand-overs do not: they are made on what stands now. What is typed is kept elsewhere, field by field.
 */
export function isActKept(path: readonly string[]): boolean {
  return acts.includes(path.join('.'))
}
