import { and, eq } from 'drizzle-orm'
import { mails } from '../../db/schema/notifications.ts'
import { resendMailInput } from '../../domain/notifications/input.ts'
import { linkMails, type MailKind } from '../../domain/notifications/kinds.ts'
import { command } from '../infrastructure/command.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { mailVisibleTo } from './mail-visible.ts'

/**
 * Lets a mail be tried once more: a person's choice where nobody can tell whether it went. Refusals: `mail_has_link`,
 * `mail_was_sent`, `mail_is_tried`, `not_found` (also for a mail about a publication the person may not see).
 */
export const resendMail = command({
  name: 'notifications.resendMail',
  right: 'agency.manage',
  input: resendMailInput,
  async run({ tx, person, input, moment, record }) {
    proveRight(person, 'agency.manage', null)
    const [mail] = await tx
      .select()
      .from(mails)
      .where(and(eq(mails.id, input.mailId), mailVisibleTo(person, moment)))
      .for('update')
    if (!mail) return refuseMissing()
    if (mail.sentAt !== null) refuse('mail_was_sent', {})
    if (linkMails.includes(mail.kind as MailKind)) refuse('mail_has_link', {})
    if (mail.triedAt !== null && mail.failure === null) refuse('mail_is_tried', {})
    await tx
      .update(mails)
      .set({ writtenAt: moment, triedAt: null, failure: null })
      .where(eq(mails.id, mail.id))
    await record({
      room: 'notifications',
      subjectId: mail.id,
      action: 'notifications.mail_resent',
      version: mail.attempts,
      data: { kind: mail.kind },
    })
    return { mailId: mail.id }
  },
})
