import { and, desc, eq, lt } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import { publications } from '../../db/schema/publications.ts'
import { inCampaignInput } from '../../domain/campaigns/input.ts'
import { statusOf } from '../../domain/publications/status.ts'
import { cursorOf, justId, placeIn } from '../infrastructure/keyset.ts'
import { read } from '../infrastructure/read.ts'
import { visibleTo } from './visible.ts'

const AT_ONCE = 50

/**
 * The publications of a campaign that the reader may know of, newest first. A campaign that is none and one without
 * publications read the same. Whether an approved one is ready its own page says.
 */
export const inCampaign = read({
  name: 'publications.inCampaign',
  right: 'institutional.read',
  input: inCampaignInput,
  async run({ db, person, input, moment, agency }) {
    const place = placeIn(input.cursor, justId)
    const rows = await db
      .select({
        id: publications.id,
        title: publications.title,
        objective: publications.objective,
        subjectClass: publications.subjectClass,
        state: publications.state,
        plannedAt: publications.plannedAt,
        plannedDay: publications.plannedDay,
        timeKind: publications.timeKind,
        accountIds: publications.accountIds,
        owner: people.name,
        handedOverAt: publications.handedOverAt,
        isHeld: publications.isHeld,
        variantCount: publications.variantCount,
        postedCount: publications.postedCount,
        notPostedCount: publications.notPostedCount,
        withdrawnCount: publications.withdrawnCount,
      })
      .from(publications)
      .innerJoin(people, eq(people.id, publications.ownerId))
      .where(
        and(
          eq(publications.campaignId, input.campaignId),
          place === null ? undefined : lt(publications.id, place[0]),
          visibleTo(person, moment),
        ),
      )
      .orderBy(desc(publications.id))
      .limit(AT_ONCE + 1)
    const page = rows.slice(0, AT_ONCE)
    const last = rows.length > AT_ONCE ? page.at(-1) : undefined
    const { graceMinutes, confirmMinutes } = agency
    return {
      next: last ? cursorOf([last.id]) : null,
      publications: page.map((row) => ({
        id: row.id,
        title: row.title,
        objective: row.objective,
        subjectClass: row.subjectClass,
        plannedAt: row.plannedAt,
        plannedDay: row.plannedDay,
        timeKind: row.timeKind,
        accountIds: row.accountIds,
        owner: row.owner,
        status: statusOf({ ...row, isReady: false, graceMinutes, confirmMinutes }, moment),
      })),
    }
  },
})
