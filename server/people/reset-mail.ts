import { and, eq, isNull } from 'drizzle-orm'
import { randomId } from '../../db/ids.ts'
import { mails } from '../../db/schema/notifications.ts'
import { people } from '../../db/schema/people.ts'
import { seal } from '../infrastructure/sealed.ts'
import { secretOf } from '../infrastructure/secret-of.ts'
import { momentOf, type World } from '../infrastructure/world.ts'

/** The purpose under which a mail's one-time link is sealed; who sends the mail opens it with `unseal`. */
export const MAIL_LINK = 'mail link'

/**
 * Writes the mail with the link that sets a new password, valid one hour. The link lies sealed in `data.sealedLink`,
 * a path such as `/reset#token`; no page shows it. Nothing is written for a person who is deactivated.
 */
export async function mailResetLink(world: World, userId: string, token: string): Promise<void> {
  await world.store.transaction(async (tx) => {
    const [person] = await tx
      .select()
      .from(people)
      .where(and(eq(people.userId, userId), isNull(people.deactivatedAt)))
    if (!person?.email) return
    const path = `/reset#${token}`
    await tx.insert(mails).values({
      causeId: randomId(),
      personId: person.id,
      address: person.email,
      kind: 'reset',
      locale: person.locale,
      data: { sealedLink: seal(secretOf(world), MAIL_LINK, path) },
      writtenAt: await momentOf(world, tx),
      attempts: 0,
    })
  })
}
