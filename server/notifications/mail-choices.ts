import { eq } from 'drizzle-orm'
import { mailChoices as table } from '../../db/schema/notifications.ts'
import { nothingInput } from '../../domain/input.ts'
import { read } from '../infrastructure/read.ts'

/** Which mails the reader does without, and their quiet hours. */
export const mailChoices = read({
  name: 'notifications.mailChoices',
  right: 'own.account',
  input: nothingInput,
  async run({ db, person }) {
    const [row] = await db.select().from(table).where(eq(table.personId, person.id))
    return { off: row?.off ?? [], quiet: row?.quiet ?? null }
  },
})
