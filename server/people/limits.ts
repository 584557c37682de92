import type { Limit } from '../infrastructure/limit-tries.ts'

/**
 * How often somebody may try. By address wide enough for an office behind one address, by account narrow enough that
 * a password of 15 characters is never guessed (NIST SP 800-63B-4, 3.2.2: at most 100 failures in a row).
 */
export const sessionLimits = {
  signInByAddress: { tries: 60, windowSeconds: 300 },
  signInByEmail: { tries: 20, windowSeconds: 900 },
  resetByAddress: { tries: 20, windowSeconds: 900 },
  resetByEmail: { tries: 4, windowSeconds: 900 },
  linkByAddress: { tries: 30, windowSeconds: 900 },
} as const satisfies Record<string, Limit>
