import type { BriefingChanges } from '../../domain/briefings/input.ts'
import type { Briefing } from './briefing-data.ts'

/** An entry in the form; `entryId` is null until the library has it. */
export type FormEntry = { entryId: string | null; localId: string; question: string; answer: string }

/** A briefing as it is typed: lists as one text, a line each. */
export type FormValues = {
  summary: string
  keyMessages: string
  notToSay: string
  entries: FormEntry[]
  escalationContact: string
  sources: string
}
export type FormField = keyof FormValues

/** What was typed and the server does not have yet, from the version it was begun on. Pure. */
export type Typed = { base: number; fields: Partial<FormValues> }

const nothingTyped: Typed = { base: 0, fields: {} }

const lineFields = ['keyMessages', 'notToSay', 'sources'] as const

/** A briefing's words as the form shows them; empty ones where there is none yet. */
export function formOf(content: Briefing['content'] | null): FormValues {
  return {
    summary: content?.summary ?? '',
    keyMessages: (content?.keyMessages ?? []).join('\n'),
    notToSay: (content?.notToSay ?? []).join('\n'),
    entries: (content?.entries ?? []).map(({ entryId, question, answer }) => ({
      entryId,
      localId: entryId,
      question,
      answer,
    })),
    escalationContact: content?.escalationContact ?? '',
    sources: (content?.sources ?? []).join('\n'),
  }
}

/** The lines of a text that say something. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The typed fields as the command takes them. An entry without question or answer waits and is left out. */
export function changesOf(fields: Partial<FormValues>): BriefingChanges {
  const { summary, escalationContact, entries } = fields
  const changes: BriefingChanges = {}
  if (summary !== undefined) changes.summary = summary
  if (escalationContact !== undefined) changes.escalationContact = escalationContact.trim()
  for (const field of lineFields) {
    const text = fields[field]
    if (text !== undefined) changes[field] = linesOf(text)
  }
  if (entries !== undefined) {
    changes.entries = entries.filter(isWhole).map(({ entryId, question, answer }) => ({
      entryId,
      question: question.trim(),
      answer,
    }))
  }
  return changes
}

export function isWhole(entry: FormEntry): boolean {
  return entry.question.trim() !== '' && entry.answer.trim() !== ''
}

/** Whether a field as typed would say something else than `present` once it is sent. */
export function isChanged(field: FormField, typed: Partial<FormValues>, present: FormValues): boolean {
  if (!(field in typed)) return false
  const sent = (values: Partial<FormValues>) => JSON.stringify(changesOf({ [field]: values[field] }))
  return sent(typed) !== sent(present)
}

/** The typed fields that are worth sending. */
export function waiting(typed: Typed, present: FormValues): FormField[] {
  return (Object.keys(typed.fields) as FormField[]).filter((field) => isChanged(field, typed.fields, present))
}

/**
 * The server has what was sent. What was typed meanwhile stays, and so does a text that only its blank lines tell from
 * what was sent, so that nothing moves under the cursor. New entries get the ids that the library gave them.
 */
export function afterSave(
  typed: Typed,
  sent: Partial<FormValues>,
  version: number,
  entryIds: readonly string[],
): Typed {
  const whole = (sent.entries ?? []).filter(isWhole)
  const idOf = new Map(whole.map((entry, index) => [entry.localId, entryIds[index] ?? null]))
  const fields = Object.fromEntries(
    (Object.keys(typed.fields) as FormField[]).flatMap((field): [FormField, unknown][] => {
      const value = typed.fields[field]
      if (field === 'entries') {
        const entries = (typed.fields.entries ?? []).map((entry) => ({
          ...entry,
          entryId: entry.entryId ?? idOf.get(entry.localId) ?? null,
        }))
        const isAsSent = JSON.stringify(value) === JSON.stringify(sent.entries)
        return isAsSent && entries.every(isWhole) ? [] : [[field, entries]]
      }
      const isTidy = typeof value === 'string' && tidy(field, value) === value
      return value === sent[field] && isTidy ? [] : [[field, value]]
    }),
  )
  return { base: version, fields }
}

/** A text without what the server would not keep of it. */
function tidy(field: FormField, text: string): string {
  return (lineFields as readonly string[]).includes(field) ? linesOf(text).join('\n') : text
}

/** Without a field that says nothing new: called when the person leaves it. */
export function afterLeaving(typed: Typed, field: FormField, present: FormValues): Typed {
  if (!(field in typed.fields) || isChanged(field, typed.fields, present)) return typed
  if (field === 'entries' && typed.fields.entries?.some((entry) => !isWhole(entry))) return typed
  const { [field]: _said, ...others } = typed.fields
  return { ...typed, fields: others }
}

/** Reads what was kept on the device; nothing where it is unreadable. */
export function readTyped(text: string | null): Typed {
  if (text === null) return nothingTyped
  try {
    const value: unknown = JSON.parse(text)
    const isTyped = typeof value === 'object' && value !== null && 'fields' in value && 'base' in value
    return isTyped ? (value as Typed) : nothingTyped
  } catch (error) {
    if (error instanceof SyntaxError) return nothingTyped
    throw error
  }
}
