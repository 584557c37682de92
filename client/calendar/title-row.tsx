import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  capital,
  date,
  dateWithYear,
  monthAndYear,
  weekday,
  zoneFullName,
  zoneName,
} from '../../domain/language/format.ts'
import type { Day } from '../../domain/time.ts'
import { useReader } from '../shell/reader.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { ObjectiveGlyph } from '../ui/objective-mark.tsx'
import { useTabTitle } from '../ui/page-title.tsx'
import { Segments } from '../ui/segments.tsx'
import type { Days } from './days.ts'
import { ownPlace } from './own-place.ts'
import { type CalendarView, calendarViews } from './search.ts'

export type Balance = { promote: number; protect: number }

type Props = {
  view: CalendarView
  day: Day
  days: Days
  balance: Balance | null
  mayPlan: boolean
  onStep: (steps: -1 | 1) => void
  onToday: () => void
  onView: (view: CalendarView) => void
  onNew: () => void
  /** What the shade behind the hours means, where there is one. */
  legend: ReactNode
  /** What else the period offers, at the end of its row. */
  more: ReactNode
}

/** The period and how to leave it, the balance of the two objectives, the views, the page's one action. */
export function TitleRow(props: Props) {
  const { view, day, days, balance, mayPlan, onStep, onToday, onView, onNew, legend, more } = props
  const { t } = useTranslation('calendar')
  const reader = useReader()
  const period = periodName(view, day, days, reader, t)
  useTabTitle(t('title', { period }))
  const own = ownPlace(reader.now, reader)
  const hasHours = view === 'week' || view === 'day'
  const steps = view === 'list' ? 'month' : view

  return (
    <div className="cal-title-row">
      <h1 tabIndex={-1}>{period}</h1>
      <span className="cal-steps">
        <button
          type="button"
          className="cal-button"
          data-icon
          aria-label={t(`period.previous.${steps}`)}
          onClick={() => onStep(-1)}
        >
          <IconChevronLeft size={18} aria-hidden />
        </button>
        <button
          type="button"
          className="cal-button"
          data-icon
          aria-label={t(`period.next.${steps}`)}
          onClick={() => onStep(1)}
        >
          <IconChevronRight size={18} aria-hidden />
        </button>
        <button type="button" className="cal-button" aria-keyshortcuts="T" onClick={onToday}>
          {t('period.today')}
        </button>
      </span>
      <span className="cal-zone">
        {hasHours ? zoneName(reader.now, reader) : zoneFullName(reader.now, reader)}
        {own !== null && hasHours && <> · {t('zone.own', { zone: zoneName(reader.now, own) })}</>}
      </span>
      {legend}
      <div className="cal-title-end">
        {balance !== null && <BalanceMark balance={balance} />}
        <Segments
          label={t('views.label')}
          segments={calendarViews.map((value) => ({ value, label: t(`views.${value}`) }))}
          value={view}
          onChange={onView}
        />
        {more}
        {mayPlan && (
          <ActionButton weight="primary" shortcut="N" onClick={onNew}>
            {t('new')}
          </ActionButton>
        )}
      </div>
    </div>
  )
}

function BalanceMark({ balance }: { balance: Balance }) {
  const { t } = useTranslation('calendar')
  const { promote, protect } = balance
  const all = promote + protect
  return (
    <span className="cal-balance">
      <span className="sel-mark" data-objective="promote">
        <ObjectiveGlyph objective="promote" />
        {t('balance.promote', { count: promote })}
      </span>
      {all > 0 && (
        <span className="cal-balance-bar" aria-hidden="true">
          <i style={{ flexGrow: promote }} />
          <i style={{ flexGrow: protect }} />
        </span>
      )}
      <span className="sel-mark" data-objective="protect">
        {t('balance.protect', { count: protect })}
        <ObjectiveGlyph objective="protect" />
      </span>
    </span>
  )
}

/** "Desember 2026", "7 Desember sampai 13 Desember 2026", "Jumat 11 Desember 2026" or "2026". */
export function periodName(
  view: CalendarView,
  day: Day,
  days: Days,
  reader: Parameters<typeof monthAndYear>[1] & { now: string },
  t: ReturnType<typeof useTranslation<'calendar'>>['t'],
): string {
  if (view === 'year') return day.slice(0, 4)
  if (view === 'day') return capital(`${weekday(day, reader)} ${dateWithYear(day, reader)}`)
  if (view !== 'week') return monthAndYear(day, reader)
  const bare = (on: Day) => date(on, reader).split(' ').slice(1).join(' ')
  return t('period.week', { from: bare(days.from), to: bare(days.to) })
}
