import { eq, inArray } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { entries } from '../../db/schema/answers.ts'
import { people } from '../../db/schema/people.ts'
import { type Validity, validityOf } from '../../domain/answers/validity.ts'
import type { BriefingEntry } from '../../domain/briefings/content.ts'
import { holds } from '../../domain/permissions.ts'
import type { Instant } from '../../domain/time.ts'
import { entryFacts } from '../answers/entry-facts.ts'
import { entryColumns } from '../answers/lock-entry.ts'
import type { Person } from '../infrastructure/right.ts'

/** An entry as a version holds it, with how the library has it now. */
export type ShownEntry = BriefingEntry & {
  validity: Validity
  validUntil: Instant | null
  verifier: string | null
  /** The library's wording where it is no longer the one this version holds. */
  newWording: { question: string; answer: string } | null
  mayReword: boolean
}

/** The entries of a version as its page shows them. */
export async function showEntries(
  db: Db,
  held: readonly BriefingEntry[],
  person: Person,
  moment: Instant,
): Promise<ShownEntry[]> {
  if (held.length === 0) return []
  const rows = await db
    .select({ ...entryColumns, verifier: people.name })
    .from(entries)
    .leftJoin(people, eq(people.id, entries.verifierId))
    .where(
      inArray(
        entries.id,
        held.map((entry) => entry.entryId),
      ),
    )
  return held.flatMap((entry) => {
    const row = rows.find((one) => one.id === entry.entryId)
    if (!row) return []
    const isChanged = row.wordingHash !== entry.wordingHash && row.endedAt === null
    return [
      {
        ...entry,
        // What this version holds is judged, not what the library says by now.
        validity: validityOf({ ...entryFacts(row), wordingHash: entry.wordingHash }, moment),
        validUntil: row.validUntil,
        verifier: row.verifier,
        newWording: isChanged ? { question: row.question, answer: row.answer } : null,
        mayReword: !isChanged && row.endedAt === null && holds(person.grants, 'answers.write', row.unitId),
      },
    ]
  })
}
