import { eq } from 'drizzle-orm'
import { units } from '../../db/schema/agency.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { people } from '../../db/schema/people.ts'
import { campaignPageInput } from '../../domain/campaigns/input.ts'
import { holds } from '../../domain/permissions.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'

/** What a campaign says. Its publications are a read of their own (`publications.inCampaign`), its briefing too. */
export const page = read({
  name: 'campaigns.page',
  right: 'institutional.read',
  input: campaignPageInput,
  async run({ db, person, input }) {
    const [campaign] = await db
      .select({
        id: campaigns.id,
        name: campaigns.name,
        narrative: campaigns.narrative,
        keyMessages: campaigns.keyMessages,
        embargoUntil: campaigns.embargoUntil,
        unitId: campaigns.unitId,
        unitName: units.name,
        createdBy: people.name,
        createdAt: campaigns.createdAt,
        version: campaigns.version,
      })
      .from(campaigns)
      .innerJoin(units, eq(units.id, campaigns.unitId))
      .innerJoin(people, eq(people.id, campaigns.createdBy))
      .where(eq(campaigns.id, input.id))
    if (!campaign) return refuseMissing()
    return { ...campaign, mayChange: holds(person.grants, 'campaign.manage', campaign.unitId) }
  },
})
