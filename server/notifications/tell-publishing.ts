import { and, eq, gt, inArray } from 'drizzle-orm'
import { accounts } from '../../db/schema/accounts.ts'
import { copies, entries } from '../../db/schema/answers.ts'
import { addHours } from '../../domain/time.ts'
import { dataOf } from './event-data.ts'
import { notify, settle, type Telling } from './notify.ts'
import { reachable } from './receivers.ts'
import type { Teller } from './tell.ts'
import { publicationOf } from './tell-approvals.ts'

const COPIED_WITHIN_HOURS = 7 * 24

export const publishingTellers: Record<string, Teller> = {
  'publishing.blocked': async (telling) => {
    const publication = await publicationOf(telling)
    if (!publication) return
    const { codes, ownerId } = dataOf(telling.event)
    const cause = { publicationId: publication.id, blockers: codes }
    await notify(telling, 'blocked', [ownerId ?? publication.ownerId], cause)
  },

  'publishing.handed_over': async (telling) => {
    const publication = await publicationOf(telling)
    if (!publication) return
    await settle(telling, { subjectId: publication.id, kinds: ['blocked', 'overdue'] })
    await notify(telling, 'handed_over', [publication.ownerId], { publicationId: publication.id })
  },

  'publishing.overdue': async (telling) => {
    const publication = await publicationOf(telling)
    if (!publication) return
    const receivers = [publication.ownerId, ...(await reachable(telling, 'planner', publication.unitId))]
    await notify(telling, 'overdue', receivers, { publicationId: publication.id })
  },

  'publishing.posted': async (telling) => {
    const publication = await publicationOf(telling)
    if (!publication) return
    await settleWhenDone(telling)
    if (!dataOf(telling.event).isFirst) return
    const leaders = await telling.tx
      .select({ id: accounts.officeHolderId })
      .from(accounts)
      .where(and(inArray(accounts.id, publication.accountIds), eq(accounts.kind, 'executive')))
    const receivers = [publication.ownerId, ...leaders.map((leader) => leader.id)]
    await notify(telling, 'posted', receivers, { publicationId: publication.id })
  },

  'publishing.not_posted': async (telling) => {
    const publication = await publicationOf(telling)
    if (!publication) return
    await settleWhenDone(telling)
    await notify(telling, 'not_posted', [publication.ownerId], { publicationId: publication.id })
  },

  'publishing.withdrawn': async (telling) => {
    const publication = await publicationOf(telling)
    if (!publication) return
    const agents = await reachable(telling, 'agent')
    const receivers = [publication.ownerId, ...agents, ...(await reachable(telling, 'lead_agent'))]
    await notify(telling, 'post_withdrawn', receivers, { publicationId: publication.id })
  },

  'answers.withdrawn': async (telling) => {
    const { tx, event } = telling
    const [entry] = await tx.select().from(entries).where(eq(entries.id, event.subjectId))
    if (!entry) return
    const copied = await tx
      .selectDistinct({ personId: copies.personId })
      .from(copies)
      .where(and(eq(copies.entryId, entry.id), gt(copies.at, addHours(event.at, -COPIED_WITHIN_HOURS))))
    const publicationId = event.publicationId ?? undefined
    const cause = publicationId === undefined ? { entryId: entry.id } : { entryId: entry.id, publicationId }
    await notify(
      telling,
      'answer_withdrawn',
      copied.map((row) => row.personId),
      cause,
    )
  },
}

/** Once each variant has its outcome, nothing is left to confirm. */
async function settleWhenDone(telling: Telling): Promise<void> {
  const publication = await publicationOf(telling)
  if (!publication) return
  const done = publication.postedCount + publication.notPostedCount + publication.withdrawnCount
  if (done < publication.variantCount) return
  await settle(telling, { subjectId: publication.id, kinds: ['handed_over', 'overdue'] })
}
