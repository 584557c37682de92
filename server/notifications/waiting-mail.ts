import { and, desc, isNull, sql } from 'drizzle-orm'
import { mails } from '../../db/schema/notifications.ts'
import { waitingMailInput } from '../../domain/notifications/input.ts'
import { linkMails, type MailKind } from '../../domain/notifications/kinds.ts'
import { cursorOf, momentAndId, placeIn } from '../infrastructure/keyset.ts'
import { read } from '../infrastructure/read.ts'
import { addressOf } from '../settings.ts'
import { type Mail, mailFacts } from './mail-facts.ts'
import { mailText } from './mail-text.ts'
import { mailVisibleTo } from './mail-visible.ts'

const PAGE = 50
const states = ['unreachable', 'refused', 'unknown', 'too_old', 'link_expired'] as const
const MOST_ATTEMPTS = 9

/**
 * Mails that did not go out, newest first, as they would read; a one-time link is never in them, and a mail about a
 * publication the reader may not see is left out.
 */
export const waitingMail = read({
  name: 'notifications.waitingMail',
  right: 'settings.read',
  input: waitingMailInput,
  async run({ db, person, agency, input, moment, world }) {
    const place = placeIn(input.cursor, momentAndId)
    const rows = await db
      .select()
      .from(mails)
      .where(
        and(
          isNull(mails.sentAt),
          mailVisibleTo(person, moment),
          place
            ? sql`(${mails.writtenAt}, ${mails.id}) < (${place[0]}::timestamptz, ${place[1]}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(mails.writtenAt), desc(mails.id))
      .limit(PAGE + 1)
    const page = rows.slice(0, PAGE)
    const reader = { language: person.locale, zone: agency.zone, now: moment }
    const { url, isReachable } = addressOf(world.settings)
    const shown = await Promise.all(
      page.map(async (mail) => {
        const facts = await mailFacts(db, mail)
        const said = facts === null ? null : mailText(facts, reader, url, null)
        const hasLink = linkMails.includes(mail.kind as MailKind)
        return {
          id: mail.id,
          kind: mail.kind,
          address: mail.address,
          writtenAt: mail.writtenAt,
          triedAt: mail.triedAt,
          attempts: mail.attempts,
          state: stateOf(mail),
          why: mail.failure?.split(': ').slice(1).join(': ') || null,
          hasLink,
          subject: said?.subject ?? mail.kind,
          text: said?.text ?? '',
          maySendAgain: !hasLink && mail.failure !== null,
        }
      }),
    )
    const last = rows.length > PAGE ? page.at(-1) : undefined
    return {
      isConfigured: world.settings.smtpUrl !== null,
      isDemo: world.name === 'demo',
      /** Where the links of mails lead, where nobody but this machine can open it; null where others can. */
      leadsNowhere: isReachable ? null : url,
      mails: shown,
      next: last ? cursorOf([last.writtenAt, last.id]) : null,
    }
  },
})

/** Where a mail stands, as the page says it. */
function stateOf(mail: Mail): (typeof states)[number] | 'waiting' | 'trying' | 'given_up' {
  const state = states.find((one) => mail.failure?.startsWith(one))
  if (state === 'unreachable' && mail.attempts >= MOST_ATTEMPTS) return 'given_up'
  return state ?? (mail.triedAt === null ? 'waiting' : 'trying')
}
