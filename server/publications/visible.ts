import { type SQL, sql } from 'drizzle-orm'
import { steps } from '../../db/schema/approvals.ts'
import { submissions } from '../../db/schema/publications.ts'
import type { Instant } from '../../domain/time.ts'
import { circleAccountIds } from '../accounts/circle.ts'

/**
 * The condition under which a person may know that a publication exists: nothing executive in it is still unposted, or
 * an executive account's circle holds them, or they are asked at a step of its live submission. `alias` is the name under
 * which the statement knows the table. Says in SQL what `domain/publications/visible.ts` says as a rule.
 */
export function visibleTo(person: { id: string | SQL }, moment: Instant, alias = 'publications'): SQL {
  const restricted = sql`${sql.identifier(alias)}.restricted_account_ids`
  return sql`(
    ${restricted} = '{}'
    or ${restricted} && array${circleAccountIds(person.id, moment)}
    or exists (
      select 1 from ${submissions} live join ${steps} step on step.submission_id = live.id
      where live.publication_id = ${sql.identifier(alias)}.id and live.ended_at is null
        and step.asked @> array[${person.id}::uuid]
    )
  )`
}
