import { addDays, atClock, clockOf, dayOf, startOfDay } from '../../domain/time.ts'
import type { TypedMoment } from '../people/moment-field.tsx'
import { zoneShown } from '../shell/zone.ts'
import type { WholeEntry } from './entry.ts'
import { lastMoment } from './validity-words.ts'

/** An entry as it stands in the form. */
export type EntryForm = {
  question: string
  answer: string
  voiceAnswer: string
  socialAnswer: string
  notToSay: string
  source: string
  verifierId: string | null
  from: TypedMoment
  until: TypedMoment
}

const nothing: TypedMoment = { day: '', clock: '' }

export function emptyForm(question = ''): EntryForm {
  return {
    question,
    answer: '',
    voiceAnswer: '',
    socialAnswer: '',
    notToSay: '',
    source: '',
    verifierId: null,
    from: nothing,
    until: nothing,
  }
}

export function formOf(entry: WholeEntry): EntryForm {
  return {
    question: entry.question,
    answer: entry.answer,
    voiceAnswer: entry.voiceAnswer ?? '',
    socialAnswer: entry.socialAnswer ?? '',
    notToSay: entry.notToSay,
    source: entry.source,
    verifierId: entry.verifier?.id ?? null,
    from: typedOf(entry.validFrom, false),
    until: typedOf(entry.validUntil, true),
  }
}

/** The form as the doors take it. Without a time a day counts from its beginning, or until its end. */
export function fieldsOf(form: EntryForm) {
  const { from, until, voiceAnswer, socialAnswer, ...plain } = form
  return {
    ...plain,
    voiceAnswer: voiceAnswer.trim() === '' ? null : voiceAnswer,
    socialAnswer: socialAnswer.trim() === '' ? null : socialAnswer,
    validFrom: momentOf(from, 0),
    validUntil: momentOf(until, 1),
  }
}

export type EntryFields = ReturnType<typeof fieldsOf>

/** Only what differs from what the form began with. */
export function touchedFields(before: EntryForm, now: EntryForm): Partial<EntryFields> {
  const old = fieldsOf(before)
  const touched = Object.entries(fieldsOf(now)).filter(
    ([field, value]) => old[field as keyof EntryFields] !== value,
  )
  return Object.fromEntries(touched)
}

function momentOf({ day, clock }: TypedMoment, daysLater: 0 | 1): string | null {
  if (day === '') return null
  if (clock === '') return startOfDay(addDays(day, daysLater), zoneShown())
  return atClock(day, clock.slice(0, 5), zoneShown())
}

function typedOf(at: string | null, isEnd: boolean): TypedMoment {
  if (at === null) return nothing
  const zone = zoneShown()
  const clock = clockOf(at, zone)
  if (clock !== '00:00') return { day: dayOf(at, zone), clock }
  return { day: dayOf(isEnd ? lastMoment(at) : at, zone), clock: '' }
}
