import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { acknowledgements, alignments, briefingQuestions, briefings } from '../../db/schema/briefings.ts'
import { roleGrants } from '../../db/schema/people.ts'
import { publications } from '../../db/schema/publications.ts'

/**
 * Recomputes what publications keep of the briefing they go by: their own, else their campaign's. A publication owes it
 * when its campaign changes, the briefings room when a briefing does. Who read it counts where they are an agent, as those
 * on shift are. One statement, whatever the number of ids.
 */
export async function refreshBriefingFacts(tx: Tx, publicationIds: readonly string[]): Promise<void> {
  if (publicationIds.length === 0) return
  const ids = sql.join(
    publicationIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  await tx.execute(sql`
    update ${publications} p set
      briefing_id = facts.briefing_id,
      briefing_version = facts.present_number,
      signed_version = facts.signed_version,
      open_questions = facts.open_questions,
      questions_after_signature = facts.after_signature,
      acknowledged_count = facts.acknowledged
    from (
      select q.id, b.id as briefing_id, b.present_number,
        (select max(a.version_number) from ${alignments} a
          where a.briefing_id = b.id and a.withdrawn_at is null) as signed_version,
        (select count(*)::int from ${briefingQuestions} o
          where o.briefing_id = b.id and o.state = 'open') as open_questions,
        (select count(*)::int from ${briefingQuestions} o
          where o.briefing_id = b.id and o.state = 'open' and o.is_after_signature) as after_signature,
        (select count(distinct k.person_id)::int from ${acknowledgements} k
          join ${roleGrants} g on g.person_id = k.person_id and g.role = 'agent' and g.ended_at is null
          where k.briefing_id = b.id and k.version_number = b.present_number) as acknowledged
      from ${publications} q
      left join lateral (
        select * from ${briefings} x
        where x.publication_id = q.id or (x.campaign_id is not null and x.campaign_id = q.campaign_id)
        order by (x.publication_id is null) limit 1
      ) b on true
      where q.id in (${ids})
    ) facts
    where p.id = facts.id`)
}
