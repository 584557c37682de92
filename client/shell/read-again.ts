import type { Query, QueryClient } from '@tanstack/react-query'

const GATHER_MILLISECONDS = 120

/**
 * Reads these queries again, all of them where none are named. A first reading on its way is not broken off and may have
 * begun before the change, so it is read once more when it is over.
 */
export function readAnew(queryClient: QueryClient, concerns: (query: Query) => boolean = () => true): void {
  const begun = queryClient.getQueryCache().findAll({
    predicate: (query) =>
      concerns(query) && query.state.data === undefined && query.state.fetchStatus === 'fetching',
  })
  void queryClient.invalidateQueries({ predicate: concerns })
  for (const query of begun) {
    const again = () =>
      queryClient.invalidateQueries({ predicate: ({ queryHash }) => queryHash === query.queryHash })
    // Gives the reading on its way, and begins none.
    query.fetch().then(again, again)
  }
}

/**
 * Answers what reads queries again: those that are named within a short while together. One that may wait does so for a
 * time of this page's own within `withinMilliseconds`, so that not all pages ask at once.
 */
export function readingAgain(queryClient: QueryClient): (query: Query, withinMilliseconds?: number) => void {
  let soon: Set<string> | null = null
  let later: Set<string> | null = null

  const begin = (delay: number, whenOver: () => void): Set<string> => {
    const hashes = new Set<string>()
    setTimeout(() => {
      whenOver()
      readAnew(queryClient, ({ queryHash }) => hashes.has(queryHash))
    }, delay)
    return hashes
  }
  return ({ queryHash }, withinMilliseconds = 0) => {
    if (withinMilliseconds === 0) {
      soon ??= begin(GATHER_MILLISECONDS, () => {
        soon = null
      })
      soon.add(queryHash)
    } else if (soon?.has(queryHash) !== true) {
      later ??= begin(GATHER_MILLISECONDS + Math.random() * withinMilliseconds, () => {
        later = null
      })
      later.add(queryHash)
    }
  }
}
