import { type SQL, sql } from 'drizzle-orm'
import { steps } from '../../db/schema/approvals.ts'
import { delegations } from '../../db/schema/people.ts'
import { publications } from '../../db/schema/publications.ts'
import { aheadStates } from '../../domain/publications/states.ts'
import type { Instant } from '../../domain/time.ts'
import { visibleTo } from '../publications/visible.ts'

/**
 * The condition under which a publication's submission may wait for this person: they are asked now, or an office-holder
 * asked in it has delegated to them. Whether they may decide, the rule says for each.
 */
export function mayWaitFor(person: { id: string }, moment: Instant): SQL {
  const id = sql`${person.id}::uuid`
  const at = sql`${moment}::timestamptz`
  return sql`(
    ${publications.waitingFor} @> array[${id}]
    or exists (
      select 1 from ${steps} step join ${delegations} given on given.leader_id = step.office_holder_id
      where step.submission_id = ${publications.submissionId} and given.delegate_id = ${id}
        and given.starts_at <= ${at} and given.ends_at > ${at}
        and (given.revoked_at is null or given.revoked_at > ${at})
    )
  )`
}

/** Submissions still to be decided that this person may know of, whoever is asked. */
export function inReviewFor(person: { id: string }, moment: Instant): SQL {
  const ahead = sql.join(
    aheadStates.map((state) => sql`${state}`),
    sql`, `,
  )
  return sql`(${publications.handedOverAt} is null and ${publications.state} in (${ahead})
    and ${publications.submissionId} is not null and ${publications.stepsDecided} < ${publications.stepsRequired}
    and ${visibleTo(person, moment)})`
}
