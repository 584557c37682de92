import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { units } from '../../db/schema/agency.ts'
import { overlays } from '../../db/schema/overlays.ts'
import { people } from '../../db/schema/people.ts'
import { nothingInput } from '../../domain/input.ts'
import { holds } from '../../domain/permissions.ts'
import { read } from '../infrastructure/read.ts'
import { keptFor } from '../views/visible.ts'

const MOST = 200

/** The calendars laid over the reader's, each with how its last reading went. The address itself is never given. */
export const list = read({
  name: 'overlays.list',
  right: 'institutional.read',
  input: nothingInput,
  async run({ db, person }) {
    const rows = await db
      .select({
        id: overlays.id,
        name: overlays.name,
        unitId: overlays.unitId,
        unit: units.name,
        owner: people.name,
        isFile: sql<boolean>`${overlays.fileText} is not null`,
        addedAt: overlays.addedAt,
        readAt: overlays.readAt,
        problem: overlays.problem,
        eventCount: overlays.eventCount,
        isCut: overlays.isCut,
      })
      .from(overlays)
      .innerJoin(people, eq(people.id, overlays.ownerId))
      .leftJoin(units, eq(units.id, overlays.unitId))
      .where(and(isNull(overlays.removedAt), keptFor(person, 'overlays')))
      .orderBy(asc(overlays.name), asc(overlays.id))
      .limit(MOST)
    return rows.map((row) => ({
      ...row,
      mayChange: row.unitId === null || holds(person.grants, 'publication.plan', row.unitId),
    }))
  },
})
