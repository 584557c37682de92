import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'

export type OutgoingMail = {
  /** Stands in the Message-ID, so that a mail that went twice is known as one. */
  id: string
  from: string
  to: string
  subject: string
  text: string
  html: string
}

/**
 * What became of one attempt. `refused`: the server said a final no. `unreachable`: it certainly did not take the mail,
 * and may later. `unknown`: the content was under way when the line went silent; nobody can tell, so nobody tries again
 * by itself.
 */
export type Attempt = { kind: 'sent' } | { kind: 'refused' | 'unreachable' | 'unknown'; why: string }

const STEP_MILLISECONDS = 10_000
const SILENCE_MILLISECONDS = 20_000
const WHOLE_MILLISECONDS = 45_000

type SmtpError = Error & { code?: string; responseCode?: number; command?: string; response?: string }

/** Hands one mail to the server of SMTP_URL (`smtp://user:password@host:587`, `smtps://…`). Never throws. */
export async function sendMail(
  smtpUrl: string,
  mail: OutgoingMail,
  limits: { silenceMs?: number } = {},
): Promise<Attempt> {
  const server = new URL(smtpUrl)
  const message = new MailComposer({
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.id}@selaras>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
  const envelope = message.getEnvelope()
  const bytes = await message.build()
  let hasBegun = false
  const content = Readable.from(
    (async function* () {
      hasBegun = true
      yield bytes
    })(),
  )
  const silenceMs = limits.silenceMs ?? SILENCE_MILLISECONDS
  const connection = new SMTPConnection({
    host: server.hostname.replace(/^\[|\]$/g, ''),
    port: server.port === '' ? undefined : Number(server.port),
    secure: server.protocol === 'smtps:',
    connectionTimeout: Math.min(STEP_MILLISECONDS, silenceMs),
    greetingTimeout: Math.min(STEP_MILLISECONDS, silenceMs),
    socketTimeout: silenceMs,
  })
  return new Promise<Attempt>((resolve) => {
    const end = (attempt: Attempt) => {
      clearTimeout(patience)
      connection.close()
      resolve(attempt)
    }
    const fail = (error: SmtpError) => end(attemptAfter(error, hasBegun))
    const patience = setTimeout(() => fail(new Error('it took too long')), WHOLE_MILLISECONDS)
    const send = () =>
      connection.send(envelope, content, (error) => (error ? fail(error) : end({ kind: 'sent' })))
    connection.on('error', fail)
    connection.connect((error?: SmtpError | null) => {
      if (error) return fail(error)
      if (server.username === '') return send()
      const user = decodeURIComponent(server.username)
      connection.login({ user, pass: decodeURIComponent(server.password) }, (refused) =>
        refused ? fail(refused) : send(),
      )
    })
  })
}

/** The stages at which a final no is about this mail, and not about the server or our account on it. */
const aboutTheMail = ['MAIL FROM', 'RCPT TO', 'DATA']

function attemptAfter(error: SmtpError, hasBegun: boolean): Attempt {
  const why = (error.response ?? error.message).slice(0, 300)
  const isAnswer = error.responseCode !== undefined && error.responseCode > 0
  if (isAnswer) {
    const isFinal = Number(error.responseCode) >= 500 && aboutTheMail.includes(error.command ?? '')
    return { kind: isFinal ? 'refused' : 'unreachable', why }
  }
  if (error.code === 'EENVELOPE') return { kind: 'refused', why }
  return { kind: hasBegun ? 'unknown' : 'unreachable', why }
}
