import { sql } from 'drizzle-orm'
import { mailChoices } from '../../db/schema/notifications.ts'
import { chooseMailsInput } from '../../domain/notifications/input.ts'
import { command } from '../infrastructure/command.ts'

/** Sets which mails one does without and one's quiet hours; the last choice counts. What obliges comes all the same. */
export const chooseMails = command({
  name: 'notifications.chooseMails',
  right: 'own.account',
  input: chooseMailsInput,
  async run({ tx, person, input, record }) {
    const [row] = await tx
      .insert(mailChoices)
      .values({ personId: person.id, ...input, version: 1 })
      .onConflictDoUpdate({
        target: mailChoices.personId,
        set: { ...input, version: sql`${mailChoices.version} + 1` },
      })
      .returning({ version: mailChoices.version })
    const version = row?.version ?? 1
    await record({
      room: 'notifications',
      subjectId: person.id,
      action: 'notifications.mails_chosen',
      version,
      after: input,
    })
    return { version }
  },
})
