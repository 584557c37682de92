import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { publications, variants } from '../../db/schema/publications.ts'
import { handovers } from '../../db/schema/publishing.ts'
import type { Instant } from '../../domain/time.ts'
import type { RecordChange } from '../infrastructure/record.ts'
import type { Right } from '../infrastructure/right.ts'
import { transition } from '../publications/transition.ts'
import type { GateFacts } from './facts.ts'

type Handing = { by: string | null; right: Right<'publication.handOver'> | 'clock'; moment: Instant }

/**
 * Hands a locked publication over, all its variants at once, on the submission that was judged; from now on its content
 * is closed. The caller has judged it in this transaction and refused what the rule refuses; the constraint trigger
 * judges once more at commit.
 */
export async function writeHandover(
  tx: Tx,
  facts: GateFacts,
  { by, right, moment }: Handing,
  record: RecordChange,
): Promise<{ handoverId: string }> {
  const { publication, submissionId, presentHash } = facts
  if (submissionId === null || presentHash === null) throw new Error('nothing approved to hand over')
  const [handover] = await tx
    .insert(handovers)
    .values({
      publicationId: publication.id,
      submissionId,
      contentHash: presentHash,
      handedOverBy: by,
      handedOverAt: moment,
    })
    .returning({ id: handovers.id })
  if (!handover) throw new Error('no hand-over came back')
  // What was not posted after an earlier hand-over is asked about anew.
  await tx
    .update(variants)
    .set({ outcome: 'none', outcomeAt: null })
    .where(and(eq(variants.publicationId, publication.id), eq(variants.outcome, 'not_posted')))
  const [reset] = await tx
    .update(publications)
    .set({ notPostedCount: 0 })
    .where(eq(publications.id, publication.id))
    .returning()
  const row = await transition(tx, reset ?? publication, 'hand_over', { moment, right })
  await record({
    room: 'publishing',
    subjectId: publication.id,
    publicationId: publication.id,
    action: 'publishing.handed_over',
    version: row.version,
    data: { handoverId: handover.id, submissionId, contentHash: presentHash },
  })
  return { handoverId: handover.id }
}
