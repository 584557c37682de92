import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { units } from '../../db/schema/agency.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { listCampaignsInput } from '../../domain/campaigns/input.ts'
import { cursorOf, justId, placeIn } from '../infrastructure/keyset.ts'
import { read } from '../infrastructure/read.ts'

const AT_ONCE = 50

/** Campaigns, newest first, whose names hold all the words; everybody signed in sees them. */
export const list = read({
  name: 'campaigns.list',
  right: 'institutional.read',
  input: listCampaignsInput,
  async run({ db, input }) {
    const place = placeIn(input.cursor, justId)
    const words = input.words.split(/\s+/).filter(Boolean).slice(0, 10)
    const rows = await db
      .select({
        id: campaigns.id,
        name: campaigns.name,
        unitId: campaigns.unitId,
        unitName: units.name,
        version: campaigns.version,
      })
      .from(campaigns)
      .innerJoin(units, eq(units.id, campaigns.unitId))
      .where(
        and(
          place === null ? undefined : lt(campaigns.id, place[0]),
          ...words.map((word) => sql`strpos(lower(${campaigns.name}), lower(${word})) > 0`),
        ),
      )
      .orderBy(desc(campaigns.id))
      .limit(AT_ONCE + 1)
    const page = rows.slice(0, AT_ONCE)
    const last = rows.length > AT_ONCE ? page.at(-1) : undefined
    return { campaigns: page, next: last ? cursorOf([last.id]) : null }
  },
})
