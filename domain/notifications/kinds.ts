/** What a line of the bell is about: whether it waits for the reader until it is done, and which mail goes with it. */
type Kind = { waits: boolean; mail: MailKind | null }

/** Source: Selaras decisions of day one, "Mails". */
export const mailKinds = [
  'invitation',
  'reset',
  'decision_asked',
  'decided',
  'approval_ended',
  'question_asked',
  'question_answered',
  'signature_asked',
  'signature_withdrawn',
  'blocked',
  'overdue',
  'level_changed',
  'obligation_due',
  'obligation_missed',
] as const

export type MailKind = (typeof mailKinds)[number]

/** Mails that carry a one-time link: no page shows them whole, and nobody sends them again. */
export const linkMails: readonly MailKind[] = ['invitation', 'reset']

export const kinds = {
  decision_asked: { waits: true, mail: 'decision_asked' },
  decision_due: { waits: true, mail: 'decision_asked' },
  changes_asked: { waits: true, mail: 'decided' },
  rejected: { waits: true, mail: 'decided' },
  signature_asked: { waits: true, mail: 'signature_asked' },
  signature_due: { waits: true, mail: 'signature_asked' },
  signature_withdrawn: { waits: true, mail: 'signature_withdrawn' },
  question_asked: { waits: true, mail: 'question_asked' },
  blocked: { waits: true, mail: 'blocked' },
  handed_over: { waits: true, mail: null },
  overdue: { waits: true, mail: 'overdue' },
  obligation_due: { waits: true, mail: 'obligation_due' },
  obligation_missed: { waits: true, mail: 'obligation_missed' },
  approved: { waits: false, mail: 'decided' },
  decided_for_you: { waits: false, mail: null },
  approval_ended: { waits: false, mail: 'approval_ended' },
  account_changed: { waits: false, mail: 'approval_ended' },
  approval_revoked: { waits: false, mail: null },
  submission_ended: { waits: false, mail: null },
  question_answered: { waits: false, mail: 'question_answered' },
  signed: { waits: false, mail: null },
  posted: { waits: false, mail: null },
  not_posted: { waits: false, mail: null },
  post_withdrawn: { waits: false, mail: null },
  cancelled: { waits: false, mail: null },
  commented: { waits: false, mail: null },
  mentioned: { waits: false, mail: null },
  held: { waits: false, mail: null },
  moved_with_event: { waits: false, mail: null },
  put_back: { waits: false, mail: null },
  answer_withdrawn: { waits: false, mail: null },
  caller_question_answered: { waits: false, mail: null },
  level_changed: { waits: false, mail: 'level_changed' },
  issue_given: { waits: false, mail: null },
  delegated: { waits: false, mail: null },
  delegation_revoked: { waits: false, mail: null },
  role_granted: { waits: false, mail: null },
} as const satisfies Record<string, Kind>

export type NotificationKind = keyof typeof kinds

export function isNotificationKind(text: string): text is NotificationKind {
  return text in kinds
}

export function isMailKind(text: string): text is MailKind {
  return (mailKinds as readonly string[]).includes(text)
}
