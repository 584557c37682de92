import { sql } from 'drizzle-orm'
import { nothingInput } from '../../domain/input.ts'
import { holdsAnywhere } from '../../domain/permissions.ts'
import { mustBeAligned } from '../../domain/publications/objectives.ts'
import { aheadStates } from '../../domain/publications/states.ts'
import { addDays, canonicalInstant, dayOf } from '../../domain/time.ts'
import type { Agency } from '../infrastructure/command.ts'
import { read } from '../infrastructure/read.ts'
import { visibleTo } from '../publications/visible.ts'
import { statement } from './statement.ts'

/** Past these a number says no more than "many". */
const MOST_COUNTED = 99
const MOST_ISSUES = 20
const DAYS_AHEAD = 14

const frameStatement = statement<'person' | 'moment' | 'today' | 'until' | 'reads'>(
  ({ param, text }) => sql`
  select
    (select coalesce(json_agg(w.id), '[]') from (
      select p.id from publications p
      where p.waiting_for @> array[${param('person')}::uuid] and p.state = 'in_review'
      limit ${sql.raw(String(MOST_COUNTED))}) w) as waiting,
    (select coalesce(json_agg(u), '[]') from (
      select p.objective, p.subject_class, p.is_executive, p.briefing_version, p.signed_version, p.open_questions,
        exists (select 1 from acknowledgements k where k.briefing_id = p.briefing_id
          and k.version_number = p.briefing_version and k.person_id = ${param('person')}::uuid) as is_read
      from publications p
      where ${param('reads')}::boolean
        and p.planned_day between ${param('today')}::date and ${param('until')}::date
        and p.state in (${sql.join(
          aheadStates.map((state) => sql`${state}`),
          sql`, `,
        )}) and p.handed_over_at is null and p.briefing_version is not null
        and ${visibleTo({ id: text('person') }, text('moment'), 'p')}
      limit 200) u) as upcoming,
    (select count(*)::int from (
      select 1 from issues where closed_at is null limit ${sql.raw(String(MOST_COUNTED))}) i) as issues,
    (select count(*)::int from (
      select 1 from notifications n where n.person_id = ${param('person')}::uuid and n.needs_action
        and n.settled_at is null limit ${sql.raw(String(MOST_COUNTED))}) b) as bell,
    (select coalesce(json_agg(json_build_object('id', i.id, 'title', i.title, 'kind', i.kind, 'dueAt', i.due_at)
      order by i.due_at nulls last, i.id), '[]') from (
      select s.id, s.title, next.kind, next.due_at from issues s
      left join lateral (
        select o.kind, o.due_at from obligations o where o.issue_id = s.id and o.met_at is null
        order by o.due_at, o.id limit 1) next on true
      where s.closed_at is null and s.level = 'public_interest'
      order by next.due_at nulls last, s.id limit ${sql.raw(String(MOST_ISSUES))}) i) as strip`,
)

type Upcoming = {
  objective: 'promote' | 'protect'
  subject_class: string | null
  is_executive: boolean
  briefing_version: number
  signed_version: number | null
  open_questions: number
  is_read: boolean
}

/** What the frame counts and warns of, for the reader alone. */
export const frame = read({
  name: 'reading.frame',
  right: 'own.account',
  input: nothingInput,
  async run({ store, person, moment, agency }) {
    const reads = holdsAnywhere(person.grants, 'briefing.acknowledge')
    const signs = holdsAnywhere(person.grants, 'briefing.sign')
    const today = dayOf(moment, agency.zone)
    const until = addDays(today, DAYS_AHEAD)
    const [row] = await frameStatement.run(store, { person: person.id, moment, today, until, reads })
    if (!row) throw new Error('the statement gave no row')
    const waiting = row.waiting as string[]
    const strip = row.strip as { id: string; title: string; kind: string | null; dueAt: string | null }[]
    return {
      approvals: waiting.length,
      onlyApprovalId: waiting.length === 1 ? (waiting[0] ?? null) : null,
      upcoming: (row.upcoming as Upcoming[]).filter(
        (one) => !one.is_read || (signs && waitsForSignature(one, agency)),
      ).length,
      issues: row.issues as number,
      bell: row.bell as number,
      atPublicInterest: strip.map(({ id, title, kind, dueAt }) => ({
        id,
        title,
        due: kind === null || dueAt === null ? null : { kind, at: canonicalInstant(dueAt) },
      })),
      isReadOnly: false,
    }
  },
})

function waitsForSignature(one: Upcoming, agency: Agency): boolean {
  const isRequired = mustBeAligned({
    objective: one.objective,
    subjectClass: one.subject_class,
    hasExecutiveAccount: one.is_executive,
    alsoAlignedClasses: agency.alsoAlignedClasses,
  })
  return isRequired && one.open_questions === 0 && one.signed_version !== one.briefing_version
}
