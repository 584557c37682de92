/** An account belongs to the institution, or to a named office-holder. Source: Selaras words, account. */
export const accountKinds = ['institutional', 'executive'] as const
export type AccountKind = (typeof accountKinds)[number]
