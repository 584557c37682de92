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

/** Deadlock, serialisation, lock and statement time-outs, shutting down; with them all of class 53 (disk, memory, connections). */
const passingCodes = ['40P01', '40001', '55P03', '57014', '57P01', '57P02', '57P03', '25P03']

/** Whether it is the database's state that failed, not the statement: the same call, with the same key, may succeed later. */
export function mayPass(error: unknown): boolean {
  const failure = databaseFailure(error)
  if (failure === undefined) return false
  if (!(failure instanceof postgres.PostgresError)) return true
  return passingCodes.includes(failure.code) || failure.code.startsWith('53')
}
