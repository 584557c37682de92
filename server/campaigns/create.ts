import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../../db/open.ts'
import { units } from '../../db/schema/agency.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { createCampaignInput } from '../../domain/campaigns/input.ts'
import { type CommandContext, command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight, type Right } from '../infrastructure/right.ts'

/** Begins a campaign of a unit. Refuses `not_found` where the unit is none of the planner's. */
export const create = command({
  name: 'campaigns.create',
  right: 'campaign.manage',
  input: createCampaignInput,
  async run({ tx, person, input, moment, record }) {
    const right = proveRight(person, 'campaign.manage', input.unitId)
    return { id: await createCampaign({ tx, person, moment, record }, right, input) }
  },
})

/** Writes one campaign in the caller's transaction; an imported plan makes its campaigns so. Refuses `not_found`. */
export async function createCampaign(
  { tx, person, moment, record }: Pick<CommandContext<unknown>, 'tx' | 'person' | 'moment' | 'record'>,
  right: Right<'campaign.manage'>,
  input: z.output<typeof createCampaignInput>,
): Promise<string> {
  if (right.unitId !== input.unitId) return refuseMissing()
  await proveUnitExists(tx, input.unitId)
  const [row] = await tx
    .insert(campaigns)
    .values({ ...input, createdBy: person.id, createdAt: moment, version: 1 })
    .returning({ id: campaigns.id })
  if (!row) throw new Error('no campaign was written')
  await record({
    room: 'campaigns',
    subjectId: row.id,
    action: 'campaigns.created',
    version: 1,
    before: {},
    after: input,
  })
  return row.id
}

async function proveUnitExists(tx: Tx, unitId: string): Promise<void> {
  const [unit] = await tx
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.id, unitId), isNull(units.endedAt)))
    .for('share')
  if (!unit) refuseMissing()
}
