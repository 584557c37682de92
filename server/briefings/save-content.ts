import { eq } from 'drizzle-orm'
import { briefings, briefingVersions } from '../../db/schema/briefings.ts'
import { type BriefingContent, briefingHash, emptyBriefing } from '../../domain/briefings/content.ts'
import { effectOfSave } from '../../domain/briefings/versioning.ts'
import type { CommandContext } from '../infrastructure/command.ts'
import type { Right } from '../infrastructure/right.ts'
import { refreshBriefingFacts } from '../publications/briefing-facts.ts'
import { factsOf } from './facts.ts'
import type { BriefingRow, LockedBriefing } from './lock-briefing.ts'
import type { LockedOwner } from './lock-owner.ts'

export type SaveContext = Pick<CommandContext<unknown>, 'tx' | 'person' | 'moment' | 'record'>
export type Saved = { briefing: BriefingRow; hash: string; content: BriefingContent }

/**
 * Makes `after` what the briefing says: the first version, the present one amended, or the next where somebody has
 * asked on the present, acknowledged or signed it. The caller holds the locks and has merged. Writes nothing where
 * nothing changed. Source: Selaras rules, Briefing and desk.
 */
export async function saveContent(
  { tx, person, moment, record }: SaveContext,
  owner: LockedOwner,
  begun: Omit<LockedBriefing, 'owner'> | null,
  after: BriefingContent,
  _right: Right<'briefing.write'> | Right<'briefing.answer'> | Right<'template.use'>,
): Promise<Saved | null> {
  const hash = briefingHash(after)
  const before = begun?.present.content ?? null
  const use = begun === null ? unused : (await factsOf(tx, begun.briefing, person.id)).use
  const effect = effectOfSave(before, after, use)
  if (effect === 'nothing') return begun && { briefing: begun.briefing, hash, content: after }
  const briefing =
    begun === null
      ? await begin()
      : await carryOn(begun.briefing, begun.briefing.presentNumber + (effect === 'amend' ? 0 : 1))
  if (effect === 'amend' && begun) {
    await tx
      .update(briefingVersions)
      .set({ content: after, hash, changedAt: moment })
      .where(eq(briefingVersions.id, begun.present.id))
  } else {
    await tx.insert(briefingVersions).values({
      briefingId: briefing.id,
      number: briefing.presentNumber,
      content: after,
      hash,
      isClosed: false,
      openedBy: person.id,
      openedAt: moment,
      changedAt: moment,
    })
  }
  await refreshBriefingFacts(tx, owner.userIds)
  const fields = changedFields(before ?? emptyBriefing, after)
  await record({
    room: 'briefings',
    subjectId: owner.id,
    publicationId: owner.publicationId,
    action: 'briefings.changed',
    version: briefing.version,
    before: pick(before ?? emptyBriefing, fields),
    after: pick(after, fields),
    data: { number: briefing.presentNumber, fields },
  })
  return { briefing, hash, content: after }

  async function begin(): Promise<BriefingRow> {
    const [row] = await tx
      .insert(briefings)
      .values({
        publicationId: owner.kind === 'publication' ? owner.id : null,
        campaignId: owner.kind === 'campaign' ? owner.id : null,
        presentNumber: 1,
        createdBy: person.id,
        createdAt: moment,
        version: 1,
      })
      .returning()
    if (!row) throw new Error('the briefing was not begun')
    return row
  }

  async function carryOn(row: BriefingRow, presentNumber: number): Promise<BriefingRow> {
    const next = { presentNumber, version: row.version + 1 }
    await tx.update(briefings).set(next).where(eq(briefings.id, row.id))
    return { ...row, ...next }
  }
}

const unused = { questionCount: 0, acknowledgementCount: 0, signatureCount: 0 }

export type BriefingField = keyof BriefingContent
const fieldsInOrder = Object.keys(emptyBriefing) as BriefingField[]

function changedFields(before: BriefingContent, after: BriefingContent): BriefingField[] {
  return fieldsInOrder.filter(
    (field) =>
      briefingHash({ ...emptyBriefing, [field]: before[field] }) !==
      briefingHash({ ...emptyBriefing, [field]: after[field] }),
  )
}

function pick(content: BriefingContent, fields: readonly BriefingField[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, content[field]]))
}
