/** Days by decree, and days that an agency speaks on without having them off. Source: Selaras rules, marks. */
export const markKinds = ['national', 'joint_leave', 'election_day', 'important_day'] as const
export type MarkKind = (typeof markKinds)[number]
