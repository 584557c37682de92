import type { ClockContext } from './command.ts'
import type { OutboxEvent } from './outbox.ts'
import type { World } from './world.ts'

/**
 * Work that falls due by time. `work` finds what is due and lets each be done in a transaction of its own that judges
 * again under its lock; doing it twice, or on two servers at once, must have one effect.
 */
export type Sweep = { name: string; everySeconds: number; work(world: World): Promise<void> }

/**
 * Work that follows an event, in one transaction with the mark that it was done: it happens exactly once. It must not
 * fail for what is merely unusual, else the event is tried again and again.
 */
export type OutboxListener = {
  actions: readonly string[]
  work(context: ClockContext, event: OutboxEvent): Promise<void>
}

/** Something that runs beside the requests until it is closed; `close` waits for what is under way. */
export type Running = { close(): Promise<void> }

/** All that runs by itself on one world. */
export type Clockwork = Running
