import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { changeMarks } from '../../../client/shell/changed-by.ts'

const dimas = { id: 'dimas', name: 'Dimas Pratama' }
const edit = { room: 'publications', id: 'one', leavesAsIs: false, by: dimas }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a publication that somebody else changed is marked with their name for two seconds', () => {
  const onChange = vi.fn()
  const marks = changeMarks(onChange)
  marks.take(edit, 'sekar')
  expect(marks.nameOf('publications', 'one')).toBe('Dimas Pratama')
  vi.advanceTimersByTime(2000)
  expect(marks.nameOf('publications', 'one')).toBeNull()
  expect(onChange).toHaveBeenCalledTimes(2)
})

test('a decision on it, a signature under its briefing and a comment do not mark the publication', () => {
  const marks = changeMarks(() => undefined)
  marks.take({ ...edit, room: 'approvals' }, 'sekar')
  marks.take({ ...edit, room: 'briefings', leavesAsIs: true }, 'sekar')
  marks.take({ ...edit, leavesAsIs: true }, 'sekar')
  expect(marks.nameOf('publications', 'one')).toBeNull()
  expect(marks.nameOf('briefings', 'one')).toBeNull()
})

test('what one changed oneself, and what the clock did, is not marked', () => {
  const marks = changeMarks(() => undefined)
  marks.take(edit, 'dimas')
  marks.take({ ...edit, by: null }, 'sekar')
  expect(marks.nameOf('publications', 'one')).toBeNull()
})
