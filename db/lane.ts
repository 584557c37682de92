import postgres, { type ParameterOrJSON } from 'postgres'
import { leavesLaneWhole } from './failures.ts'
import { wireTypes } from './wire-types.ts'

export type Row = Record<string, unknown>
export type Rows = Row[] & { command: string; count: number | null }

export type LaneSettings = {
  url: string
  applicationName: string
  /** The server refuses every write outside a `begin read write`. */
  readOnlyByDefault: boolean
  /** 0 for no limit. */
  statementTimeoutMs: number
  idleInTransactionTimeoutMs: number
  /** Hears of failures that touch no caller, such as a connection that could not be ended. */
  onTrouble: (error: unknown) => void
}

export type Manner = {
  /** Rows as arrays of values in column order. */
  asArrays?: boolean
  /** Kept as a prepared statement of the connection: for texts that come again and again only. */
  prepared?: boolean
  /**
   * Takes each row as its values in column order while the server still sends the next; then none is answered. Must not
   * throw: that would be inside the driver, and cost the connection.
   */
  onRow?: (values: unknown[]) => void
}

const graceMs = 5_000

/**
 * One connection. It is lost for good the moment it closes, when an error shows that it cannot be trusted
 * any more, or when the server does not answer in time: no statement is ever sent over a second connection
 * under the same name. Statements go one at a time.
 */
export class Lane {
  #loss: Error | undefined
  #onLost: (lane: Lane) => void
  #settings: LaneSettings
  #client: postgres.Sql
  #giveUp: ((error: Error) => void) | undefined
  #tail: Promise<unknown> = Promise.resolve()

  constructor(settings: LaneSettings, onLost: (lane: Lane) => void) {
    this.#settings = settings
    this.#onLost = onLost
    this.#client = postgres(settings.url, {
      max: 1,
      fetch_types: false,
      max_lifetime: null,
      connect_timeout: 10,
      types: wireTypes,
      onnotice: () => {},
      onclose: () => this.lose(new Error('the connection to the database was closed')),
      connection: {
        application_name: settings.applicationName,
        TimeZone: 'UTC',
        DateStyle: 'ISO, MDY',
        default_transaction_read_only: settings.readOnlyByDefault,
        statement_timeout: settings.statementTimeoutMs,
        idle_in_transaction_session_timeout: settings.idleInTransactionTimeoutMs,
      },
    })
  }

  /** Why this lane is lost; `undefined` while it is whole. */
  get loss(): Error | undefined {
    return this.#loss
  }

  /** Runs after what was asked for before, unless the lane is lost by then. Never hangs on a lost lane. */
  run(text: string, params: readonly unknown[] = [], manner: Manner = {}): Promise<Rows> {
    const answer = this.#tail.then(() => this.#send(text, params, manner))
    this.#tail = answer.catch(() => undefined)
    return answer
  }

  /** Until nothing is asked for any more; failures are their askers' matter. */
  async settled(): Promise<void> {
    let seen: Promise<unknown>
    do {
      seen = this.#tail
      await seen
    } while (seen !== this.#tail)
  }

  lose(error: Error): void {
    if (this.#loss) return
    this.#loss = error
    this.#giveUp?.(error)
    this.#onLost(this)
    this.#client.end({ timeout: 0 }).catch(this.#settings.onTrouble)
  }

  // Called from a promise's continuation only: the driver hands the statement to the connection within the
  // same run of continuations, so the connection cannot close between the look at `#loss` and the sending.
  #send(text: string, params: readonly unknown[], manner: Manner): Promise<Rows> {
    if (this.#loss) return Promise.reject(this.#loss)
    return new Promise<Rows>((resolve, reject) => {
      const limit = this.#settings.statementTimeoutMs
      const timer =
        limit > 0
          ? setTimeout(() => this.lose(new Error('the database does not answer')), limit + graceMs)
          : undefined
      const end = () => {
        clearTimeout(timer)
        this.#giveUp = undefined
      }
      this.#giveUp = (error) => {
        end()
        reject(error)
      }
      const query = this.#client.unsafe(text, params as ParameterOrJSON<never>[], {
        prepare: manner.prepared === true,
      })
      const { asArrays, onRow } = manner
      const answer: PromiseLike<unknown> =
        onRow !== undefined
          ? query.values().forEach((row) => {
              onRow(row as unknown as unknown[])
            })
          : asArrays
            ? query.values()
            : query
      answer.then(
        (rows) => {
          end()
          resolve(rows as Rows)
        },
        (error: Error) => {
          end()
          if (!leavesLaneWhole(error)) this.lose(error)
          reject(error)
        },
      )
    })
  }
}
