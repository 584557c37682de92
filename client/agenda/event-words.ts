import type { TFunction } from 'i18next'
import type { EventTime } from '../../domain/agenda/shift.ts'
import type { Reader } from '../../domain/language/format.ts'

/** When an event is, in words of the reader's language. */
export function eventWhen(time: EventTime, t: TFunction<'agenda'>, reader: Reader): string {
  const { day } = time
  if (time.kind === 'open') return t('when.open', { day })
  if (time.kind === 'tentative' && time.clock === null) return t('when.tentative', { day })
  const clock = clockWords(time.clock ?? '', reader)
  return t(time.kind === 'exact' ? 'when.exact' : 'when.tentativeAt', { day, clock })
}

/** `HH:MM` as the reader writes it. */
export function clockWords(clock: string, reader: Pick<Reader, 'language'>): string {
  return reader.language === 'id' ? clock.replace(':', '.') : clock
}
