import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { entries, verifications } from '../../db/schema/answers.ts'
import { alignments, briefingVersions } from '../../db/schema/briefings.ts'

/**
 * Wordings of a version whose signature was withdrawn: approved no longer, unless their verifier confirmed them or they
 * stand in another version that is signed. Source: Selaras rules, Briefing and desk.
 */
export async function unapproveWordings(
  tx: Tx,
  wordings: readonly { entryId: string; wordingHash: string }[],
): Promise<void> {
  for (const { entryId, wordingHash } of wordings.toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1))) {
    const held = JSON.stringify({ entries: [{ entryId, wordingHash }] })
    await tx.execute(sql`
      update ${entries} e set approved_hash = null
      where e.id = ${entryId} and e.approved_hash = ${wordingHash}
        and not exists (select 1 from ${verifications} v where v.entry_id = e.id and v.wording_hash = ${wordingHash})
        and not exists (
          select 1 from ${alignments} a
          join ${briefingVersions} b on b.briefing_id = a.briefing_id and b.number = a.version_number
          where a.withdrawn_at is null and b.content @> ${held}::jsonb)`)
  }
}
