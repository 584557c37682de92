import { hashOf } from '../hash.ts'
import type { ImportRow } from './import-input.ts'

/** What a row of a plan is known by when its file is brought in again. */
export type RowMarks = {
  /** The same for rows that would make the same publication, wherever they stand in the file. */
  whole: string
  /** The same for rows of one title, so that a changed row finds what came of it before. */
  title: string
}

/**
 * The marks of a row: of all that it brings in, and of its title without case. A row that brings in no public is known by
 * what it was known by before plans could name one.
 */
export function rowMarks({
  sheet: _sheet,
  line: _line,
  reference: _reference,
  public: chosen,
  ...row
}: ImportRow): RowMarks {
  return {
    whole: hashOf({
      ...row,
      ...(chosen?.id ? { publicId: chosen.id } : {}),
      accountIds: [...row.accountIds].sort(),
      ownTexts: [...row.ownTexts].sort((one, other) => (one.accountId < other.accountId ? -1 : 1)),
    }),
    title: hashOf(row.title.toLowerCase()),
  }
}
