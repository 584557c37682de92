import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { mails } from '../../db/schema/notifications.ts'
import { invitations } from '../../db/schema/people.ts'
import { linkMails, type MailKind } from '../../domain/notifications/kinds.ts'
import { minutesBetween } from '../../domain/time.ts'
import { executeByClock } from '../infrastructure/command.ts'
import { type Attempt, sendMail as sendOverSmtp } from '../infrastructure/mail.ts'
import { unseal } from '../infrastructure/sealed.ts'
import { secretOf } from '../infrastructure/secret-of.ts'
import { momentOf, type World } from '../infrastructure/world.ts'
import { invitationPath } from '../people/invitation-token.ts'
import { MAIL_LINK } from '../people/reset-mail.ts'
import { addressOf } from '../settings.ts'
import { type Mail, mailFacts } from './mail-facts.ts'
import { mailText } from './mail-text.ts'

/** A mail about yesterday's matter misleads; after this it waits for a person. */
const FRESH_MINUTES = 24 * 60
/** Source: Selaras invariants, 22. */
const RESET_MINUTES = 60

export class TryLater extends Error {
  override readonly name = 'TryLater'
}

/**
 * Tries a mail once: claims it, hands it to the server of SMTP_URL, writes down what became of it. A mail that was
 * claimed before is left alone, whoever asks. Throws `TryLater` only where the server certainly did not take it.
 * Source: Selaras invariants, 12.
 */
export async function sendMail(
  world: World,
  mailId: string,
  limits: { silenceMs?: number } = {},
): Promise<void> {
  const { smtpUrl, mailFrom } = world.settings
  if (smtpUrl === null) return
  const mail = await claim(world, mailId)
  if (mail === null) return
  const oneTimePath = await oneTimePathOf(world, mail)
  const facts = await mailFacts(world.store.db, mail)
  if (facts === null) return finish(world, mail, { kind: 'refused', why: 'no words for it' })
  const reader = { language: mail.locale, zone: facts.zone, now: await momentOf(world, world.store.db) }
  const said = mailText(facts, reader, addressOf(world.settings).url, oneTimePath)
  const attempt = await sendOverSmtp(
    smtpUrl,
    { id: mail.id, from: mailFrom, to: mail.address, ...said },
    limits,
  )
  await finish(world, mail, attempt)
  if (attempt.kind === 'unreachable') throw new TryLater(attempt.why)
}

/** Marks the mail as being tried, in a transaction of its own before the attempt; null where there is nothing to try. */
async function claim(world: World, mailId: string): Promise<Mail | null> {
  return executeByClock(world, `mail ${mailId}`, async ({ tx, moment }) => {
    const [mail] = await tx.select().from(mails).where(eq(mails.id, mailId)).for('update')
    if (!mail || mail.sentAt !== null || mail.triedAt !== null) return null
    const isLink = linkMails.includes(mail.kind as MailKind)
    const age = minutesBetween(mail.writtenAt, moment)
    const isExpired = isLink && (await isLinkExpired(tx, mail, age, moment))
    if (isExpired || (!isLink && age > FRESH_MINUTES && mail.failure === null)) {
      const failure = isExpired ? 'link_expired' : 'too_old'
      const attempts = mail.attempts + 1
      await tx.update(mails).set({ failure, triedAt: moment, attempts }).where(eq(mails.id, mailId))
      return null
    }
    await tx
      .update(mails)
      .set({ triedAt: moment, attempts: mail.attempts + 1, failure: null })
      .where(eq(mails.id, mailId))
    return mail
  })
}

async function isLinkExpired(db: Db, mail: Mail, ageMinutes: number, moment: string): Promise<boolean> {
  if (mail.kind === 'reset') return ageMinutes > RESET_MINUTES
  const id = String(mail.data.invitationId ?? mail.causeId)
  const [row] = await db.select().from(invitations).where(eq(invitations.id, id))
  return !row || row.expiresAt <= moment || row.acceptedAt !== null || row.revokedAt !== null
}

async function oneTimePathOf(world: World, mail: Mail): Promise<string | null> {
  if (mail.kind === 'invitation') return invitationPath(world, String(mail.data.invitationId ?? mail.causeId))
  const sealed = mail.data.sealedLink
  return typeof sealed === 'string' ? unseal(secretOf(world), MAIL_LINK, sealed) : null
}

/** Writes down what became of the attempt. A link that was sent, or never will be, is forgotten. */
async function finish(world: World, mail: Mail, attempt: Attempt): Promise<void> {
  await executeByClock(world, `mail ${mail.id}`, async ({ tx, moment }) => {
    const isAgain = attempt.kind === 'unreachable'
    await tx
      .update(mails)
      .set({
        ...(attempt.kind === 'sent'
          ? { sentAt: moment, failure: null }
          : { failure: `${attempt.kind}: ${attempt.why}` }),
        ...(isAgain ? { triedAt: null } : { data: sql`${mails.data} - 'sealedLink'` }),
      })
      .where(eq(mails.id, mail.id))
  })
}
