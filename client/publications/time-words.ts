import type { TFunction } from 'i18next'
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
