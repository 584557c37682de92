import { and, count, eq, inArray, max } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { asked, entries, verifications } from '../../db/schema/answers.ts'
import { people } from '../../db/schema/people.ts'
import { publications } from '../../db/schema/publications.ts'
import { type Validity, validityOf } from '../../domain/answers/validity.ts'
import { type Day, dayOf, type Instant } from '../../domain/time.ts'
import type { Person } from '../infrastructure/right.ts'
import { entryFacts } from './entry-facts.ts'
import { entryColumns } from './lock-entry.ts'
import { entryVisibleTo } from './visible.ts'

export type ShownEntry = {
  id: string
  question: string
  answer: string
  voiceAnswer: string | null
  socialAnswer: string | null
  notToSay: string
  source: string
  wordingHash: string
  validity: Validity
  validFrom: Instant | null
  validUntil: Instant | null
  endedAt: Instant | null
  /** The person to ask, with their extension. */
  verifier: { id: string; name: string; position: string | null; extension: string | null } | null
  /** When its verifier last confirmed the wording that stands; null where a signature approved it, or nobody yet. */
  verifiedAt: Instant | null
  /** The publication it hangs on. */
  publication: {
    id: string
    title: string
    objective: 'promote' | 'protect'
    plannedAt: Instant | null
    isPosted: boolean
    isToday: boolean
  } | null
  askedToday: number
  version: number
}

/**
 * Entries by id as the desk and the library show them, in the given order; those the person may not see are left out.
 * Each says whether it may be said: only `approved` may.
 */
export async function shownEntries(
  db: Db,
  ids: readonly string[],
  person: Person,
  moment: Instant,
  zone: string,
): Promise<ShownEntry[]> {
  if (ids.length === 0) return []
  const today = dayOf(moment, zone)
  const rows = await db
    .select({
      entry: entryColumns,
      verifierName: people.name,
      verifierPosition: people.position,
      verifierExtension: people.extension,
      publication: {
        id: publications.id,
        title: publications.title,
        objective: publications.objective,
        plannedAt: publications.plannedAt,
        plannedDay: publications.plannedDay,
        postedCount: publications.postedCount,
      },
    })
    .from(entries)
    .leftJoin(people, eq(people.id, entries.verifierId))
    .leftJoin(publications, eq(publications.id, entries.publicationId))
    .where(and(inArray(entries.id, [...ids]), entryVisibleTo(person, moment)))
  const [counts, verified] = await Promise.all([askedOn(db, ids, today), verifiedOf(db, ids)])
  const shown = new Map(
    rows.map(({ entry, publication, verifierName, ...verifier }): [string, ShownEntry] => [
      entry.id,
      {
        id: entry.id,
        question: entry.question,
        answer: entry.answer,
        voiceAnswer: entry.voiceAnswer,
        socialAnswer: entry.socialAnswer,
        notToSay: entry.notToSay,
        source: entry.source,
        wordingHash: entry.wordingHash,
        validity: validityOf(entryFacts(entry), moment),
        validFrom: entry.validFrom,
        validUntil: entry.validUntil,
        endedAt: entry.endedAt,
        verifier:
          entry.verifierId === null || verifierName === null
            ? null
            : {
                id: entry.verifierId,
                name: verifierName,
                position: verifier.verifierPosition,
                extension: verifier.verifierExtension,
              },
        verifiedAt: verified.get(`${entry.id} ${entry.wordingHash}`) ?? null,
        publication:
          publication === null
            ? null
            : {
                id: publication.id,
                title: publication.title,
                objective: publication.objective,
                plannedAt: publication.plannedAt,
                isPosted: publication.postedCount > 0,
                isToday: publication.plannedDay === today,
              },
        askedToday: counts.get(entry.id) ?? 0,
        version: entry.version,
      },
    ]),
  )
  return ids.flatMap((id) => shown.get(id) ?? [])
}

async function askedOn(db: Db, ids: readonly string[], day: Day): Promise<Map<string, number>> {
  const rows = await db
    .select({ entryId: asked.entryId, times: count() })
    .from(asked)
    .where(and(inArray(asked.entryId, [...ids]), eq(asked.day, day)))
    .groupBy(asked.entryId)
  return new Map(rows.map((row) => [row.entryId, row.times]))
}

/** The last confirmation of each wording, by entry and hash. */
async function verifiedOf(db: Db, ids: readonly string[]): Promise<Map<string, Instant>> {
  const rows = await db
    .select({
      entryId: verifications.entryId,
      hash: verifications.wordingHash,
      at: max(verifications.verifiedAt),
    })
    .from(verifications)
    .where(inArray(verifications.entryId, [...ids]))
    .groupBy(verifications.entryId, verifications.wordingHash)
  return new Map(
    rows.flatMap(({ entryId, hash, at }): [string, Instant][] => (at ? [[`${entryId} ${hash}`, at]] : [])),
  )
}
