import { and, asc, isNull, lt, lte, or } from 'drizzle-orm'
import { mails } from '../../db/schema/notifications.ts'
import { addMinutes } from '../../domain/time.ts'
import type { Running, Sweep } from '../infrastructure/clockwork.ts'
import { executeByClock } from '../infrastructure/command.ts'
import { type MailQueue, openMailQueue } from '../infrastructure/mail-queue.ts'
import { momentOf, type World } from '../infrastructure/world.ts'
import { sendMail, TryLater } from './send-mail.ts'

const LOOK_MILLISECONDS = 2_000
const AT_ONCE = 100
const LOST_AFTER_MINUTES = 10

/**
 * Gives every written mail to the queue, under an id of its own, and lets the queue try it. Without SMTP_URL, and in the
 * demo, it does nothing: mails wait on the administrator's page. A queue that cannot be opened is tried again; the server
 * runs on without it.
 */
export async function carryMail(world: World): Promise<Running> {
  if (world.settings.smtpUrl === null || world.name === 'demo') return { close: async () => undefined }
  const work = async (mailId: string) => {
    try {
      await sendMail(world, mailId)
    } catch (error) {
      if (error instanceof TryLater)
        world.log.info({ mailId, why: error.message }, 'a mail is tried again later')
      throw error
    }
  }
  let queue: MailQueue | null = null
  let isClosed = false
  let timer: NodeJS.Timeout | null = null
  const look = async () => {
    queue ??= await openMailQueue(world, work)
    const moment = await momentOf(world, world.store.db)
    const isLoud = or(isNull(mails.notBefore), lte(mails.notBefore, moment))
    const isNew = and(isNull(mails.sentAt), isNull(mails.triedAt), isNull(mails.failure), isLoud)
    const fresh = await world.store.db
      .select({ id: mails.id, attempts: mails.attempts })
      .from(mails)
      .where(isNew)
      .orderBy(asc(mails.writtenAt))
      .limit(AT_ONCE)
    for (const mail of fresh) await queue.ask(mail.id, mail.attempts)
  }
  const turn = (): Promise<void> =>
    look()
      .catch((error: unknown) => world.log.warn({ err: error }, 'mails could not be given to the queue'))
      .then(() => {
        if (!isClosed) timer = setTimeout(() => (under = turn()), LOOK_MILLISECONDS)
      })
  let under = turn()
  return {
    async close() {
      isClosed = true
      if (timer !== null) clearTimeout(timer)
      await under
      await queue?.close()
    },
  }
}

/** A mail claimed long ago whose end nobody wrote down: the server died in between. Whether it went, a person asks. */
export const lostMails: Sweep = {
  name: 'lost mails',
  everySeconds: 60,
  work: (world) =>
    executeByClock(world, 'lost mails', async ({ tx, moment }) => {
      await tx
        .update(mails)
        .set({ failure: 'unknown: the server stopped while it was being sent' })
        .where(
          and(
            isNull(mails.sentAt),
            isNull(mails.failure),
            lt(mails.triedAt, addMinutes(moment, -LOST_AFTER_MINUTES)),
          ),
        )
    }),
}
