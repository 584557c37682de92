import postgres from 'postgres'

/** Nothing of the transaction or statement was kept; it may be tried again. */
export class RolledBack extends Error {
  override readonly name = 'RolledBack'
}

/** The connection was lost while COMMIT was on its way: only the idempotency key can tell what happened. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown'
}

/** No connection became free in time; nothing was started. */
export class Busy extends Error {
  override readonly name = 'Busy'
}

export type DatabaseFailure = RolledBack | OutcomeUnknown | Busy | postgres.PostgresError

/**
 * What the database itself said, from under the wrapping drizzle puts around it; `undefined` for an error
 * of another origin.
 */
export function databaseFailure(error: unknown): DatabaseFailure | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof RolledBack || at instanceof OutcomeUnknown || at instanceof Busy) return at
    if (at instanceof postgres.PostgresError) return at
  }
  return undefined
}

/** Whether the connection is still fit for use after this error: the server refused, and goes on. */
export function leavesLaneWhole(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.severity === 'ERROR'
}
