import { type SQL, sql } from 'drizzle-orm'
import { publications } from '../../db/schema/publications.ts'
import type { Instant } from '../../domain/time.ts'
import { visibleTo } from '../publications/visible.ts'

/**
 * The condition under which a person may know of an entry: it hangs on no publication, or on one that they may see. So
 * what is planned for an executive account stays in its circle until it is posted, answers included.
 */
export function entryVisibleTo(person: { id: string }, moment: Instant, alias = 'entries'): SQL {
  const attached = sql`${sql.identifier(alias)}.publication_id`
  return sql`(
    ${attached} is null
    or exists (select 1 from ${publications} hung where hung.id = ${attached} and ${visibleTo(person, moment, 'hung')})
  )`
}
