import { eq } from 'drizzle-orm'
import { entries, phrasings } from '../../db/schema/answers.ts'
import { changeInput } from '../../domain/answers/input.ts'
import { wordingHash } from '../../domain/answers/validity.ts'
import { holds } from '../../domain/permissions.ts'
import { command } from '../infrastructure/command.ts'
import { mergeOrRefuse } from '../infrastructure/merge.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { type Person, proveRight } from '../infrastructure/right.ts'
import { type EntryRow, lockEntry } from './lock-entry.ts'
import { noteWords, termsOf } from './terms.ts'
import { refuseUnfitVerifier } from './verifier.ts'
import { refuseReversed } from './write-entry.ts'

/**
 * Changes fields of an entry. Another wording is no longer the approved one: the desk stops offering it until it is
 * confirmed or signed again; so does another beginning or a later end that its verifier did not set. A named verifier is
 * replaced by themselves or by who may sign briefings. Refusals: not_found, entry_ended, conflict, not_the_verifier,
 * validity_reversed, verifier_unfit.
 */
export const change = command({
  name: 'answers.change',
  right: 'answers.write',
  input: changeInput,
  async run({ input, tx, person, moment, record }) {
    const before = await lockEntry(tx, input.entryId, person, moment)
    proveRight(person, 'answers.write', before.unitId)
    if (before.endedAt !== null) refuse('entry_ended', {})
    const { changes } = input
    await mergeOrRefuse(
      tx,
      { room: 'answers', subjectId: before.id, version: before.version },
      input.version,
      changes,
      before,
    )
    const touched = Object.fromEntries(
      Object.entries(changes).filter(
        ([field, value]) => value !== undefined && value !== before[field as keyof typeof changes],
      ),
    )
    if (Object.keys(touched).length === 0) return answerOf(before)
    const after = { ...before, ...touched }
    if ('verifierId' in touched) refuseReplacing(before, person)
    refuseReversed(after.validFrom, after.validUntil)
    if (changes.verifierId) await refuseUnfitVerifier(tx, changes.verifierId)
    if (changes.replacesId) await lockEntry(tx, changes.replacesId, person, moment)
    const others = await tx
      .select({ text: phrasings.text })
      .from(phrasings)
      .where(eq(phrasings.entryId, before.id))
    const version = before.version + 1
    const hash = wordingHash(after)
    await tx
      .update(entries)
      .set({
        ...touched,
        wordingHash: hash,
        approvedHash:
          isStretched(before, after) && before.verifierId !== person.id ? null : before.approvedHash,
        questionTerms: termsOf([after.question, ...others.map((other) => other.text)].join(' ')),
        answerTerms: termsOf(after.answer),
        changedAt: moment,
        version,
      })
      .where(eq(entries.id, before.id))
    await noteWords(tx, [after.question, after.answer])
    await record({
      room: 'answers',
      subjectId: before.id,
      publicationId: before.publicationId,
      action: 'answers.changed',
      version,
      before: Object.fromEntries(
        Object.keys(touched).map((field) => [field, before[field as keyof typeof before]]),
      ),
      after: touched,
      data: { fields: Object.keys(touched) },
    })
    return answerOf({ ...after, wordingHash: hash, version })
  },
})

function refuseReplacing(before: EntryRow, person: Person): void {
  const { verifierId, unitId } = before
  if (verifierId === null || verifierId === person.id || holds(person.grants, 'briefing.sign', unitId)) return
  refuse('not_the_verifier', { verifierId })
}

/** Whether it would be offered at times that the approval did not cover. */
function isStretched(before: EntryRow, after: Pick<EntryRow, 'validFrom' | 'validUntil'>): boolean {
  if (after.validFrom !== before.validFrom) return true
  if (before.validUntil === null) return false
  return after.validUntil === null || after.validUntil > before.validUntil
}

function answerOf(row: { id: string; version: number; wordingHash: string }) {
  return { id: row.id, version: row.version, wordingHash: row.wordingHash }
}
