import { and, eq, gt, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../../db/open.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { people, roleGrants } from '../../db/schema/people.ts'
import { publications } from '../../db/schema/publications.ts'
import { holds } from '../../domain/permissions.ts'
import { editInput, type HeadChanges } from '../../domain/publications/input.ts'
import type { Instant } from '../../domain/time.ts'
import { provePublic } from '../agency/prove-public.ts'
import { proveEventStands } from '../agenda/stands.ts'
import { command } from '../infrastructure/command.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { refreshBriefingFacts } from './briefing-facts.ts'
import { lockPublication, type PublicationRow } from './lock.ts'
import { mergedChanges, pick } from './merge.ts'
import { type SettleContext, settleContent } from './settle-content.ts'
import { transition } from './transition.ts'
import { proveWriting, refuseUnlessOpenTo } from './writing.ts'

const contentFields: readonly string[] = ['objective', 'subjectClass', 'mainText', 'mainLink', 'language']

/**
 * Changes the touched fields of a publication's head. Where that changes its content in review or approved, the
 * submission ends and the publication is a draft again. An embargo is a planner's to set and to lift,
 * and so is leaving a campaign that is under one. Refusals: not_found, not_allowed, not_in_this_state, conflict,
 * owner_cannot_plan, event_cancelled.
 */
export const edit = command({
  name: 'publications.edit',
  right: 'publication.draft',
  input: editInput,
  run: ({ input, ...context }) => writeHead(context, input),
})

/**
 * Writes the touched fields in the caller's transaction, with all that follows from it; `also` goes into the record.
 * Refusals as of `edit`.
 */
export async function writeHead(
  context: SettleContext,
  input: z.output<typeof editInput>,
  also: Record<string, unknown> = {},
): Promise<{ version: number; state: PublicationRow['state']; endedDecisions: number }> {
  const { tx, person, moment, record } = context
  const before = await lockPublication(tx, input.publicationId, person, moment)
  const right = proveWriting(person, before)
  refuseUnlessOpenTo(before, 'edit_details')
  const part = {
    publicationId: before.id,
    partId: null,
    presentVersion: before.version,
    startedFrom: input.version,
  }
  const changes: HeadChanges = await mergedChanges<HeadChanges>(tx, part, before, input.changes)
  const fields = Object.keys(changes)
  if (fields.length === 0) return { version: before.version, state: before.state, endedDecisions: 0 }
  const isEmbargo = changes.embargoUntil !== undefined || (await leavesEmbargo(tx, before, changes, moment))
  if (isEmbargo && !holds(person.grants, 'publication.plan', before.unitId))
    refuse('not_allowed', { action: 'publication.plan' })
  await checkReferences(tx, before, changes)
  await tx
    .update(publications)
    .set({ ...changes, version: before.version + 1, changedAt: moment })
    .where(eq(publications.id, before.id))
  if (changes.campaignId !== undefined) await refreshBriefingFacts(tx, [before.id])
  const isContent = fields.some((field) => contentFields.includes(field))
  const { publication, decided } = isContent
    ? await settleContent(context, before, 'edit_content', right).then(({ publication, ended }) => ({
        publication,
        decided: ended.decidedBy.length,
      }))
    : {
        publication: await transition(tx, before, 'edit_details', { moment, right }),
        decided: 0,
      }
  await record({
    room: 'publications',
    subjectId: before.id,
    publicationId: before.id,
    action: 'publications.edited',
    version: publication.version,
    before: pick(before, fields),
    after: pick(changes, fields),
    data: { fields, ...also },
  })
  return { version: publication.version, state: publication.state, endedDecisions: decided }
}

/** Whether the change takes the publication out of a campaign whose embargo has not ended. */
async function leavesEmbargo(
  tx: Tx,
  before: PublicationRow,
  changes: HeadChanges,
  moment: Instant,
): Promise<boolean> {
  if (changes.campaignId === undefined || before.campaignId === null) return false
  const [left] = await tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(eq(campaigns.id, before.campaignId), gt(campaigns.embargoUntil, moment)))
  return left !== undefined
}

/** Campaign, event, public and owner must exist, the event stand, and the owner be able to plan or draft in the unit. */
async function checkReferences(tx: Tx, before: PublicationRow, changes: HeadChanges): Promise<void> {
  if (changes.campaignId) {
    const [campaign] = await tx
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(eq(campaigns.id, changes.campaignId))
    if (!campaign) refuseMissing()
  }
  if (changes.agendaEventId) await proveEventStands(tx, changes.agendaEventId)
  if (changes.publicId) await provePublic(tx, changes.publicId)
  if (changes.ownerId) {
    const rows = await tx
      .select({ name: people.name, role: roleGrants.role, unitId: roleGrants.unitId })
      .from(people)
      .leftJoin(roleGrants, and(eq(roleGrants.personId, people.id), isNull(roleGrants.endedAt)))
      .where(and(eq(people.id, changes.ownerId), isNull(people.deactivatedAt)))
    const [first] = rows
    if (!first) return refuseMissing()
    const grants = rows.flatMap(({ role, unitId }) => (role ? [{ role, unitId }] : []))
    if (!holds(grants, 'publication.draft', before.unitId)) refuse('owner_cannot_plan', { name: first.name })
  }
}
