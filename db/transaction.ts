import { OutcomeUnknown, RolledBack } from './failures.ts'
import type { Lane, Manner, Rows } from './lane.ts'

export type Isolation = 'read committed' | 'repeatable read' | 'serializable'

/**
 * What the work of one transaction, or of one savepoint in it, may ask of its lane. The door shuts when the
 * work is over: code that goes on afterwards is refused and can write nothing.
 */
export class Door {
  #lane: Lane
  #open = true
  #savepoints: { count: number }

  constructor(lane: Lane, savepoints = { count: 0 }) {
    this.#lane = lane
    this.#savepoints = savepoints
  }

  run(text: string, params?: readonly unknown[], manner?: Manner): Promise<Rows> {
    if (!this.#open) return Promise.reject(new RolledBack('the transaction is over'))
    return this.#lane.run(text, params, manner)
  }

  /** Waits for what was asked for, then lets nothing more through. */
  async shut(): Promise<void> {
    await this.#lane.settled()
    this.#open = false
  }

  /** Work of which nothing stays when it fails, while the transaction around it goes on. */
  async savepoint<T>(work: (door: Door) => Promise<T>): Promise<T> {
    const name = `s${++this.#savepoints.count}`
    await this.run(`savepoint ${name}`)
    const inner = new Door(this.#lane, this.#savepoints)
    try {
      const result = await work(inner)
      await inner.shut()
      await this.run(`release savepoint ${name}`)
      return result
    } catch (error) {
      await inner.shut()
      if (!this.#lane.loss) await this.run(`rollback to savepoint ${name}`)
      throw error
    }
  }
}

/**
 * Runs the work in one transaction of the lane: all of it is kept, or none. Fails with the work's own error
 * (nothing kept), with the server's refusal to commit (nothing kept), with `RolledBack` when the lane was
 * lost before COMMIT was sent or COMMIT answered anything else, with `OutcomeUnknown` when it was lost after.
 */
export async function transactionOn<T>(
  lane: Lane,
  work: (door: Door) => Promise<T>,
  isolation: Isolation = 'read committed',
): Promise<T> {
  try {
    await lane.run(`begin isolation level ${isolation} read write`)
  } catch (error) {
    throw lane.loss ? new RolledBack('the database could not be reached', { cause: error }) : error
  }
  const door = new Door(lane)
  let result: T
  try {
    result = await work(door)
  } catch (error) {
    await door.shut()
    await rollBack(lane, error)
    throw error
  }
  await door.shut()
  if (lane.loss) throw lost(lane.loss)
  let answer: Rows
  try {
    answer = await lane.run('commit')
  } catch (error) {
    if (!lane.loss) throw error
    throw new OutcomeUnknown('the connection was lost while the transaction was being committed', {
      cause: error,
    })
  }
  if (answer.command !== 'COMMIT') {
    throw new RolledBack('a statement had failed and its error was not passed on')
  }
  return result
}

async function rollBack(lane: Lane, reason: unknown): Promise<void> {
  if (!lane.loss) {
    try {
      await lane.run('rollback')
      return
    } catch (error) {
      lane.lose(error instanceof Error ? error : new Error(String(error)))
      return
    }
  }
  throw lost(reason)
}

function lost(cause: unknown): RolledBack {
  return new RolledBack('the connection to the database was lost before the end of the transaction', {
    cause,
  })
}
