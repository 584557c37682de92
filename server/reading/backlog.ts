import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { instantFromText } from '../../db/columns.ts'
import { backlogInput } from '../../domain/reading/input.ts'
import { dayOf } from '../../domain/time.ts'
import { cursorOf, placeIn } from '../infrastructure/keyset.ts'
import { read } from '../infrastructure/read.ts'
import { visibleTo } from '../publications/visible.ts'
import { rowColumns } from './calendar-rows.ts'
import { type FilterName, filterCondition, filterValues } from './filter.ts'
import { judgedPage } from './judged-page.ts'
import { statement } from './statement.ts'

const place = z.tuple([z.iso.datetime(), z.uuid()])
type At = z.output<typeof place>

/** The rail says how many wait, and "more than" past this. */
const MOST_COUNTED = 100

const backlogStatement = statement<FilterName | 'person' | 'moment' | 'at' | 'id' | 'limit'>(
  ({ param, text }) => sql`
  select ${rowColumns}, p.changed_at as "changedAt" from publications p
  where p.planned_day is null
    and (${param('at')}::timestamptz is null
      or (p.changed_at, p.id) < (${param('at')}::timestamptz, ${param('id')}::uuid))
    and ${visibleTo({ id: text('person') }, text('moment'), 'p')}
    and ${filterCondition(param)}
  order by p.changed_at desc, p.id desc
  limit ${param('limit')}::int`,
)

const countStatement = statement<FilterName | 'person' | 'moment'>(
  ({ param, text }) => sql`
  select count(*)::int as count from (
    select 1 from publications p
    where p.planned_day is null
      and ${visibleTo({ id: text('person') }, text('moment'), 'p')}
      and ${filterCondition(param)}
    limit ${sql.raw(String(MOST_COUNTED + 1))}
  ) counted`,
)

/** What has no day yet, the latest touched first, and how many there are: beyond a hundred, that there are more. */
export const backlog = read({
  name: 'reading.backlog',
  right: 'institutional.read',
  input: backlogInput,
  async run({ store, person, input, moment, agency }) {
    const { filter, size } = input
    const values = { ...filterValues(filter, moment, agency), person: person.id, moment }
    const today = dayOf(moment, agency.zone)
    const judged = judgedPage<At>(
      { store, person, agency, moment },
      {
        filter,
        size,
        start: placeIn(input.cursor, place),
        days: { from: today, to: today },
        rowsAfter: (after, limit) => {
          const [at, id] = after ?? [null, null]
          return backlogStatement.run(store, { ...values, at, id, limit })
        },
        placeOf: (row) => [instantFromText(row.changedAt as string), row.id],
        cursorAt: cursorOf,
      },
    )
    const [page, [counted]] = await Promise.all([judged, countStatement.run(store, values)])
    const count = (counted?.count as number | undefined) ?? 0
    return { moment, ...page, count: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED }
  },
})
