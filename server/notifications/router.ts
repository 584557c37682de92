import { door, router, window } from '../infrastructure/trpc.ts'
import { auditLog } from './audit-log.ts'
import { bell } from './bell.ts'
import { chooseMails } from './choose-mails.ts'
import { mailChoices } from './mail-choices.ts'
import { markRead } from './mark-read.ts'
import { resendMail } from './resend-mail.ts'
import { waitingMail } from './waiting-mail.ts'

export const notificationsRouter = router({
  bell: window(bell),
  markRead: door(markRead),
  mailChoices: window(mailChoices),
  chooseMails: door(chooseMails),
  waitingMail: window(waitingMail),
  resendMail: door(resendMail),
  auditLog: window(auditLog),
})
