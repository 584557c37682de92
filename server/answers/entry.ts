import { asc, count, desc, eq } from 'drizzle-orm'
import { asked, entries, phrasings, verifications } from '../../db/schema/answers.ts'
import { people } from '../../db/schema/people.ts'
import { entryInput } from '../../domain/answers/input.ts'
import { holds } from '../../domain/permissions.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { shownEntries } from './shown-entries.ts'

/** One entry with its phrasings, who confirmed which wording, its use, and what the reader may do with it. */
export const entry = read({
  name: 'answers.entry',
  right: 'answers.search',
  input: entryInput,
  async run({ db, person, input, moment, agency }) {
    const [shown] = await shownEntries(db, [input.entryId], person, moment, agency.zone)
    const [kept] = await db
      .select({ unitId: entries.unitId, replacesId: entries.replacesId, endedWhy: entries.endedWhy })
      .from(entries)
      .where(eq(entries.id, input.entryId))
    if (!shown || !kept) return refuseMissing()
    const others = await db
      .select({ id: phrasings.id, text: phrasings.text })
      .from(phrasings)
      .where(eq(phrasings.entryId, shown.id))
      .orderBy(asc(phrasings.addedAt), asc(phrasings.id))
      .limit(200)
    const confirmed = await db
      .select({ by: people.name, at: verifications.verifiedAt, wordingHash: verifications.wordingHash })
      .from(verifications)
      .innerJoin(people, eq(people.id, verifications.verifiedBy))
      .where(eq(verifications.entryId, shown.id))
      .orderBy(desc(verifications.verifiedAt))
      .limit(50)
    const [use] = await db.select({ times: count() }).from(asked).where(eq(asked.entryId, shown.id))
    const isVerifier = shown.verifier === null || shown.verifier.id === person.id
    return {
      ...shown,
      ...kept,
      phrasings: others,
      confirmed,
      askedEver: use?.times ?? 0,
      mayWrite: shown.endedAt === null && holds(person.grants, 'answers.write', kept.unitId),
      mayConfirm:
        shown.endedAt === null &&
        shown.validity === 'unverified' &&
        (shown.verifier?.id === person.id ||
          (isVerifier && holds(person.grants, 'answers.confirm', kept.unitId))),
    }
  },
})
