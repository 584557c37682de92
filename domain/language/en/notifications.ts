import type { notifications as indonesian } from '../id/notifications.ts'
import type { Translation } from '../translation.ts'

export const notifications: Translation<typeof indonesian> = {
  sentences: {
    decision_asked: {
      named: '{{title}} is waiting for your decision.',
      executive: 'A publication of an executive account is waiting for your decision.',
    },
    decision_due: {
      named: '{{title}}: your decision is due now.',
      executive: 'A publication of an executive account: your decision is due now.',
    },
    changes_asked: {
      named: '{{title}} needs changes. {{by}} asked for them.',
      executive: 'A publication of an executive account needs changes. {{by}} asked for them.',
    },
    rejected: {
      named: '{{title}} was rejected by {{by}}.',
      executive: 'A publication of an executive account was rejected by {{by}}.',
    },
    signature_asked: {
      named: 'The briefing of {{title}}, version {{versionNumber, number}}, is waiting for your signature.',
      executive:
        'The briefing of a publication of an executive account, version {{versionNumber, number}}, is waiting for your signature.',
    },
    signature_withdrawn: {
      named: '{{by}} withdrew the signature under the briefing of {{title}}.',
      executive: '{{by}} withdrew the signature under the briefing of a publication of an executive account.',
    },
    question_asked: {
      named: '{{by}} asked a question on the briefing of {{title}}.',
      executive: '{{by}} asked a question on the briefing of a publication of an executive account.',
    },
    blocked: {
      named: '{{title}} did not go out at its time: {{blockers, list}}.',
      executive: 'A publication of an executive account did not go out at its time: {{blockers, list}}.',
    },
    handed_over: {
      named: '{{title}} was handed over to you to post.',
      executive: 'A publication of an executive account was handed over to you to post.',
    },
    overdue: {
      named: '{{title}} has not been confirmed as posted.',
      executive: 'A publication of an executive account has not been confirmed as posted.',
    },
    obligation_due: { named: '{{obligation}} for the issue {{issue}} is almost due.' },
    obligation_missed: { named: '{{obligation}} for the issue {{issue}} is late.' },
    approved: {
      named: '{{title}} was approved by {{by}}.',
      executive: 'A publication of an executive account was approved by {{by}}.',
    },
    decided_for_you: {
      named: '{{by}} decided on {{title}} on your behalf.',
      executive: '{{by}} decided on a publication of your account on your behalf.',
    },
    approval_ended: {
      named: 'Your decision on {{title}} no longer holds: {{by}} changed the content.',
      executive:
        'Your decision on a publication of an executive account no longer holds: {{by}} changed the content.',
    },
    approval_revoked: {
      named: '{{by}} revoked the approval of {{title}}.',
      executive: '{{by}} revoked the approval of a publication of an executive account.',
    },
    submission_ended: {
      named: 'The submission of {{title}} was withdrawn. You needn’t decide any more.',
      executive:
        'The submission of a publication of an executive account was withdrawn. You needn’t decide any more.',
    },
    question_answered: {
      named: '{{by}} answered your question on the briefing of {{title}}.',
      executive: '{{by}} answered your question on the briefing of a publication of an executive account.',
    },
    signed: {
      named: '{{by}} signed the briefing of {{title}}.',
      executive: '{{by}} signed the briefing of a publication of an executive account.',
    },
    posted: {
      named: '{{title}} is out.',
      executive: 'A publication of an executive account is out.',
    },
    not_posted: {
      named: '{{title}} was not posted on one of its accounts.',
      executive: 'A publication of an executive account was not posted on one of its accounts.',
    },
    post_withdrawn: {
      named: '{{by}} withdrew the post {{title}}. Don’t say it any more.',
      executive: '{{by}} withdrew a post of an executive account. Don’t say it any more.',
    },
    cancelled: {
      named: '{{by}} cancelled {{title}}.',
      executive: '{{by}} cancelled a publication of an executive account.',
    },
    commented: {
      named: '{{by}} commented on {{title}}.',
      executive: '{{by}} commented on a publication of an executive account.',
    },
    mentioned: {
      named: '{{by}} mentioned you in the discussion of {{title}}.',
      executive: '{{by}} mentioned you in the discussion of a publication of an executive account.',
    },
    held: {
      named: '{{by}} held {{title}} back because of an issue.',
      executive: '{{by}} held a publication of an executive account back because of an issue.',
    },
    put_back: {
      named: '{{by}} put {{title}} back. Check its time again.',
      executive: '{{by}} put a publication of an executive account back. Check its time again.',
    },
    answer_withdrawn: {
      plain: '{{by}} withdrew an answer that you had copied. Don’t say it any more.',
      named: '{{by}} withdrew an answer that you had copied. Don’t say it any more.',
      executive: '{{by}} withdrew an answer that you had copied. Don’t say it any more.',
    },
    caller_question_answered: { plain: '{{by}} answered the question you had logged.' },
    level_changed: { named: 'The issue {{issue}} is now at {{to}}.' },
    issue_given: { named: 'The issue {{issue}} is now yours.' },
    delegated: { plain: '{{delegate}} decides for {{leader}}.' },
    delegation_revoked: { plain: '{{delegate}} no longer decides for {{leader}}.' },
    role_granted: { plain: '{{by}} gave you the role {{role}}.' },
  },
  when: {
    planned: 'Goes out {{at, soonTime}}.',
    due: 'Due {{at, soonTime}}.',
  },
  somebody: 'somebody',
  clock: 'the system',
  levels: {
    issue: 'level 1: issue',
    opinion_leader: 'level 2: opinion leader',
    public_interest: 'level 3: public interest',
  },
  obligations: {
    library_checked: 'The check of the library',
    holding_answer: 'The holding answer',
    holding_statement: 'The holding statement',
    full_response: 'The full response',
    other: 'A deadline',
  },
  blockers: {
    approval_missing: 'not approved',
    alignment_missing: 'the briefing is not signed',
    acknowledgement_low: 'too few agents have read the briefing',
    variant_invalid: 'a variant breaks its platform’s limits',
    paused: 'posting is paused',
    held: 'held back by an issue',
    time_missing: 'no time is set',
    time_past: 'its time has passed',
    other: 'something blocks it',
  },
  roles: {
    contributor: 'contributor',
    planner: 'planner',
    agent: 'agent',
    lead_agent: 'lead agent',
    approver: 'approver',
    private_office: 'private office',
    administrator: 'administrator',
    reader: 'reader',
  },
  bell: {
    title: 'Notifications',
    older: 'Show older ones',
    unread: 'Unread',
    waitingCount_one: '{{count, number}} is waiting for you',
    waitingCount_other: '{{count, number}} are waiting for you',
    loading: 'Loading notifications',
  },
  mails: {
    title: 'Mails',
    lead: 'Mails that have not gone out. One-time links are never shown here.',
    notConfigured:
      'Sending mail isn’t set up, so all mails wait here. Set SMTP_URL in the server’s environment, then restart it.',
    demo: 'This is demo data: no mail is sent.',
    empty: 'No mail is waiting.',
    to: 'To {{address}}',
    written: 'Written {{at, dayTime}}',
    tried: 'Tried {{at, dayTime}}',
    attempts_one: '{{count, number}} attempt',
    attempts_other: '{{count, number}} attempts',
    hasLink: 'Holds a one-time link, which is not shown.',
    show: 'Show the text',
    hide: 'Hide the text',
    resend: 'Send again',
    resending: 'Recording…',
    older: 'Show older ones',
    states: {
      waiting: 'Waiting to be sent',
      trying: 'Being tried',
      unreachable: 'The mail server didn’t take it. It will be tried again by itself.',
      given_up:
        'The mail server didn’t take it after several attempts. Send it again once the server is back.',
      refused: 'The mail server refused it. Check the address.',
      unknown:
        'Sent or not: nobody knows, the connection broke halfway. Ask the receiver before sending it again.',
      too_old: 'It waited too long, so it isn’t sent by itself.',
      link_expired: 'Its link has expired. Make a new invitation or request.',
    },
    serverSaid: 'The server said: {{why}}',
  },
  audit: {
    title: 'Audit log',
    lead: 'Who did what, and when. Content is never here; what is planned for an executive account shows to its circle alone.',
    empty: 'Nothing is recorded yet.',
    emptyFiltered: 'Nothing matches. Clear the filters.',
    when: 'Time',
    who: 'Who',
    what: 'Action',
    about: 'About',
    clock: 'The system',
    person: 'Person',
    room: 'Part',
    from: 'From day',
    until: 'Until day',
    anyPerson: 'Everybody',
    anyRoom: 'All parts',
    older: 'Show older ones',
    version: 'version {{version, number}}',
    clear: 'Clear filters',
    rooms: {
      agency: 'Agency',
      people: 'People',
      accounts: 'Accounts',
      marks: 'Marks',
      files: 'Files',
      campaigns: 'Campaigns',
      publications: 'Publications',
      answers: 'Answers',
      briefings: 'Briefings',
      approvals: 'Approvals',
      publishing: 'Posting',
      issues: 'Issues',
      notifications: 'Notifications',
    },
  },
  refusals: {
    mail_has_link:
      'This mail held a one-time link, which is not kept. Make a new invitation, or let the person ask for a link again.',
    mail_was_sent: 'This mail was sent already, so it isn’t sent again.',
    mail_is_tried: 'This mail is being tried right now. Wait for the result first.',
  },
}
