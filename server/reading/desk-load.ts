import { sql } from 'drizzle-orm'
import { instantFromText } from '../../db/columns.ts'
import type { Store } from '../../db/open.ts'
import { placedStates } from '../../domain/publications/states.ts'
import {
  agentsIn,
  type DeskRole,
  FOLLOWED_HOURS,
  hoursOf,
  type Profile,
  profileOf,
  questionsIn,
  SIMILAR_DAYS,
} from '../../domain/reading/desk-load.ts'
import { deskLoadInput } from '../../domain/reading/input.ts'
import { addDays, addHours, type Instant, startOfDay } from '../../domain/time.ts'
import { read } from '../infrastructure/read.ts'
import { visibleTo } from '../publications/visible.ts'
import { followedOf, followedStatement, kindOf } from './followed-posts.ts'
import { statement } from './statement.ts'

/** Weeks fuller than this are told by the first so many times. */
const MOST_TIMES = 2000
/** Shifts of the two roles in a week. */
const MOST_SHIFTS = 2000

/** What goes out, or went out at its time, whatever the calendar is narrowed to. */
const plannedStatement = statement<'from' | 'to' | 'person' | 'moment'>(
  ({ param, text }) => sql`
  select p.planned_at, p.objective, p.subject_class, count(*)::int as count
  from publications p
  where p.planned_day between ${param('from')}::date and ${param('to')}::date
    and p.time_kind = 'exact' and p.subject_class is not null
    and p.state in (${sql.join(
      placedStates.map((state) => sql`${state}`),
      sql`, `,
    )})
    and (p.handed_over_at is not null or p.planned_at > ${param('moment')}::timestamptz)
    and ${visibleTo({ id: text('person') }, text('moment'), 'p')}
  group by p.planned_at, p.objective, p.subject_class
  order by p.planned_at
  limit ${sql.raw(String(MOST_TIMES))}`,
)

const dutyStatement = statement<'from' | 'until'>(
  ({ param }) => sql`
  select desk.role,
    (
      select coalesce(array_to_string(array_agg(distinct g.person_id), ','), '')
      from role_grants g join people o on o.id = g.person_id
      where g.role = desk.role and g.ended_at is null and o.deactivated_at is null
    ) as holders,
    (select max(d.ends_at) from duty d where d.role = desk.role) as last_ends_at,
    s.person_id, s.starts_at, s.ends_at
  from (values ('agent'), ('lead_agent')) desk (role)
  left join lateral (
    select d.person_id, d.starts_at, d.ends_at from duty d
    join people o on o.id = d.person_id and o.deactivated_at is null
    where d.role = desk.role and d.starts_at < ${param('until')}::timestamptz and d.ends_at > ${param('from')}::timestamptz
      and exists (select 1 from role_grants g where g.person_id = d.person_id and g.role = d.role and g.ended_at is null)
    order by d.starts_at limit ${sql.raw(String(MOST_SHIFTS))}
  ) s on true`,
)

/**
 * The questions to expect at the desk in each hour of up to three weeks, and who is on duty to answer them. Told from what
 * posts of the same objective and class brought within a day of going out, laid at the times of what the person may see: an
 * hour in which none is expected is left out. `basedOn` counts the posts behind it; 0 while there are too few.
 */
export const deskLoad = read({
  name: 'reading.deskLoad',
  right: 'institutional.read',
  input: deskLoadInput,
  async run({ store, person, input, moment, agency }) {
    const planned = await plannedStatement.run(store, {
      from: addDays(input.from, -1),
      to: input.to,
      person: person.id,
      moment,
    })
    const kinds = [...new Set(planned.map(kindOf))]
    if (kinds.length === 0) return { hours: [], basedOn: 0 }
    const [found, desk] = await Promise.all([
      followedStatement.run(store, {
        kinds: kinds.join(','),
        since: addHours(moment, -24 * SIMILAR_DAYS),
        until: addHours(moment, -FOLLOWED_HOURS),
        person: person.id,
        moment,
      }),
      rolesOf(store, startOfDay(input.from, agency.zone), startOfDay(addDays(input.to, 1), agency.zone)),
    ])
    const profiles = new Map<string, Profile>()
    let basedOn = 0
    for (const [kind, followed] of followedOf(found)) {
      const profile = profileOf(followed)
      if (profile === null) continue
      profiles.set(kind, profile)
      basedOn += followed.publications
    }
    const hours = hoursOf(input.from, input.to, agency.zone)
    const posts = planned.flatMap((row) => {
      const profile = profiles.get(kindOf(row))
      const post = { at: instantFromText(row.planned_at as string), profile: profile ?? [] }
      return profile === undefined ? [] : Array.from({ length: row.count as number }, () => post)
    })
    const sums = questionsIn(hours, posts)
    return {
      hours: hours.flatMap(({ day, at, until }, index) => {
        const questions = Math.round(sums[index] ?? 0)
        return questions === 0 ? [] : [{ day, at, until, questions, ...agentsIn({ at, until }, desk) }]
      }),
      basedOn,
    }
  },
})

/** The desk's two roles with their holders and their shifts between two moments. */
async function rolesOf(store: Pick<Store, 'prepared'>, from: Instant, until: Instant): Promise<DeskRole[]> {
  const roles = new Map<unknown, DeskRole & { shifts: DeskRole['shifts'][number][] }>()
  for (const row of await dutyStatement.run(store, { from, until })) {
    const role = roles.get(row.role) ?? {
      holderIds: (row.holders as string).split(',').filter(Boolean),
      lastEndsAt: row.last_ends_at === null ? null : instantFromText(row.last_ends_at as string),
      shifts: [],
    }
    if (row.person_id !== null) {
      role.shifts.push({
        personId: row.person_id as string,
        startsAt: instantFromText(row.starts_at as string),
        endsAt: instantFromText(row.ends_at as string),
      })
    }
    roles.set(row.role, role)
  }
  return [...roles.values()]
}
