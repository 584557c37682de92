import type { TFunction } from 'i18next'
import { list, type Reader, weekday } from '../../domain/language/format.ts'
import type { Rhythm } from '../../domain/publications/series-rule.ts'
import { addDays } from '../../domain/time.ts'

/** The name of a weekday, 1 Monday to 7 Sunday. */
export function weekdayName(number: number, reader: Reader, width: 'long' | 'short' = 'long'): string {
  return weekday(addDays('2024-01-01', number - 1), reader, width)
}

/** "Setiap Senin", "Setiap Jumat terakhir dalam bulan". */
export function rhythmWords(rhythm: Rhythm, t: TFunction<'series'>, reader: Reader): string {
  if (rhythm.kind === 'weeks') {
    const days = [...rhythm.weekdays].sort().map((number) => weekdayName(number, reader))
    return rhythm.interval === 1
      ? t('rhythm.weekly', { days: list(days, reader.language) })
      : t('rhythm.weeks', { count: rhythm.interval, days: list(days, reader.language) })
  }
  if (rhythm.kind === 'month_day') return t('rhythm.monthDay', { day: rhythm.day })
  return t('rhythm.monthWeekday', {
    weekday: weekdayName(rhythm.weekday, reader),
    week: t(`rhythm.week.${rhythm.week}`),
  })
}
