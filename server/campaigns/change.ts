import { eq } from 'drizzle-orm'
import { campaigns } from '../../db/schema/campaigns.ts'
import { changeCampaignInput } from '../../domain/campaigns/input.ts'
import { command } from '../infrastructure/command.ts'
import { mergeOrRefuse } from '../infrastructure/merge.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'

/** Changes what a campaign says. Refuses `not_found`, and `conflict` where somebody changed the same part first. */
export const change = command({
  name: 'campaigns.change',
  right: 'campaign.manage',
  input: changeCampaignInput,
  async run({ tx, person, input, record }) {
    const { id, version, ...fields } = input
    const [campaign] = await tx.select().from(campaigns).where(eq(campaigns.id, id)).for('update')
    if (!campaign) return refuseMissing()
    proveRight(person, 'campaign.manage', campaign.unitId)
    const part = { room: 'campaigns' as const, subjectId: id, version: campaign.version }
    await mergeOrRefuse(tx, part, version, fields, campaign)
    const present: Record<string, unknown> = campaign
    const touched = Object.entries(fields).filter(
      ([field, value]) => value !== undefined && value !== present[field],
    )
    if (touched.length === 0) return { version: campaign.version }
    const next = campaign.version + 1
    await tx
      .update(campaigns)
      .set({ ...Object.fromEntries(touched), version: next })
      .where(eq(campaigns.id, id))
    await record({
      room: 'campaigns',
      subjectId: id,
      action: 'campaigns.changed',
      version: next,
      before: Object.fromEntries(touched.map(([field]) => [field, present[field]])),
      after: Object.fromEntries(touched),
    })
    return { version: next }
  },
})
