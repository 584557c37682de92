import { and, asc, between, desc, eq, gte, isNull, lt, lte, or } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { marks, pauses } from '../../db/schema/marks.ts'
import { people } from '../../db/schema/people.ts'
import { listMarksInput } from '../../domain/marks/input.ts'
import { pauseSpan } from '../../domain/marks/pauses.ts'
import { holds } from '../../domain/permissions.ts'
import { type Day, startOfDay } from '../../domain/time.ts'
import { read } from '../infrastructure/read.ts'
import { readYearsKnown } from './years-known.ts'

const MOST_PAUSES = 200

/** Days by decree and pauses that touch the years asked for, each with who may change them. */
export const list = read({
  name: 'marks.list',
  right: 'institutional.read',
  input: listMarksInput,
  async run({ db, person, input, moment, agency }) {
    const first = `${input.fromYear}-01-01`
    const last = `${input.toYear}-12-31`
    const known = new Set(await readYearsKnown(db))
    const years = Array.from(
      { length: input.toYear - input.fromYear + 1 },
      (_, position) => input.fromYear + position,
    )
    const found = await pausesBetween(db, first, last, agency.zone)
    return {
      mayManage: holds(person.grants, 'marks.manage', null),
      years: years.map((year) => ({ year, hasDecree: known.has(year) })),
      days: await db
        .select({ id: marks.id, day: marks.day, kind: marks.kind, name: marks.name, source: marks.source })
        .from(marks)
        .where(between(marks.day, first, last))
        .orderBy(asc(marks.day), asc(marks.name))
        .limit(2000),
      pauses: found.map((pause) => {
        const span = pauseSpan(pause, agency.zone)
        const isOver = span === null || (span.until !== null && span.until <= moment)
        const isRunning = span !== null && !isOver && span.from <= moment
        return {
          ...pause,
          when: isOver ? ('over' as const) : isRunning ? ('running' as const) : ('coming' as const),
        }
      }),
    }
  },
})

function pausesBetween(db: Db, first: Day, last: Day, zone: string) {
  const from = startOfDay(first, zone)
  const until = startOfDay(last, zone)
  return db
    .select({
      id: pauses.id,
      kind: pauses.kind,
      name: pauses.name,
      stops: pauses.stops,
      scope: pauses.scope,
      unitIds: pauses.unitIds,
      accountIds: pauses.accountIds,
      firstDay: pauses.firstDay,
      lastDay: pauses.lastDay,
      startsAt: pauses.startsAt,
      endsAt: pauses.endsAt,
      endedAt: pauses.endedAt,
      addedBy: people.name,
      version: pauses.version,
    })
    .from(pauses)
    .innerJoin(people, eq(people.id, pauses.addedBy))
    .where(
      or(
        and(lte(pauses.firstDay, last), or(isNull(pauses.lastDay), gte(pauses.lastDay, first))),
        and(lt(pauses.startsAt, until), or(isNull(pauses.endsAt), gte(pauses.endsAt, from))),
      ),
    )
    .orderBy(desc(pauses.addedAt), desc(pauses.id))
    .limit(MOST_PAUSES)
}
