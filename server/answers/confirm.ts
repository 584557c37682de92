import { eq } from 'drizzle-orm'
import { entries, verifications } from '../../db/schema/answers.ts'
import { confirmInput } from '../../domain/answers/input.ts'
import { reasonsAgainstConfirming } from '../../domain/answers/using.ts'
import { command } from '../infrastructure/command.ts'
import { refuse, refuseFirst } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockEntry } from './lock-entry.ts'

/**
 * The verifier stands for the wording on the screen: from now on the desk offers it while it holds. Where no verifier is
 * named, who confirms becomes it. Refusals: not_found, not_the_verifier, wording_changed, entry_ended.
 */
export const confirm = command({
  name: 'answers.confirm',
  /** A verifier may be anybody; who is not one needs the right to confirm in the entry's unit. */
  right: 'answers.search',
  input: confirmInput,
  async run({ input, tx, person, moment, record }) {
    const entry = await lockEntry(tx, input.entryId, person, moment)
    if (entry.verifierId !== person.id) proveRight(person, 'answers.confirm', entry.unitId)
    if (entry.verifierId !== null && entry.verifierId !== person.id) {
      refuse('not_the_verifier', { verifierId: entry.verifierId })
    }
    refuseFirst(reasonsAgainstConfirming(entry, input.wordingSeen, moment))
    const version = entry.version + 1
    await tx.insert(verifications).values({
      entryId: entry.id,
      wordingHash: entry.wordingHash,
      verifiedBy: person.id,
      verifiedAt: moment,
    })
    await tx
      .update(entries)
      .set({ approvedHash: entry.wordingHash, verifierId: person.id, changedAt: moment, version })
      .where(eq(entries.id, entry.id))
    await record({
      room: 'answers',
      subjectId: entry.id,
      publicationId: entry.publicationId,
      action: 'answers.confirmed',
      version,
      data: { wordingHash: entry.wordingHash },
    })
    return { version }
  },
})
