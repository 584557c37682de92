import { and, isNull, lt, sql } from 'drizzle-orm'
import { agency, demoStory } from '../../db/schema/agency.ts'
import { mails, notifications } from '../../db/schema/notifications.ts'
import { addMinutes } from '../../domain/time.ts'
import { momentOf, type World } from '../infrastructure/world.ts'
import { castDemo } from './cast.ts'
import { openStage } from './stage.ts'
import { writeStory } from './story.ts'

const PAST_MINUTES = 45 * 24 * 60
const LOCK_KEY = 7_352_161
const WAIT_MS = 500

/**
 * Fills an empty demo with its agency, its people and their story, told at this moment, all or nothing; does nothing to
 * one that was filled before. Of two at once the second waits and finds it filled. Mails of the past count as sent,
 * and what happened before the told day as read.
 */
export async function fillDemo({ world }: { world: World }): Promise<void> {
  while ((await fillUnlessBusy(world)) === 'busy')
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
}

/** Waiting happens between transactions: a statement that waits for as long as a story takes would be cut off. */
function fillUnlessBusy(world: World): Promise<'busy' | 'filled'> {
  return world.store.transaction(async (tx) => {
    const [lock] = await tx.execute<{ got: boolean }>(
      sql`select pg_try_advisory_xact_lock(${LOCK_KEY}::bigint) as got`,
    )
    if (lock?.got !== true) return 'busy'
    const [filled] = await tx.select({ id: agency.id }).from(agency).limit(1)
    if (filled) return 'filled'
    const filledAt = `${(await momentOf(world, tx)).slice(0, 17)}00.000Z`
    const stage = openStage(world, tx, await castDemo(tx, addMinutes(filledAt, -PAST_MINUTES)), filledAt)
    writeStory(stage)
    await stage.play()
    await tx
      .update(mails)
      .set({ sentAt: sql`${mails.writtenAt}`, attempts: 1 })
      .where(isNull(mails.sentAt))
    await tx
      .update(notifications)
      .set({ readAt: sql`${notifications.at}` })
      .where(and(isNull(notifications.readAt), lt(notifications.at, stage.told('07:00'))))
    await tx.insert(demoStory).values({ toldAt: filledAt, facts: {} })
    return 'filled'
  })
}
