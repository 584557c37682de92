/** What happens. Source: Selaras rules, Words, agenda event. */
export const eventKinds = ['visit', 'hearing', 'regulation', 'ceremony', 'other'] as const
export type EventKind = (typeof eventKinds)[number]
