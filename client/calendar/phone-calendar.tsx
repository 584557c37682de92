import { IconAdjustmentsHorizontal, IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { date, monthAndYear, weekday } from '../../domain/language/format.ts'
import { addDays, type Day } from '../../domain/time.ts'
import { BellButton } from '../shell/bell-button.tsx'
import { useReader } from '../shell/reader.ts'
import { StripSlot } from '../shell/strip-slot.tsx'
import { useTabTitle } from '../ui/page-title.tsx'
import type { Days } from './days.ts'
import { eachDay } from './days.ts'
import type { Entry, MonthAnswer, Obligation } from './entry.ts'
import { byDay } from './entry.ts'
import { pauseName } from './event-words.ts'
import { DaySection } from './phone-day.tsx'
import { useDayFacts } from './use-day-facts.ts'
import type { Others } from './use-others.ts'
import { useSwipe } from './use-swipe.ts'
import './phone.css'

type Props = {
  day: Day
  week: Days
  entries: readonly Entry[]
  answer: MonthAnswer | undefined
  others: Others
  /** What is to be said of the open view. */
  note: ReactNode
  mayPlan: boolean
  filterCount: number
  onDay: (day: Day) => void
  onFilters: () => void
  onNew: () => void
  onMenu: (entry: Entry) => void
}

/** From the chosen day on, so many days stand under each other. */
export const DAYS_SHOWN = 7

/** The phone's calendar: a strip of the week, then its days under each other. */
export function PhoneCalendar(props: Props) {
  const { day, week, entries, answer, others, mayPlan, filterCount, onDay, onFilters, onNew } = props
  const { t } = useTranslation(['calendar', 'ui'])
  const reader = useReader()
  const facts = useDayFacts(answer, reader)
  const days = byDay(entries)
  const due = new Map<Day, Obligation[]>()
  for (const one of answer?.obligations ?? []) due.set(one.day, [...(due.get(one.day) ?? []), one])
  const swipe = useSwipe((steps) => onDay(addDays(day, steps * 7)))
  useTabTitle(t('title', { period: monthAndYear(day, reader) }))

  return (
    <div className="ph-page" {...swipe}>
      <div className="ph-top">
        <h1 tabIndex={-1}>{monthAndYear(day, reader)}</h1>
        <button type="button" className="ph-round" aria-label={label()} onClick={onFilters}>
          <IconAdjustmentsHorizontal size={22} aria-hidden />
          {filterCount > 0 && <span className="ph-badge">{filterCount}</span>}
        </button>
        <BellButton />
        {mayPlan && (
          <button type="button" className="ph-new" aria-label={t('new')} onClick={onNew}>
            <IconPlus size={24} aria-hidden />
          </button>
        )}
      </div>
      <nav
        className="ph-week"
        aria-label={t('phone.week', { from: date(week.from, reader), to: date(week.to, reader) })}
      >
        <button
          type="button"
          className="ph-step"
          aria-label={t('period.previous.week')}
          onClick={() => onDay(addDays(day, -7))}
        >
          <IconChevronLeft size={18} aria-hidden />
        </button>
        {eachDay(week).map((on) => (
          <DayButton
            key={on}
            on={on}
            entries={days.get(on) ?? []}
            isChosen={on === day}
            isToday={on === facts.today}
            isRed={facts.isRed(on)}
            onPress={() => onDay(on)}
          />
        ))}
        <button
          type="button"
          className="ph-step"
          aria-label={t('period.next.week')}
          onClick={() => onDay(addDays(day, 7))}
        >
          <IconChevronRight size={18} aria-hidden />
        </button>
      </nav>
      <StripSlot />
      {props.note}
      <div className="ph-days">
        {eachDay({ from: day, to: addDays(day, DAYS_SHOWN - 1) }).map((on) => (
          <DaySection
            key={on}
            on={on}
            entries={days.get(on) ?? []}
            due={due.get(on) ?? []}
            name={facts.nameOf(on)}
            important={facts.importantOf(on)}
            pause={pauseOn(on)}
            others={others.get(on)}
            agenda={(answer?.agenda ?? []).filter((one) => one.day === on)}
            embargoes={(answer?.embargoes ?? []).filter((one) => one.day === on)}
            isToday={on === facts.today}
            onMenu={props.onMenu}
          />
        ))}
      </div>
    </div>
  )

  function label(): string {
    return filterCount === 0
      ? t('filters.open')
      : `${t('filters.open')}, ${t('filters.several', { count: filterCount })}`
  }

  function pauseOn(on: Day): string | null {
    const found = answer?.pauses.find(
      (pause) => pause.firstDay <= on && (pause.lastDay === null || on <= pause.lastDay),
    )
    return found === undefined ? null : pauseName(found, t)
  }
}

type DayButtonProps = {
  on: Day
  entries: readonly Entry[]
  isChosen: boolean
  isToday: boolean
  isRed: boolean
  onPress: () => void
}

/** Letter, number, and what the day holds: a square for each promotion, a shield for each protection. */
function DayButton({ on, entries, isChosen, isToday, isRed, onPress }: DayButtonProps) {
  const { t } = useTranslation('calendar')
  const reader = useReader()
  const name = date(on, reader)
  return (
    <button
      type="button"
      className="ph-day"
      data-today={isToday || undefined}
      data-red={isRed || undefined}
      aria-current={isChosen ? 'date' : undefined}
      onClick={onPress}
    >
      <span className="sel-hidden">
        {entries.length === 0
          ? t('grid.empty', { day: name })
          : t('phone.day', { day: name, count: entries.length })}
      </span>
      <span aria-hidden="true">{weekday(on, reader, 'short')}</span>
      <b aria-hidden="true">{Number(on.slice(8))}</b>
      <span className="ph-dots" aria-hidden="true">
        {entries.slice(0, 4).map((entry) => (
          <i key={entry.id} data-objective={entry.objective} />
        ))}
      </span>
    </button>
  )
}
