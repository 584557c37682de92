import { eq } from 'drizzle-orm'
import { publications } from '../../db/schema/publications.ts'
import { askForSignature } from './ask-for-signature.ts'
import { dataOf } from './event-data.ts'
import { notify, settle, type Telling } from './notify.ts'
import type { Teller } from './tell.ts'

const asking = ['decision_asked', 'decision_due'] as const

/** The publication of an event of this room, with who answers for it. */
export async function publicationOf({ tx, event }: Telling) {
  const [row] = await tx
    .select()
    .from(publications)
    .where(eq(publications.id, event.publicationId ?? event.subjectId))
  return row
}

export const approvalTellers: Record<string, Teller> = {
  'approvals.submitted': async (telling) => {
    const publication = await publicationOf(telling)
    if (!publication) return
    const cause = { publicationId: publication.id }
    await settle(telling, { subjectId: publication.id, kinds: ['changes_asked', 'rejected'] })
    await notify(telling, 'decision_asked', dataOf(telling.event).asked, cause)
    await askForSignature(telling, publication)
  },

  'approvals.decided': async (telling) => {
    const publication = await publicationOf(telling)
    if (!publication) return
    const { event } = telling
    const { kind, isComplete, nextAsked, onBehalfOf } = dataOf(event)
    const cause = { publicationId: publication.id }
    const isStepOver = kind !== 'approve' || isComplete || nextAsked.length > 0
    const personIds = isStepOver || event.personId === null ? undefined : [event.personId]
    await settle(telling, { subjectId: publication.id, kinds: asking, personIds })
    await notify(telling, 'decision_asked', nextAsked, cause)
    const word = kind === 'approve' ? 'approved' : kind === 'reject' ? 'rejected' : 'changes_asked'
    await notify(telling, word, [publication.ownerId], cause)
    if (onBehalfOf !== null && onBehalfOf !== event.personId) {
      await notify(telling, 'decided_for_you', [onBehalfOf], { ...cause, leaderId: onBehalfOf })
    }
  },

  'approvals.revoked': async (telling) => {
    const publication = await publicationOf(telling)
    if (!publication) return
    const cause = { publicationId: publication.id }
    await notify(telling, 'decision_asked', dataOf(telling.event).asked, cause)
    await notify(telling, 'approval_revoked', [publication.ownerId], cause)
  },

  'approvals.reminded': async (telling) => {
    const publication = await publicationOf(telling)
    if (!publication) return
    const { asked } = dataOf(telling.event)
    await settle(telling, { subjectId: publication.id, kinds: ['decision_asked'], personIds: asked })
    await notify(telling, 'decision_due', asked, { publicationId: publication.id })
  },
}
