import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { units } from '../../db/schema/agency.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { listCampaignsInput } from '../../domain/campaigns/input.ts'
import { read } from '../infrastructure/read.ts'
import { afterCursor, cursorFor } from './cursor.ts'

const AT_ONCE = 50

/** Campaigns, newest first, whose names hold all the words; everybody signed in sees them. */
export const list = read({
  name: 'campaigns.list',
  right: 'institutional.read',
  input: listCampaignsInput,
  async run({ db, input }) {
    const after = afterCursor(input.cursor)
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
          after === null ? undefined : lt(campaigns.id, after),
          ...words.map((word) => sql`strpos(lower(${campaigns.name}), lower(${word})) > 0`),
        ),
      )
      .orderBy(desc(campaigns.id))
      .limit(AT_ONCE + 1)
    return { campaigns: rows.slice(0, AT_ONCE), next: cursorFor(rows, AT_ONCE) }
  },
})
