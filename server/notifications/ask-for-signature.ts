import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { notifications } from '../../db/schema/notifications.ts'
import type { publications } from '../../db/schema/publications.ts'
import { mustBeAligned } from '../../domain/publications/objectives.ts'
import { notify, type Telling } from './notify.ts'
import { reachable } from './receivers.ts'

/**
 * Asks the lead agents on duty for their signature where the publication needs one and its briefing's present version
 * has none; once per version. While a question is open nobody could sign, so nobody is asked.
 */
export async function askForSignature(
  telling: Telling,
  publication: typeof publications.$inferSelect,
): Promise<void> {
  const { tx, agency } = telling
  const { briefingVersion, signedVersion, openQuestions } = publication
  if (briefingVersion === null || briefingVersion === signedVersion || openQuestions > 0) return
  const isNeeded = mustBeAligned({
    objective: publication.objective,
    subjectClass: publication.subjectClass,
    hasExecutiveAccount: publication.isExecutive,
    alsoAlignedClasses: agency.alsoAlignedClasses,
  })
  if (!isNeeded) return
  const asked = await tx
    .select({ personId: notifications.personId })
    .from(notifications)
    .where(
      and(
        eq(notifications.subjectId, publication.id),
        inArray(notifications.kind, ['signature_asked', 'signature_due']),
        isNull(notifications.settledAt),
        sql`(${notifications.data} ->> 'versionNumber')::int = ${briefingVersion}`,
      ),
    )
  const known = new Set(asked.map((row) => row.personId))
  const receivers = (await reachable(telling, 'lead_agent')).filter((id) => !known.has(id))
  await notify(telling, 'signature_asked', receivers, {
    publicationId: publication.id,
    versionNumber: briefingVersion,
  })
}
