/** The ways a calendar is shown that a saved view can open. */
export const viewKinds = ['month', 'week', 'day', 'list', 'year'] as const
export type ViewKind = (typeof viewKinds)[number]
