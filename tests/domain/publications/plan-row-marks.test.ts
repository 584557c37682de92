import { expect, it } from 'vitest'
import { hashOf } from '../../../domain/hash.ts'
import type { ImportRow } from '../../../domain/publications/import-input.ts'
import { rowMarks } from '../../../domain/publications/plan-row-marks.ts'

const asBefore = {
  title: 'Pengingat berkas',
  objective: 'promote',
  subjectClass: 'information',
  time: { kind: 'none' },
  accountIds: ['a'],
  campaign: null,
  mainText: 'Siapkan berkas.',
  mainLink: null,
  ownTexts: [],
  ownerId: null,
  notes: '',
} satisfies Omit<ImportRow, 'sheet' | 'line' | 'public' | 'reference'>

const markOf = (chosen: ImportRow['public']) =>
  rowMarks({ ...asBefore, sheet: null, line: 2, reference: null, public: chosen }).whole

it('knows a row that brings in no public by what it was known by before plans could name one', () => {
  expect(markOf(null)).toBe(hashOf(asBefore))
  expect(markOf({ id: null, name: 'Media' })).toBe(hashOf(asBefore))
  expect(markOf({ id: 'p', name: 'Pelaku usaha' })).not.toBe(hashOf(asBefore))
})
