import { sql } from 'drizzle-orm'
import { instantFromText } from '../../db/columns.ts'
import { arrayText } from '../../db/wire-types.ts'
import { capital, day, dayTime, type Reader } from '../../domain/language/format.ts'
import { searchInput } from '../../domain/reading/input.ts'
import { dayOf } from '../../domain/time.ts'
import { read } from '../infrastructure/read.ts'
import { visibleTo } from '../publications/visible.ts'
import { statement } from './statement.ts'

type Kind = 'publication' | 'answer' | 'issue' | 'campaign' | 'event' | 'mark' | 'person'

const datedKinds: readonly Kind[] = ['event', 'mark']

const EACH = 6
const MOST_WORDS = 8
/** Words that are everywhere are looked for among so many and no more. */
const MOST_LOOKED_AT = 500

const each = sql.raw(String(EACH))

const looked = sql.raw(String(MOST_LOOKED_AT))

/**
 * Publications with each of the words somewhere: in the title, the text, a variant's own words, the campaign's or the
 * owner's name. The longest word finds them, by an index each time; the others are then looked for in what it found.
 * Nothing that the reader may not see takes a place among them.
 */
const searchStatement = statement<'like' | 'likes' | 'prefix' | 'person' | 'moment' | 'today'>(
  ({ param, text }) => {
    const isVisible = visibleTo({ id: text('person') }, text('moment'), 'p')
    const like = sql`${param('like')}::text`
    const prefix = sql`to_tsquery('simple', ${param('prefix')}::text)`
    const isHere = sql`p.state <> 'cancelled' and ${isVisible}`
    return sql`
  (select 'publication' as kind, f.id, f.title, f.planned_at, f.planned_day::text as detail from (
    select p.id, p.title, p.planned_at, p.planned_day from publications p
    left join campaigns c on c.id = p.campaign_id
    join people o on o.id = p.owner_id
    where p.id in (
      (select p.id from publications p where p.title ilike ${like} and ${isHere} limit ${looked})
      union all
      (select p.id from publications p
        where to_tsvector('simple', p.title || ' ' || p.main_text) @@ ${prefix} and ${isHere} limit ${looked})
      union all
      (select p.id from variants v join publications p on p.id = v.publication_id
        where to_tsvector('simple', coalesce(v.headline, '') || ' ' || coalesce(v.own_text, '')) @@ ${prefix}
          and ${isHere} limit ${looked})
      union all
      (select p.id from publications p
        where p.campaign_id = any(array(select c.id from campaigns c where c.name ilike ${like}))
          and ${isHere} limit ${looked})
      union all
      (select p.id from publications p
        where p.owner_id = any(array(select h.id from people h where h.name ilike ${like}))
          and p.planned_day between ${param('today')}::date - 31 and ${param('today')}::date + 366
          and ${isHere} limit ${looked}))
    and not exists (select 1 from unnest(${param('likes')}::text[]) as word
      where not (p.title ilike word or p.main_text ilike word or coalesce(c.name, '') ilike word or o.name ilike word
        or exists (select 1 from variants v where v.publication_id = p.id
          and (v.own_text ilike word or v.headline ilike word))))) f
  order by f.title ilike ${like} desc, abs(f.planned_day - ${param('today')}::date) nulls last, f.id limit ${each})
  union all
  (select 'answer', e.id, e.question, null, null from entries e
    where ${hasAll('e.question')} and e.ended_at is null
      and (e.publication_id is null or exists (
        select 1 from publications p where p.id = e.publication_id
          and ${visibleTo({ id: text('person') }, text('moment'), 'p')}))
    order by e.changed_at desc, e.id limit ${each})
  union all
  (select 'issue', i.id, i.title, null, null from issues i
    where ${hasAll('i.title')}
    order by (i.closed_at is not null), i.recorded_at desc, i.id limit ${each})
  union all
  (select 'campaign', c.id, c.name, null, null from campaigns c
    where ${hasAll('c.name')} order by c.created_at desc, c.id limit ${each})
  union all
  (select 'event', e.id, e.name, null, e.day::text from agenda_events e
    where ${hasAll("e.name || ' ' || e.place")} and e.cancelled_at is null
    order by abs(e.day - ${param('today')}::date), e.id limit ${each})
  union all
  (select 'mark', m.id, m.name, null, m.day::text from marks m
    where ${hasAll('m.name')} order by abs(m.day - ${param('today')}::date), m.name, m.id limit ${each})
  union all
  (select 'person', h.id, h.name, null, h.position from people h
    where ${hasAll('h.name')} and h.deactivated_at is null
    order by h.name, h.id limit ${each})`

    function hasAll(column: string) {
      return sql`(${sql.raw(column)}) ilike all(${param('likes')}::text[])`
    }
  },
)

/** Ctrl K: whatever the reader may know of that has these words in it, in any order, each also in part. */
export const search = read({
  name: 'reading.search',
  right: 'institutional.read',
  input: searchInput,
  async run({ store, person, input, moment, agency }) {
    const reader: Reader = { language: person.locale, zone: agency.zone, now: moment }
    const today = dayOf(moment, agency.zone)
    const words = input.query
      .split(/\s+/)
      .filter((word) => word !== '')
      .slice(0, MOST_WORDS)
    const [longest = input.query] = words.toSorted((one, other) => other.length - one.length)
    const rows = await searchStatement.run(store, {
      like: patternOf(longest),
      likes: arrayText(words.map(patternOf)),
      prefix: prefixOf(longest),
      person: person.id,
      moment,
      today,
    })
    return {
      items: rows.map((row) => ({
        kind: row.kind as Kind,
        id: row.id as string,
        title: row.title as string,
        /** Where it stands on the calendar, of an event and a mark. */
        day: datedKinds.includes(row.kind as Kind) ? (row.detail as string) : null,
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

/** The letters of a word anywhere; signs of patterns are letters like others. */
function patternOf(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`
}

/** What begins like a word, as a query of the full text; empty, and found nowhere, for signs alone. */
function prefixOf(word: string): string {
  const parts = word.match(/[\p{L}\p{N}]+/gu) ?? []
  return parts.map((part) => `${part}:*`).join(' & ')
}

function detailOf(at: string | null, detail: string | null, kind: Kind, reader: Reader): string | null {
  if (at !== null) return capital(dayTime(instantFromText(at), reader))
  if (detail === null || kind === 'person') return detail
  return capital(day(detail, reader))
}
