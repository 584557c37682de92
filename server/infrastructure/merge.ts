import canonicalize from 'canonicalize'
import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { people } from '../../db/schema/people.ts'
import { revisions } from '../../db/schema/records.ts'
import type { Room } from './record.ts'
import { refuse } from './refuse.ts'

export type EditedPart = {
  room: Room
  subjectId: string
  /** As in the revisions of this part; null where the subject is edited as one. */
  partId?: string | null
  /** The version that stands now, read under the lock. */
  version: number
}

/**
 * Lets a change through that started from version `startedFrom`, unless somebody has since written one of the fields it
 * touches: then it is refused with `conflict`, holding both texts. Different fields merge; the same value twice is no
 * conflict. `touched` holds the fields of this change, `present` what stands now under the same names. The caller holds
 * the part's row locked, and every change of the part records its fields in a revision under these names.
 */
export async function mergeOrRefuse(
  tx: Tx,
  part: EditedPart,
  startedFrom: number,
  touched: Record<string, unknown>,
  present: Record<string, unknown>,
): Promise<void> {
  if (startedFrom === part.version) return
  const since = await tx
    .select({ after: revisions.after, at: revisions.at, by: people.name })
    .from(revisions)
    .leftJoin(people, eq(people.id, revisions.personId))
    .where(
      and(
        eq(revisions.room, part.room),
        eq(revisions.subjectId, part.subjectId),
        part.partId ? eq(revisions.partId, part.partId) : isNull(revisions.partId),
        gt(revisions.version, startedFrom),
      ),
    )
    .orderBy(asc(revisions.version))
  const differs = (field: string) => canonicalize(touched[field]) !== canonicalize(present[field])
  const fields = Object.keys(touched).filter(
    (field) => touched[field] !== undefined && differs(field) && since.some(({ after }) => field in after),
  )
  if (fields.length === 0) return
  const last = since.findLast(({ after }) => fields.some((field) => field in after))
  refuse('conflict', {
    by: last?.by ?? null,
    at: last?.at ?? '',
    version: part.version,
    fields: fields.map((field) => ({ field, yours: touched[field], theirs: present[field] })),
  })
}
