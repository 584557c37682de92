import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { publics } from '../../db/schema/agency.ts'
import { statusOf } from '../../domain/publications/status.ts'
import type { Blocker } from '../../domain/publishing/blockers.ts'
import { readiness as blockersOf, isReady } from '../../domain/publishing/readiness.ts'
import { readinessInput } from '../../domain/reading/input.ts'
import { addDays, dayOf } from '../../domain/time.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { visibleTo } from '../publications/visible.ts'
import { rowColumns, rowFrom } from './calendar-rows.ts'
import { factsOnce } from './facts-once.ts'
import { firstPicture } from './first-picture.ts'
import { factsOf } from './judge-row.ts'
import { liftersOf } from './lifters.ts'
import { neighbourhood, placesOn } from './places.ts'
import { statement } from './statement.ts'

const rowStatement = statement<'id' | 'person' | 'moment'>(
  ({ param, text }) => sql`
  select ${rowColumns} from publications p
  where p.id = ${param('id')}::uuid and ${visibleTo({ id: text('person') }, text('moment'), 'p')}`,
)

async function publicOf(db: Db, publicId: string | null): Promise<{ id: string; name: string } | null> {
  if (publicId === null) return null
  const [found] = await db
    .select({ id: publics.id, name: publics.name })
    .from(publics)
    .where(eq(publics.id, publicId))
  return found ?? null
}

/** What still blocks one publication, who lifts it and where; what only warns; who has approved already; and its picture. */
export const readiness = read({
  name: 'reading.readiness',
  right: 'institutional.read',
  input: readinessInput,
  async run({ db, store, person, input, moment, agency }) {
    const [found] = await rowStatement.run(store, { id: input.publicationId, person: person.id, moment })
    if (!found) return refuseMissing()
    const row = rowFrom(found)
    const day = row.plannedDay ?? dayOf(moment, agency.zone)
    const once = await factsOnce(store, { from: day, to: day }, agency, moment)
    const days = row.plannedDay === null ? [] : [-1, 0, 1].map((step) => addDays(day, step))
    const near = neighbourhood(await placesOn(store, days, person, moment), once.accounts)
    const { facts: named, more } = await liftersOf(db, row, agency, moment)
    const facts = {
      ...factsOf(row, once, near(row), agency),
      ...named,
    }
    const blockers: Blocker[] = blockersOf(facts, moment)
    const { graceMinutes, confirmMinutes } = agency
    return {
      moment,
      status: statusOf({ ...row, graceMinutes, confirmMinutes, isReady: isReady(blockers) }, moment),
      state: row.state,
      handedOverAt: row.handedOverAt,
      plannedAt: row.plannedAt,
      timeKind: row.timeKind,
      plannedDay: row.plannedDay,
      public: await publicOf(db, row.publicId),
      variantCount: row.variantCount,
      isAlignmentRequired: facts.isAlignmentRequired,
      briefingVersion: row.briefingVersion,
      agentsOnShift: once.agentsOnShift,
      acknowledgedCount: row.acknowledgedCount,
      picture: await firstPicture(db, row.id),
      blockers,
      ...more,
    }
  },
})
