import { eq } from 'drizzle-orm'
import { steps } from '../../db/schema/approvals.ts'
import { dataOf } from './event-data.ts'
import { notify, settle, type Telling } from './notify.ts'
import type { Teller } from './tell.ts'
import { publicationOf } from './tell-approvals.ts'

const asking = ['decision_asked', 'decision_due'] as const

export const publicationTellers: Record<string, Teller> = {
  'publications.submission_ended': endedSubmission,
  'publications.submission_withdrawn': endedSubmission,

  'publications.commented': async (telling) => {
    const publication = await publicationOf(telling)
    if (!publication) return
    const { mentions } = dataOf(telling.event)
    const cause = { publicationId: publication.id }
    await notify(telling, 'mentioned', mentions, cause)
    if (!mentions.includes(publication.ownerId)) {
      await notify(telling, 'commented', [publication.ownerId], cause)
    }
  },

  'publications.moved': async (telling) => {
    await settle(telling, { subjectId: telling.event.subjectId, kinds: ['blocked'] })
    if (dataOf(telling.event).eventId === null) return
    const publication = await publicationOf(telling)
    if (!publication) return
    await notify(telling, 'moved_with_event', [publication.ownerId], { publicationId: publication.id })
  },

  'publications.cancelled': async (telling) => {
    const publication = await publicationOf(telling)
    if (!publication) return
    await settle(telling, { subjectId: publication.id })
    await notify(telling, 'cancelled', [publication.ownerId], { publicationId: publication.id })
  },

  'publications.held': async (telling) => {
    const publication = await publicationOf(telling)
    if (!publication) return
    await notify(telling, 'held', [publication.ownerId], { publicationId: publication.id })
  },

  'publications.put_back': async (telling) => {
    const publication = await publicationOf(telling)
    if (!publication) return
    await notify(telling, 'put_back', [publication.ownerId], { publicationId: publication.id })
  },
}

/** Whoever had decided hears that it no longer counts; whoever was only asked hears that nothing is asked any more. */
async function endedSubmission(telling: Telling): Promise<void> {
  const publication = await publicationOf(telling)
  if (!publication) return
  const { decidedBy, why } = dataOf(telling.event)
  const cause = { publicationId: publication.id }
  const submissionId = telling.event.data.submissionId
  const asked =
    typeof submissionId === 'string'
      ? await telling.tx
          .select({ asked: steps.asked })
          .from(steps)
          .where(eq(steps.submissionId, submissionId))
      : []
  await settle(telling, { subjectId: publication.id, kinds: asking })
  if (why === 'account_changed') {
    const concerned = [publication.ownerId, ...decidedBy, ...asked.flatMap((step) => step.asked)]
    await notify(telling, 'account_changed', concerned, cause)
    return
  }
  if (why === 'edited' || why === 'moved') await notify(telling, 'approval_ended', decidedBy, cause)
  if (why === 'cancelled') await notify(telling, 'cancelled', decidedBy, cause)
  if (['changes_asked', 'rejected', 'not_posted'].includes(why)) return
  const undecided = asked.flatMap((step) => step.asked).filter((id) => !decidedBy.includes(id))
  await notify(telling, 'submission_ended', undecided, cause)
}
