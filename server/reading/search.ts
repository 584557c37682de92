import { sql } from 'drizzle-orm'
import { instantFromText } from '../../db/columns.ts'
import { capital, day, dayTime, type Reader } from '../../domain/language/format.ts'
import { searchInput } from '../../domain/reading/input.ts'
import { dayOf } from '../../domain/time.ts'
import { read } from '../infrastructure/read.ts'
import { visibleTo } from '../publications/visible.ts'
import { statement } from './statement.ts'

type Kind = 'publication' | 'answer' | 'issue' | 'campaign' | 'person'

const EACH = 6
/** Words that are everywhere are looked for among so many and no more. */
const MOST_LOOKED_AT = 500

const each = sql.raw(String(EACH))

/** The nearest to today first; entries of what is planned for an executive account are its circle's alone. */
const searchStatement = statement<'like' | 'person' | 'moment' | 'today'>(
  ({ param, text }) => sql`
  (select 'publication' as kind, f.id, f.title, f.planned_at, f.planned_day::text as detail from (
    select p.id, p.title, p.planned_at, p.planned_day from publications p
    where p.title ilike ${param('like')}::text and p.state <> 'cancelled'
      and ${visibleTo({ id: text('person') }, text('moment'), 'p')}
    limit ${sql.raw(String(MOST_LOOKED_AT))}) f
  order by abs(f.planned_day - ${param('today')}::date) nulls last, f.id limit ${each})
  union all
  (select 'answer', e.id, e.question, null, null from entries e
    where e.question ilike ${param('like')}::text and e.ended_at is null
      and (e.publication_id is null or exists (
        select 1 from publications p where p.id = e.publication_id
          and ${visibleTo({ id: text('person') }, text('moment'), 'p')}))
    order by e.changed_at desc, e.id limit ${each})
  union all
  (select 'issue', i.id, i.title, null, null from issues i
    where i.title ilike ${param('like')}::text
    order by (i.closed_at is not null), i.recorded_at desc, i.id limit ${each})
  union all
  (select 'campaign', c.id, c.name, null, null from campaigns c
    where c.name ilike ${param('like')}::text order by c.created_at desc, c.id limit ${each})
  union all
  (select 'person', h.id, h.name, null, h.position from people h
    where h.name ilike ${param('like')}::text and h.deactivated_at is null
    order by h.name, h.id limit ${each})`,
)

/** Ctrl K: whatever the reader may know of that has these letters in its name. */
export const search = read({
  name: 'reading.search',
  right: 'institutional.read',
  input: searchInput,
  async run({ store, person, input, moment, agency }) {
    const reader: Reader = { language: person.locale, zone: agency.zone, now: moment }
    const like = `%${input.query.replace(/[\\%_]/g, '\\$&')}%`
    const today = dayOf(moment, agency.zone)
    const rows = await searchStatement.run(store, { like, person: person.id, moment, today })
    return {
      items: rows.map((row) => ({
        kind: row.kind as Kind,
        id: row.id as string,
        title: row.title as string,
        detail: detailOf(
          row.planned_at as string | null,
          row.detail as string | null,
          row.kind as Kind,
          reader,
        ),
      })),
    }
  },
})

function detailOf(at: string | null, detail: string | null, kind: Kind, reader: Reader): string | null {
  if (at !== null) return capital(dayTime(instantFromText(at), reader))
  if (detail === null || kind !== 'publication') return detail
  return capital(day(detail, reader))
}
