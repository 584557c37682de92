import { and, eq, inArray, isNull } from 'drizzle-orm'
import { notifications } from '../../db/schema/notifications.ts'
import { markReadInput } from '../../domain/notifications/input.ts'
import { command } from '../infrastructure/command.ts'

/** Marks lines of the person's own bell as read; what waits goes on waiting. */
export const markRead = command({
  name: 'notifications.markRead',
  right: 'own.account',
  input: markReadInput,
  async run({ tx, person, input, moment, record }) {
    const marked = await tx
      .update(notifications)
      .set({ readAt: moment })
      .where(
        and(
          eq(notifications.personId, person.id),
          isNull(notifications.readAt),
          input.ids === null ? undefined : inArray(notifications.id, input.ids),
        ),
      )
      .returning({ id: notifications.id })
    if (marked.length > 0) {
      await record({
        room: 'notifications',
        subjectId: person.id,
        action: 'notifications.read',
        version: 1,
        data: { count: marked.length },
      })
    }
    return { marked: marked.length }
  },
})
