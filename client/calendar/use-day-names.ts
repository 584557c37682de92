import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { date } from '../../domain/language/format.ts'
import type { Day } from '../../domain/time.ts'
import { useReader } from '../shell/reader.ts'
import { busiestOf, type DeskLoad, useLoadWords } from './use-desk-load.ts'

type Given = { today: Day; countOn: (day: Day) => number; load: DeskLoad }

/**
 * A day of the grid in words: "Hari ini, Rabu 9 Desember, 12 publikasi", with its busiest hour where that is known. Each
 * is put together once, for it is asked for whenever anything in the grid moves.
 */
export function useDayNames({ today, countOn, load }: Given): (on: Day) => string {
  const { t } = useTranslation('calendar')
  const reader = useReader()
  const loadWords = useLoadWords()
  const latestCount = useRef(countOn)
  latestCount.current = countOn

  return useMemo(() => {
    const known = new Map<string, string>()
    return (on) => {
      const count = latestCount.current(on)
      const key = `${on} ${count}`
      const name = known.get(key) ?? nameOf(on, count)
      known.set(key, name)
      return name
    }

    function nameOf(on: Day, count: number): string {
      const words = on === today ? `${t('grid.today')}, ${date(on, reader)}` : date(on, reader)
      const name = count === 0 ? t('grid.empty', { day: words }) : t('grid.day', { day: words, count })
      const busiest = busiestOf(load.on(on))
      return busiest === null ? name : `${name}. ${t('load.busiest', { hour: loadWords(busiest) })}`
    }
  }, [t, reader, today, load, loadWords])
}
