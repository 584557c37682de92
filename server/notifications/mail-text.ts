import type { Reader } from '../../domain/language/format.ts'
import type { Cause, Facts } from '../../domain/notifications/facts.ts'
import type { MailKind, NotificationKind } from '../../domain/notifications/kinds.ts'
import { linkOf } from '../../domain/notifications/link.ts'
import { sentenceOf, whenOf } from '../../domain/notifications/sentence.ts'
import { wordsFor } from '../infrastructure/words.ts'

export type MailFacts = {
  kind: MailKind
  /** The line of the bell it goes with; null for invitation and reset. */
  line: NotificationKind | null
  cause: Cause
  facts: Facts
  agencyName: string
  receiverName: string | null
  /** Until when a one-time link holds. */
  validUntil: string | null
}

export type MailText = { subject: string; text: string; html: string }

/**
 * What a mail says: a subject, some paragraphs, one button. Text and HTML are the same words from the same list; days are
 * dates, since nobody knows when it is read.
 */
export function mailText(
  mail: MailFacts,
  reader: Reader,
  baseUrl: string,
  oneTimePath: string | null,
): MailText {
  const say = wordsFor({ ...reader, readsLater: true })
  const { kind, line, cause, facts, agencyName: agency } = mail
  const paragraphs: string[] = []
  let subject: string
  if (line === null) {
    const key = kind === 'invitation' ? 'invitation' : 'reset'
    subject = say(`mail:subjects.${key}`, { agency })
    paragraphs.push(say(`mail:lines.${key}`, { agency, by: facts.by ?? say('notifications:somebody') }))
    paragraphs.push(say(`mail:lines.${key}Valid`, { until: mail.validUntil ?? '' }))
  } else {
    const sentence = sentenceOf(line, cause, facts)
    const words = Object.entries(sentence.words).map(([name, keys]) => {
      const said = keys.map((key) => say(`notifications:${key}`))
      return [name, said.length === 1 ? said[0] : said]
    })
    subject = say(`notifications:${sentence.key}`, { ...sentence.values, ...Object.fromEntries(words) })
    const when = whenOf(line, cause, facts)
    paragraphs.push(
      when === null ? subject : `${subject} ${say(`notifications:${when.key}`, { at: when.at })}`,
    )
    paragraphs.push(say(`mail:lines.${kind}`))
  }
  const greeting =
    mail.receiverName === null
      ? say('mail:greetingWithoutName')
      : say('mail:greeting', { name: mail.receiverName })
  const path = line === null ? oneTimePath : linkOf(line, cause)
  const address = path === null ? null : `${baseUrl}${path}`
  const button = say(`mail:buttons.${kind}`)
  const shown = line === null && address === null ? say('mail:linkHidden') : address
  const footer = say('mail:footer', { agency })
  const text = [greeting, ...paragraphs, ...(shown === null ? [] : [`${button}:\n${shown}`]), `--\n${footer}`]
  return {
    subject: subject.replace(/\s+/g, ' ').trim().slice(0, 200),
    text: `${text.join('\n\n')}\n`,
    html: htmlOf(reader.language, greeting, paragraphs, button, address, shown, footer),
  }
}

function htmlOf(
  language: string,
  greeting: string,
  paragraphs: string[],
  button: string,
  address: string | null,
  shown: string | null,
  footer: string,
): string {
  const text = (words: string) => `<p style="margin:0 0 16px">${escaped(words)}</p>`
  const act =
    address === null
      ? shown === null
        ? ''
        : text(shown)
      : `<p style="margin:24px 0"><a href="${escaped(address)}" style="display:inline-block;padding:12px 20px;background:#14181a;color:#ffffff;text-decoration:none;font-weight:600">${escaped(button)}</a></p><p style="margin:0 0 16px;font-size:13px">${escaped(address)}</p>`
  return `<!doctype html><html lang="${language}"><body style="margin:0;padding:24px;background:#ffffff;color:#14181a;font:16px/24px sans-serif"><div style="max-width:560px">${text(greeting)}${paragraphs.map(text).join('')}${act}<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #dadfdd;color:#4b5357;font-size:13px">${escaped(footer)}</p></div></body></html>`
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign).replaceAll('\n', '<br>')
}
