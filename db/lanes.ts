import { Busy } from './failures.ts'
import { Lane, type LaneSettings } from './lane.ts'

type Waiting = { resolve: (lane: Lane) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }

const closingLimitMs = 10_000

/** At most `size` lanes, opened when they are asked for; a lost one makes room for a new one at once. */
export class Lanes {
  readonly size: number
  #settings: LaneSettings
  #waitLimitMs: number
  #whole = new Set<Lane>()
  #free: Lane[] = []
  #waiting: Waiting[] = []
  #closed = false
  #whenIdle: (() => void) | undefined

  constructor(settings: LaneSettings, size: number, waitLimitMs: number) {
    this.#settings = settings
    this.size = size
    this.#waitLimitMs = waitLimitMs
  }

  /** How many callers could start at once. */
  get free(): number {
    return this.size - this.#whole.size + this.#free.length
  }

  /**
   * A lane for the caller alone, which owes `give` afterwards. Refused with `Busy` when none comes free in
   * time: whoever holds a lane and asks for a second one is most often the reason.
   */
  take(): Promise<Lane> {
    if (this.#closed) return Promise.reject(new Busy('the database is being closed'))
    const lane = this.#free.pop() ?? (this.#whole.size < this.size ? this.#open() : undefined)
    if (lane) return Promise.resolve(lane)
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        resolve,
        reject,
        timer: setTimeout(() => {
          this.#waiting = this.#waiting.filter((each) => each !== waiting)
          reject(new Busy('no connection to the database came free in time'))
        }, this.#waitLimitMs),
      }
      this.#waiting.push(waiting)
    })
  }

  /** Gives a lane back; nothing may be asked of it afterwards. */
  give(lane: Lane): void {
    if (lane.loss) return
    const next = this.#waiting.shift()
    if (next) {
      clearTimeout(next.timer)
      next.resolve(lane)
      return
    }
    this.#free.push(lane)
    if (this.#free.length === this.#whole.size) this.#whenIdle?.()
  }

  /** Refuses newcomers, waits a while for those at work, then ends every connection. */
  async close(): Promise<void> {
    this.#closed = true
    for (const each of this.#waiting.splice(0)) {
      clearTimeout(each.timer)
      each.reject(new Busy('the database is being closed'))
    }
    if (this.#free.length < this.#whole.size) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, closingLimitMs)
        this.#whenIdle = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    for (const lane of [...this.#whole]) lane.lose(new Error('the database was closed'))
  }

  #open(): Lane {
    const lane = new Lane(this.#settings, (lost) => this.#forget(lost))
    this.#whole.add(lane)
    return lane
  }

  #forget(lost: Lane): void {
    this.#whole.delete(lost)
    this.#free = this.#free.filter((each) => each !== lost)
    if (this.#closed) {
      if (this.#free.length === this.#whole.size) this.#whenIdle?.()
      return
    }
    const next = this.#waiting.shift()
    if (!next) return
    clearTimeout(next.timer)
    next.resolve(this.#open())
  }
}
