import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { acknowledgements, alignments, briefingQuestions } from '../../db/schema/briefings.ts'
import type { VersionUse } from '../../domain/briefings/versioning.ts'

export type BriefingFacts = {
  use: VersionUse
  openQuestionIds: string[]
  /** The signature that stands under the present version. */
  signature: { id: string; signedBy: string; hash: string } | null
  hasRead: boolean
}

/** All that the room's rules ask about one briefing, in one query under its lock. */
export async function factsOf(
  tx: Tx,
  briefing: { id: string; presentNumber: number },
  personId: string,
): Promise<BriefingFacts> {
  const { id, presentNumber } = briefing
  const [row] = await tx.execute<Facts>(sql`
    select
      (select count(*)::int from ${briefingQuestions} q
        where q.briefing_id = ${id} and q.version_number = ${presentNumber}) as questions,
      (select count(*)::int from ${acknowledgements} k
        where k.briefing_id = ${id} and k.version_number = ${presentNumber}) as acknowledged,
      (select count(*)::int from ${alignments} a
        where a.briefing_id = ${id} and a.version_number = ${presentNumber}) as signatures,
      (select coalesce(json_agg(q.id order by q.asked_at, q.id), '[]') from ${briefingQuestions} q
        where q.briefing_id = ${id} and q.state = 'open') as open_ids,
      (select json_build_object('id', a.id, 'signedBy', a.signed_by, 'hash', a.hash) from ${alignments} a
        where a.briefing_id = ${id} and a.version_number = ${presentNumber} and a.withdrawn_at is null) as signature,
      exists (select 1 from ${acknowledgements} k where k.briefing_id = ${id}
        and k.version_number = ${presentNumber} and k.person_id = ${personId}) as has_read`)
  if (!row) throw new Error('the statement gave no row')
  return {
    use: {
      questionCount: row.questions,
      acknowledgementCount: row.acknowledged,
      signatureCount: row.signatures,
    },
    openQuestionIds: row.open_ids,
    signature: row.signature,
    hasRead: row.has_read,
  }
}

type Facts = {
  questions: number
  acknowledged: number
  signatures: number
  open_ids: string[]
  signature: BriefingFacts['signature']
  has_read: boolean
}
