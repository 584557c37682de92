import { askAnew } from './approvals/ask-anew.ts'
import { dueReminders } from './approvals/remind-due.ts'
import { dueSignatures } from './briefings/signature-due.ts'
import { sweepFiles } from './files/sweep.ts'
import type { Clockwork, OutboxListener, Sweep } from './infrastructure/clockwork.ts'
import { startDispatch } from './infrastructure/dispatch.ts'
import { forget } from './infrastructure/forget.ts'
import { startSweeps } from './infrastructure/sweeping.ts'
import type { World } from './infrastructure/world.ts'
import { meetByPost } from './issues/meet-by-post.ts'
import { watchObligations } from './issues/watch-obligations.ts'
import { carryMail, lostMails } from './notifications/carry-mail.ts'
import { tell } from './notifications/tell.ts'
import { startReadingOverlays } from './overlays/start-reading.ts'
import { endForAccount } from './publications/end-for-account.ts'
import { handOverDue } from './publishing/hand-over-by-clock.ts'
import { overdueReports } from './publishing/report-overdue.ts'

export type { Clockwork } from './infrastructure/clockwork.ts'

/** What falls due by time, in the order in which it is looked at. Each room's owner adds its line. */
export const sweeps: readonly Sweep[] = [
  handOverDue,
  overdueReports,
  dueReminders,
  dueSignatures,
  lostMails,
  forget,
  watchObligations,
  { name: 'files', everySeconds: 3_600, work: sweepFiles },
]

/** What follows from an event, in the event's own transaction of telling. */
export const listeners: readonly OutboxListener[] = [endForAccount, askAnew, meetByPost, tell]

/**
 * Starts all that runs by itself on one world: sweeps, listeners, mail. A server with WORKER=off does not call it. On
 * several servers at once each piece of work is still done once.
 */
export async function startClockwork(world: World): Promise<Clockwork> {
  const mail = await carryMail(world)
  const dispatch = startDispatch(world, listeners)
  const sweeping = startSweeps(world, sweeps)
  const reading = startReadingOverlays(world)
  return {
    async close() {
      await Promise.all([sweeping.close(), reading.close(), dispatch.close(), mail.close()])
    },
  }
}
