/** What a reading of another calendar can meet; each has its sentence. */
export const overlayProblemCodes = [
  'address_refused',
  'unreachable',
  'too_slow',
  'too_many_redirects',
  'status',
  'too_large',
  'not_calendar',
  'too_heavy',
] as const

/** `status`: the code the address answered with. */
export type OverlayProblem = { code: (typeof overlayProblemCodes)[number]; status?: number }
