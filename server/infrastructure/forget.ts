import { and, isNotNull, lt } from 'drizzle-orm'
import { outbox } from '../../db/schema/records.ts'
import { addHours } from '../../domain/time.ts'
import type { Sweep } from './clockwork.ts'
import { executeByClock } from './command.ts'
import { forgetOldKeys } from './idempotency.ts'
import { forgetOldTries } from './limit-tries.ts'

const EVENTS_KEPT_HOURS = 7 * 24

/** What is kept for a while only: keys of 7 days, tries of a day, events of 7 days that were told. */
export const forget: Sweep = {
  name: 'forget',
  everySeconds: 3_600,
  async work(world) {
    await forgetOldTries(world.store)
    await executeByClock(world, 'forget', async ({ tx, moment }) => {
      await forgetOldKeys(tx, moment)
      await tx
        .delete(outbox)
        .where(and(isNotNull(outbox.toldAt), lt(outbox.at, addHours(moment, -EVENTS_KEPT_HOURS))))
    })
  },
}
