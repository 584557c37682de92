import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Store, Tx } from '../../db/open.ts'
import { publications } from '../../db/schema/publications.ts'
import { addDays, addMinutes, atClock, clockOf, type Day, dayOf, type Instant } from '../../domain/time.ts'
import { type Command, execute } from '../infrastructure/command.ts'
import { tellOnce } from '../infrastructure/dispatch.ts'
import type { World } from '../infrastructure/world.ts'
import { listeners, sweeps } from '../jobs.ts'
import { type Cast, type DemoName, ZONE } from './cast.ts'

/** The moment at which the story is told, on its own day. Source: Selaras first visit and demo. */
const TOLD = '10:22'

/** Those sweeps that have no meaning in a past that is played. */
const notPlayed = ['forget', 'files', 'lost mails']

type Scene = { at: Instant; play: () => Promise<unknown> }

/**
 * Where the demo's past is played: every scene at its own moment, in order of time, through the same commands that pages
 * call. All of it happens in one transaction of the caller's, so that a demo is either whole or not there.
 */
export type Stage = {
  cast: Cast
  world: World
  tx: Tx
  /** A time of the told day, moved by minutes so that 10.22 is the moment of filling. */
  told(clock: string): Instant
  /** A time of day `days` from the filling; it keeps its hour. */
  on(days: number, clock: string): Instant
  day(days: number): Day
  /** The day and hour of an instant, as a person would give it. */
  given(at: Instant): { kind: 'exact'; day: Day; clock: string }
  /** Puts a scene where its time is. */
  scene(at: Instant, play: () => Promise<unknown>): void
  /** One command of one person, at the scene's moment. */
  does<Input, Output>(who: DemoName, command: Command<Input, Output>, input: unknown): Promise<Output>
  /** The id of a publication that is written already. */
  publicationTitled(title: string): Promise<string>
  /** What the clockwork does at the scene's moment. */
  clockwork(): Promise<void>
  /** Plays all scenes, oldest first. */
  play(): Promise<void>
}

export function openStage(world: World, tx: Tx, cast: Cast, filledAt: Instant): Stage {
  const scenes: Scene[] = []
  let calls = 0
  let now = filledAt
  const today = dayOf(filledAt, ZONE)
  const played: World = { ...world, clock: () => now, store: within(world.store, tx) }

  const on = (days: number, clock: string): Instant => {
    const at = atClock(addDays(today, days), clock, ZONE)
    if (at === null) throw new Error(`there is no ${clock} in ${ZONE}`)
    return at
  }
  const told = (clock: string) => addMinutes(filledAt, minutesOf(clock) - minutesOf(TOLD))
  const tell = async () => {
    while ((await tellOnce(played, listeners)) > 0);
  }

  const stage: Stage = {
    cast,
    world: played,
    tx,
    told,
    on,
    day: (days) => addDays(today, days),
    given: (at) => ({ kind: 'exact', day: dayOf(at, ZONE), clock: clockOf(at, ZONE) }),
    scene: (at, play) => scenes.push({ at, play }),
    async does(who, command, input) {
      const call = { personId: cast.people[who], key: keyOf(++calls), requestId: 'demo' }
      return execute(played, command, command.input.parse(input), call)
    },
    async publicationTitled(title) {
      const [row] = await tx.select().from(publications).where(eq(publications.title, title))
      if (!row) throw new Error(`${title} is not written yet`)
      return row.id
    },
    async clockwork() {
      for (const sweep of sweeps) if (!notPlayed.includes(sweep.name)) await sweep.work(played)
      await tell()
    },
    async play() {
      const inOrder = scenes.map((scene, place) => ({ ...scene, place }))
      inOrder.sort((one, other) =>
        one.at === other.at ? one.place - other.place : one.at < other.at ? -1 : 1,
      )
      for (const scene of inOrder) {
        now = scene.at
        await scene.play()
        await tell()
      }
      now = filledAt
      await stage.clockwork()
    },
  }
  return stage
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}

function keyOf(call: number): string {
  const hex = createHash('sha256').update(`demo ${call}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A store whose transactions are savepoints in one open transaction, and whose reads see it. */
function within(store: Store, tx: Tx): Store {
  const refused = () => Promise.reject(new Error('the demo is filled through drizzle only'))
  return {
    ...store,
    db: tx,
    transaction: (work) => tx.transaction((inner) => work(inner, refused)),
    prepared: refused,
    preparedEach: refused,
  }
}
