import { asc, isNull } from 'drizzle-orm'
import { units } from '../../db/schema/agency.ts'
import { entries } from '../../db/schema/answers.ts'
import type { NewEntry } from '../../domain/answers/input.ts'
import { wordingHash } from '../../domain/answers/validity.ts'
import { type Action, holds } from '../../domain/permissions.ts'
import type { CommandContext } from '../infrastructure/command.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockPublication } from '../publications/lock.ts'
import { type EntryRow, entryColumns, lockEntry } from './lock-entry.ts'
import { noteWords, termsOf } from './terms.ts'
import { refuseUnfitVerifier } from './verifier.ts'

export type WriteContext = Pick<CommandContext<unknown>, 'tx' | 'person' | 'moment' | 'record'>

/**
 * Writes a new entry into the library, in the caller's transaction; briefings and answered questions use it too. It is
 * unverified until its verifier confirms it or a version holding it is signed. With a publication it waits for that
 * one's first post. Refusals: not_found, validity_reversed, verifier_unfit.
 */
export async function writeEntry(
  { tx, person, moment, record }: WriteContext,
  given: NewEntry,
  right: Action = 'answers.write',
): Promise<EntryRow> {
  const publication =
    given.publicationId === null ? null : await lockPublication(tx, given.publicationId, person, moment)
  const unitId = publication?.unitId ?? given.unitId ?? (await ownUnit(tx, person, right))
  proveRight(person, right, unitId)
  const validFrom = given.validFrom ?? null
  const validUntil = given.validUntil ?? null
  refuseReversed(validFrom, validUntil)
  if (given.verifierId) await refuseUnfitVerifier(tx, given.verifierId)
  if (given.replacesId) await lockEntry(tx, given.replacesId, person, moment)
  const wording = {
    question: given.question,
    answer: given.answer,
    voiceAnswer: given.voiceAnswer || null,
    socialAnswer: given.socialAnswer || null,
  }
  const [row] = await tx
    .insert(entries)
    .values({
      ...wording,
      unitId,
      notToSay: given.notToSay ?? '',
      source: given.source ?? '',
      verifierId: given.verifierId ?? null,
      validFrom,
      validUntil,
      wordingHash: wordingHash(wording),
      approvedHash: null,
      publicationId: publication?.id ?? null,
      replacesId: given.replacesId ?? null,
      questionTerms: termsOf(wording.question),
      answerTerms: termsOf(wording.answer),
      createdBy: person.id,
      createdAt: moment,
      changedAt: moment,
      version: 1,
    })
    .returning(entryColumns)
  if (!row) throw new Error('the entry was not written')
  await noteWords(tx, [wording.question, wording.answer])
  await record({
    room: 'answers',
    subjectId: row.id,
    publicationId: row.publicationId,
    action: 'answers.written',
    version: 1,
    before: {},
    after: wording,
  })
  return row
}

/** Refuses a span that ends before it begins. */
export function refuseReversed(validFrom: string | null, validUntil: string | null): void {
  if (validFrom !== null && validUntil !== null && validUntil <= validFrom) {
    refuse('validity_reversed', { validFrom, validUntil })
  }
}

async function ownUnit(
  tx: WriteContext['tx'],
  person: WriteContext['person'],
  right: Action,
): Promise<string> {
  const rows = await tx
    .select({ id: units.id })
    .from(units)
    .where(isNull(units.endedAt))
    .orderBy(asc(units.createdAt), asc(units.id))
  return rows.map((row) => row.id).find((unitId) => holds(person.grants, right, unitId)) ?? refuseMissing()
}
