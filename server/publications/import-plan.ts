import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { people, roleGrants } from '../../db/schema/people.ts'
import { importedRows } from '../../db/schema/publications.ts'
import { importPlanInput } from '../../domain/publications/import-input.ts'
import { type RowMarks, rowMarks } from '../../domain/publications/plan-row-marks.ts'
import { provePublic } from '../agency/prove-public.ts'
import { createCampaign } from '../campaigns/create.ts'
import { type CommandContext, command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { createMany } from './create-many.ts'
import { earlierRows } from './earlier-rows.ts'
import { referencedRows } from './referenced-rows.ts'

/**
 * Brings in the rows of a plan exactly as they were previewed: all of them, or none. A campaign that no unit has yet is
 * begun. Refuses `not_found` (unit, account, public), `account_ended`, `owner_cannot_plan`, `time_does_not_exist`,
 * `plan_in_already`: whatever changed since the preview.
 */
export const importPlan = command({
  name: 'publications.importPlan',
  right: 'publication.import',
  input: importPlanInput,
  async run({ input, ...context }) {
    const { tx, person } = context
    const { unitId, rows } = input
    proveRight(person, 'publication.import', unitId)
    await proveOwners(tx, unitId, [...new Set(rows.flatMap((row) => row.ownerId ?? []))])
    for (const id of new Set(rows.flatMap((row) => row.public?.id ?? []))) await provePublic(tx, id)
    const campaignIds = await campaignsFor(context, unitId, [
      ...new Set(rows.flatMap((row) => row.campaign ?? [])),
    ])
    const marks = rows.map(rowMarks)
    await proveNew(
      context,
      unitId,
      marks,
      rows.flatMap(({ reference }) => reference ?? []),
    )
    const ids = await createMany(
      context,
      unitId,
      rows.map(({ campaign, public: chosen, reference: _reference, ...row }) => ({
        ...row,
        publicId: chosen?.id ?? null,
        campaignId: campaign === null ? null : (campaignIds.get(campaign.toLowerCase()) ?? null),
      })),
    )
    await keepMarks(context, unitId, marks, ids)
    return { count: rows.length }
  },
})

/** Marks of so many rows fit into one statement. */
const AT_ONCE = 1000

/**
 * Refuses `plan_in_already` where one of the rows came in since it was previewed, or was exported from what is there. Imports into a unit wait for each other
 * here, until the transaction ends.
 */
async function proveNew(
  { tx, person, moment }: Pick<CommandContext<unknown>, 'tx' | 'person' | 'moment'>,
  unitId: string,
  marks: readonly RowMarks[],
  references: readonly string[],
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import ${unitId}`}, 0))`)
  const [known] = await earlierRows(tx, person, moment, { unitId, marks, isWholeOnly: true })
  if (known !== undefined) refuse('plan_in_already', { title: known.name })
  const [there] = await referencedRows(tx, person, moment, references)
  if (there !== undefined) refuse('plan_in_already', { title: there.name })
}

async function keepMarks(
  { tx, moment }: Pick<CommandContext<unknown>, 'tx' | 'moment'>,
  unitId: string,
  marks: readonly RowMarks[],
  ids: readonly string[],
): Promise<void> {
  const kept = marks.flatMap(({ whole, title }, position) => {
    const publicationId = ids[position]
    return publicationId === undefined
      ? []
      : [{ unitId, publicationId, wholeMark: whole, titleMark: title, importedAt: moment }]
  })
  for (let first = 0; first < kept.length; first += AT_ONCE) {
    await tx.insert(importedRows).values(kept.slice(first, first + AT_ONCE))
  }
}

/** Refuses `owner_cannot_plan` where one of them may no longer own a publication of the unit. */
async function proveOwners(tx: Tx, unitId: string, ownerIds: string[]): Promise<void> {
  if (ownerIds.length === 0) return
  const able = await tx
    .selectDistinct({ id: people.id })
    .from(people)
    .innerJoin(roleGrants, eq(roleGrants.personId, people.id))
    .where(
      and(
        inArray(people.id, ownerIds),
        isNull(people.deactivatedAt),
        isNull(roleGrants.endedAt),
        inArray(roleGrants.role, ['planner', 'contributor']),
        or(isNull(roleGrants.unitId), eq(roleGrants.unitId, unitId)),
      ),
    )
  const lost = ownerIds.find((id) => !able.some((owner) => owner.id === id))
  if (lost === undefined) return
  const [owner] = await tx.select({ name: people.name }).from(people).where(eq(people.id, lost))
  refuse('owner_cannot_plan', { name: owner?.name ?? '' })
}

/** By name in small letters: the unit's own campaign first, else another unit's, else a new one. */
async function campaignsFor(
  context: Pick<CommandContext<unknown>, 'tx' | 'person' | 'moment' | 'record'>,
  unitId: string,
  names: string[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  if (names.length === 0) return ids
  const wanted = new Map(names.map((name) => [name.toLowerCase(), name]))
  const known = await context.tx
    .select({
      id: campaigns.id,
      name: campaigns.name,
      isOwn: sql<boolean>`${campaigns.unitId} = ${unitId}::uuid`,
    })
    .from(campaigns)
    .where(inArray(sql`lower(${campaigns.name})`, [...wanted.keys()]))
    .orderBy(sql`${campaigns.unitId} = ${unitId}::uuid`, campaigns.createdAt)
  for (const { id, name } of known) ids.set(name.toLowerCase(), id)
  const right = proveRight(context.person, 'campaign.manage', unitId)
  for (const [key, name] of wanted) {
    if (ids.has(key)) continue
    ids.set(key, await createCampaign(context, right, { unitId, name, narrative: '', keyMessages: '' }))
  }
  return ids
}
