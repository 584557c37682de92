import type { mail as indonesian } from '../id/mail.ts'
import type { Translation } from '../translation.ts'

export const mail: Translation<typeof indonesian> = {
  greeting: 'Dear {{name}},',
  greetingWithoutName: 'Hello,',
  subjects: {
    invitation: 'Invitation to Selaras {{agency}}',
    reset: 'A new password for Selaras',
  },
  lines: {
    invitation: '{{by}} has invited you to work in Selaras {{agency}}.',
    invitationValid: 'This link works once, until {{until, full}}.',
    reset: 'Somebody, perhaps you, asked for a link to set a new password.',
    resetValid: 'The link works once, for one hour. If it wasn’t you, ignore this mail.',
    decision_asked: 'Open the request to see exactly what will be posted.',
    decided: 'The decision and its reason are on the publication’s page.',
    approval_ended:
      'It is a draft again. If it is submitted once more, what is submitted then is decided on anew.',
    question_asked: 'While a question is open, the briefing can’t be signed.',
    question_answered: 'The answer is in the briefing.',
    signature_asked: 'Read the briefing, ask what you need to, then sign it.',
    signature_withdrawn: 'It can’t go out until the briefing is signed again.',
    blocked: 'It will not go out by itself. Its page says who can lift what blocks it.',
    overdue: 'Confirm the link, or record why it was not posted.',
    level_changed: 'The issue room lists what is due and the time left.',
    obligation_due: 'The issue room says what is still missing.',
    obligation_missed: 'The delay stays on record. It still has to be done.',
  },
  buttons: {
    invitation: 'Accept the invitation',
    reset: 'Set a new password',
    decision_asked: 'Open the request',
    decided: 'Open the publication',
    approval_ended: 'Open the publication',
    question_asked: 'Answer the question',
    question_answered: 'Open the briefing',
    signature_asked: 'Open the briefing',
    signature_withdrawn: 'Open the briefing',
    blocked: 'Open the publication',
    overdue: 'Confirm the post',
    level_changed: 'Open the issue room',
    obligation_due: 'Open the issue room',
    obligation_missed: 'Open the issue room',
  },
  footer: 'Sent automatically by Selaras {{agency}}. Please don’t reply.',
  linkHidden: '(one-time link, not shown)',
}
