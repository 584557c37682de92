import type { TFunction } from 'i18next'
import { clock, type Reader, shortDate, weekday } from '../../domain/language/format.ts'
import type { PlannedTime } from '../../domain/publications/planned-time.ts'

/** The planned time in words: "Jumat 11 Desember 09.00", "besok, jam menyusul", "Belum ada waktu". */
export function timeWords(t: TFunction<'publications'>, time: PlannedTime): string {
  const { timeKind, plannedAt, plannedDay } = time
  if (timeKind === 'exact' && plannedAt !== null) return t('time.exact', { at: plannedAt })
  if (plannedDay === null) return t('time.none')
  if (timeKind === 'tentative') {
    return plannedAt === null
      ? t('time.tentative', { day: plannedDay })
      : t('time.tentativeAt', { at: plannedAt })
  }
  return t('time.open', { day: plannedDay })
}

/** The same where there is little room: "Sen, 14 Des 2026, 08.00". */
export function shortTimeWords(t: TFunction<'publications'>, time: PlannedTime, reader: Reader): string {
  const { timeKind, plannedAt, plannedDay } = time
  if (plannedDay === null) return t('time.none')
  const day = `${weekday(plannedDay, reader, 'short')}, ${shortDate(plannedDay, reader)}`
  const hour = plannedAt === null ? '' : clock(plannedAt, reader)
  if (timeKind === 'exact') return `${day}, ${hour}`
  const kind = t(timeKind === 'open' ? 'time.kindWords.open' : 'time.kindWords.tentative')
  return [day, hour, kind].filter((one) => one !== '').join(', ')
}
