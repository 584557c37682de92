import { useTranslation } from 'react-i18next'
import { useKeys } from '../shell/keys.ts'
import { type CalendarView, calendarViews } from './search.ts'

type Given = {
  mayPlan: boolean
  isMoving: boolean
  /** Whether there is anything to move, mark or duplicate. */
  mayAct: () => boolean
  onNew: () => void
  onToday: () => void
  onView: (view: CalendarView) => void
  onFilters: () => void
  onRail: () => void
  onMove: () => void
  onMark: () => void
  onDuplicate: () => void
}

/** The calendar's letters, listed by `?`. */
export function useCalendarKeys(given: Given): void {
  const { t } = useTranslation('calendar')
  const isFree = () => !given.isMoving
  const acts = () => isFree() && given.mayAct()
  useKeys([
    { keys: 'N', when: () => isFree() && given.mayPlan, run: given.onNew },
    { keys: 'T', name: t('keys.today'), when: isFree, run: given.onToday },
    ...calendarViews.map((view, index) => ({
      keys: String(index + 1),
      ...(index === 0 && { name: t('keys.views') }),
      when: isFree,
      run: () => given.onView(view),
    })),
    { keys: 'F', name: t('keys.filters'), when: isFree, run: given.onFilters },
    { keys: 'B', name: t('keys.rail'), when: isFree, run: given.onRail },
    { keys: 'M', name: t('keys.move'), when: acts, run: given.onMove },
    { keys: 'X', name: t('keys.mark'), when: acts, run: given.onMark },
    { keys: 'D', name: t('keys.duplicate'), when: () => acts() && given.mayPlan, run: given.onDuplicate },
  ])
}
