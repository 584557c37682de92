import { sql } from 'drizzle-orm'
import type { Row } from '../../db/lane.ts'
import { FOLLOWED_HOURS, type Followed, SIMILAR_MOST } from '../../domain/reading/desk-load.ts'
import { visibleTo } from '../publications/visible.ts'
import { statement } from './statement.ts'

/**
 * The questions that the newest posts of each objective and class brought, by the hour after the post. Only posts that an
 * answer hangs on can be followed: the desk counts questions by answer. An answer counted and copied for one caller is one
 * question, so of both the larger number counts; what nobody could answer counts once its answer hangs on the post.
 */
export const followedStatement = statement<'kinds' | 'since' | 'until' | 'person' | 'moment'>(
  ({ param, text }) => sql`
  with kinds as (
    select split_part(kind, '/', 1) as objective, split_part(kind, '/', 2) as subject_class
    from unnest(string_to_array(${param('kinds')}::text, ',')) kind
  ), alike as (
    select kinds.objective, kinds.subject_class, newest.id, (
      select min(v.outcome_at) from variants v where v.publication_id = newest.id and v.outcome = 'posted'
    ) as posted_at
    from kinds cross join lateral (
      select p.id from publications p
      where p.objective = kinds.objective and p.subject_class = kinds.subject_class
        and p.handed_over_at >= ${param('since')}::timestamptz and p.handed_over_at < ${param('until')}::timestamptz
        and p.posted_count > 0
        and ${visibleTo({ id: text('person') }, text('moment'), 'p')}
      order by p.handed_over_at desc
      limit ${sql.raw(String(SIMILAR_MOST))}
    ) newest
  ), followed as (
    select alike.*, e.id as entry_id from alike join entries e on e.publication_id = alike.id
    where alike.posted_at < ${param('until')}::timestamptz
  ), used as (
    select objective, subject_class, entry_id,
      floor(extract(epoch from act.at - posted_at) / 3600)::int as hour,
      greatest(sum(act.asked), sum(act.copied)) + sum(act.logged) as count
    from followed cross join lateral (
      select a.at, 1 as asked, 0 as copied, 0 as logged from asked a
      where a.entry_id = followed.entry_id
        and a.day between posted_at::date - 1 and posted_at::date + 2 and a.at >= posted_at
        and a.at < posted_at + make_interval(hours => ${sql.raw(String(FOLLOWED_HOURS))})
      union all
      select c.at, 0, 1, 0 from copies c
      where c.entry_id = followed.entry_id and c.at >= posted_at
        and c.at < posted_at + make_interval(hours => ${sql.raw(String(FOLLOWED_HOURS))})
      union all
      select q.logged_at, 0, 0, q.count from caller_questions q
      where q.entry_id = followed.entry_id and q.logged_at >= posted_at
        and q.logged_at < posted_at + make_interval(hours => ${sql.raw(String(FOLLOWED_HOURS))})
    ) act
    group by objective, subject_class, entry_id, hour
  )
  select counted.objective, counted.subject_class, counted.publications, summed.hour, summed.count
  from (
    select objective, subject_class, count(distinct id)::int as publications from followed group by 1, 2
  ) counted
  left join (
    select objective, subject_class, hour, sum(count)::int as count from used group by 1, 2, 3
  ) summed using (objective, subject_class)`,
)

/** An objective and a subject class, as `followedStatement` is asked for it. */
export const kindOf = (row: Row) => `${row.objective}/${row.subject_class}`

/** By objective and class, what `followedStatement` found of it. */
export function followedOf(found: readonly Row[]): Map<string, Followed> {
  const kinds = new Map<string, { publications: number; questions: { hour: number; count: number }[] }>()
  for (const row of found) {
    const kind = kinds.get(kindOf(row)) ?? { publications: row.publications as number, questions: [] }
    if (row.hour !== null) kind.questions.push({ hour: row.hour as number, count: row.count as number })
    kinds.set(kindOf(row), kind)
  }
  return kinds
}
