import type { EntryFacts } from '../../domain/answers/validity.ts'
import type { EntryRow } from './lock-entry.ts'

type KeptFacts = Pick<
  EntryRow,
  'wordingHash' | 'approvedHash' | 'waitsForPost' | 'validFrom' | 'validUntil' | 'endedAt'
>

/** What `validityOf` judges by, from a row: the approved wording is the one confirmed or signed last. */
export function entryFacts(row: KeptFacts): EntryFacts {
  return {
    wordingHash: row.wordingHash,
    approvedHashes: row.approvedHash === null ? [] : [row.approvedHash],
    waitsForPost: row.waitsForPost,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    endedAt: row.endedAt,
  }
}
