import { and, eq, isNull } from 'drizzle-orm'
import { feeds } from '../../db/schema/feeds.ts'
import { feedInput } from '../../domain/feeds/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'

/** Ends one of one's own addresses from this moment on. Refuses `not_found`. */
export const revoke = command({
  name: 'feeds.revoke',
  right: 'own.account',
  input: feedInput,
  async run({ tx, person, input, moment, record }) {
    const [feed] = await tx
      .update(feeds)
      .set({ revokedAt: moment })
      .where(and(eq(feeds.id, input.feedId), eq(feeds.personId, person.id), isNull(feeds.revokedAt)))
      .returning({ id: feeds.id })
    if (!feed) return refuseMissing()
    await record({
      room: 'feeds',
      subjectId: feed.id,
      action: 'feeds.revoked',
      version: 2,
      data: { onlyFor: person.id },
    })
    return { feedId: feed.id }
  },
})
