import type { Refusals } from '../../domain/refusals.ts'
import type { ConflictField } from '../ui/conflict.tsx'
import type { FormField } from './typing.ts'

const fieldNames: readonly string[] = [
  'summary',
  'keyMessages',
  'notToSay',
  'entries',
  'escalationContact',
  'sources',
] satisfies FormField[]

/** Both sides of a conflict as texts to choose from. */
export function conflictFields(
  conflict: Refusals['conflict'],
  nameOf: (field: FormField) => string,
): ConflictField[] {
  return conflict.fields.map(({ field, yours, theirs }) => ({
    field,
    label: fieldNames.includes(field) ? nameOf(field as FormField) : field,
    yours: textOf(yours),
    theirs: textOf(theirs),
  }))
}

function textOf(value: unknown): string {
  if (!Array.isArray(value)) return typeof value === 'string' ? value : ''
  return value
    .map((one: unknown) => {
      if (typeof one === 'string') return one
      const entry = one as { question?: string; answer?: string }
      return `${entry.question ?? ''}\n${entry.answer ?? ''}`
    })
    .join('\n\n')
}
