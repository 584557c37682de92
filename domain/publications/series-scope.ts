/** How far a change of one publication of a series goes. */
export const seriesScopes = ['this', 'this_and_later', 'all_unposted'] as const
export type SeriesScope = (typeof seriesScopes)[number]

type Member = { id: string; isOpen: boolean }

/**
 * The publications that a change at `id` concerns, of a series' members in order of time. Those that are handed over,
 * posted or cancelled (`isOpen` false) never are.
 */
export function inScope<M extends Member>(members: readonly M[], id: string, scope: SeriesScope): M[] {
  const place = members.findIndex((member) => member.id === id)
  const reached =
    scope === 'this'
      ? members.filter((member) => member.id === id)
      : scope === 'this_and_later' && place >= 0
        ? members.slice(place)
        : scope === 'all_unposted'
          ? members
          : []
  return reached.filter((member) => member.isOpen)
}
