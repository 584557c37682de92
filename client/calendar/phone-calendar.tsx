import {
  IconAdjustmentsHorizontal,
  IconChevronLeft,
  IconChevronRight,
  IconFlagFilled,
  IconPlus,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { capital, clock, date, dayName, monthAndYear, weekday } from '../../domain/language/format.ts'
import { addDays, type Day } from '../../domain/time.ts'
import { BellButton } from '../shell/bell-button.tsx'
import { useReader } from '../shell/reader.ts'
import { StripSlot } from '../shell/strip-slot.tsx'
import { useTabTitle } from '../ui/page-title.tsx'
import type { Days } from './days.ts'
import { eachDay } from './days.ts'
import type { Entry, MonthAnswer, Obligation } from './entry.ts'
import { byDay } from './entry.ts'
import { EntryRow } from './entry-row.tsx'
import { obligationTitle, pauseName } from './event-words.ts'
import { useDayFacts } from './use-day-facts.ts'
import './phone.css'

type Props = {
  day: Day
  week: Days
  entries: readonly Entry[]
  answer: MonthAnswer | undefined
  mayPlan: boolean
  filterCount: number
  onDay: (day: Day) => void
  onFilters: () => void
  onNew: () => void
  onMenu: (entry: Entry) => void
}

/** From the chosen day on, so many days stand under each other. */
export const DAYS_SHOWN = 7

const SWIPE_PIXELS = 60
const LONG_PRESS_MILLISECONDS = 500

/** The phone's calendar: a strip of the week, then its days under each other. */
export function PhoneCalendar(props: Props) {
  const { day, week, entries, answer, mayPlan, filterCount, onDay, onFilters, onNew } = props
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
          aria-label={t('period.previousWeek')}
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
          aria-label={t('period.nextWeek')}
          onClick={() => onDay(addDays(day, 7))}
        >
          <IconChevronRight size={18} aria-hidden />
        </button>
      </nav>
      <StripSlot />
      <div className="ph-days">
        {eachDay({ from: day, to: addDays(day, DAYS_SHOWN - 1) }).map((on) => (
          <DaySection
            key={on}
            on={on}
            entries={days.get(on) ?? []}
            due={due.get(on) ?? []}
            name={facts.nameOf(on)}
            pause={pauseOn(on)}
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

type DaySectionProps = {
  on: Day
  entries: readonly Entry[]
  due: readonly Obligation[]
  name: string | null
  pause: string | null
  isToday: boolean
  onMenu: (entry: Entry) => void
}

function DaySection({ on, entries, due, name, pause, isToday, onMenu }: DaySectionProps) {
  const { t } = useTranslation(['calendar', 'ui'])
  const reader = useReader()
  const known = dayName(on, reader)
  const rows = [
    ...entries.map((entry) => ({
      at: entry.timeKind === 'exact' ? (entry.at ?? '9') : '9',
      entry,
      due: null,
    })),
    ...due.map((one) => ({ at: one.dueAt, entry: null, due: one })),
  ].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  const nowAt = isToday ? rows.findIndex((row) => row.at > reader.now) : -1
  const nowIndex = isToday ? (nowAt === -1 ? rows.length : nowAt) : null

  return (
    <section className="ph-section" data-date={on} aria-label={capital(date(on, reader))}>
      <h2>
        {capital(known ?? date(on, reader))}
        {known !== null && <span>{date(on, reader)}</span>}
        {name !== null && <span className="ph-red">{name}</span>}
      </h2>
      {pause !== null && <p className="cal-pause ph-pause">{pause}</p>}
      {rows.length === 0 && nowIndex === null && <p className="ph-empty">{t('empty.day')}</p>}
      <ul>
        {rows.map((row, index) => (
          <li key={row.entry?.id ?? row.due?.id}>
            {index === nowIndex && <Now />}
            {row.entry !== null ? (
              <LongPress onLongPress={() => onMenu(row.entry)}>
                <EntryRow entry={row.entry} />
              </LongPress>
            ) : (
              row.due !== null && <DueRow due={row.due} />
            )}
          </li>
        ))}
      </ul>
      {nowIndex === rows.length && <Now />}
    </section>
  )
}

function Now() {
  const { t } = useTranslation('calendar')
  const reader = useReader()
  return (
    <span className="ph-now">
      <span className="sel-hidden">{t('grid.now', { at: reader.now })}</span>
      <b aria-hidden="true">{clock(reader.now, reader)}</b>
    </span>
  )
}

function DueRow({ due }: { due: Obligation }) {
  const { t } = useTranslation(['calendar', 'ui'])
  const reader = useReader()
  return (
    <Link to="/issues/$id" params={{ id: due.issueId }} className="cal-row ph-due">
      <span className="cal-row-time">{clock(due.dueAt, reader)}</span>
      <span className="ph-flag">
        <IconFlagFilled size={16} aria-hidden />
      </span>
      <span className="cal-row-words">
        <b>{t('phone.deadlineOf', { kind: obligationTitle(due.kind, t) })}</b>
        <span>{t('phone.issue', { title: due.issueTitle })}</span>
      </span>
    </Link>
  )
}

/** A press held on a row opens its menu; so does the browser's own call for a menu. */
function LongPress({ onLongPress, children }: { onLongPress: () => void; children: React.ReactNode }) {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const wasLong = useRef(false)
  const stop = () => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
  }
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the row inside is the control; the same menu is in the publication's page
    <div
      onPointerDown={() => {
        wasLong.current = false
        timer.current = setTimeout(() => {
          wasLong.current = true
          onLongPress()
        }, LONG_PRESS_MILLISECONDS)
      }}
      onPointerUp={stop}
      onPointerCancel={stop}
      onPointerMove={(event) => {
        if (Math.abs(event.movementX) + Math.abs(event.movementY) > 6) stop()
      }}
      onContextMenu={(event) => {
        event.preventDefault()
        stop()
        if (!wasLong.current) onLongPress()
        wasLong.current = true
      }}
      onClickCapture={(event) => {
        if (!wasLong.current) return
        event.preventDefault()
        event.stopPropagation()
        wasLong.current = false
      }}
    >
      {children}
    </div>
  )
}

/** A swipe to the left shows the next week, to the right the one before. */
function useSwipe(onSwipe: (steps: -1 | 1) => void) {
  const from = useRef<{ x: number; y: number } | null>(null)
  return {
    onTouchStart: (event: React.TouchEvent) => {
      const touch = event.touches[0]
      from.current =
        touch === undefined || event.touches.length > 1 ? null : { x: touch.clientX, y: touch.clientY }
    },
    onTouchEnd: (event: React.TouchEvent) => {
      const touch = event.changedTouches[0]
      const start = from.current
      from.current = null
      if (touch === undefined || start === null) return
      const [x, y] = [touch.clientX - start.x, touch.clientY - start.y]
      if (Math.abs(x) > SWIPE_PIXELS && Math.abs(x) > 2 * Math.abs(y)) onSwipe(x < 0 ? 1 : -1)
    },
  }
}
