import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { capital, dayAndMonth, monthAndYear, number } from '../../domain/language/format.ts'
import { addDays, type Day } from '../../domain/time.ts'
import { failureOf } from '../shell/failure.ts'
import { useKeys } from '../shell/keys.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { shortDay } from './event-words.ts'
import type { Filter } from './filter.ts'
import { useYear } from './use-calendar-data.ts'
import './year.css'

type Props = { day: Day; filter: Filter }

/** A year by its weeks: how many of each objective, as two bars with their figures; a week opens as the week. */
export function YearView({ day, filter }: Props) {
  const { t } = useTranslation('calendar')
  const reader = useReader()
  const root = useRef<HTMLDivElement>(null)
  const year = Number(day.slice(0, 4))
  const { data, error } = useYear(year, filter)

  const step = (by: number) => {
    const weeks = [...(root.current?.querySelectorAll<HTMLElement>('.cal-year-week') ?? [])]
    const at = weeks.indexOf(document.activeElement as HTMLElement)
    weeks[Math.max(0, Math.min(weeks.length - 1, at + by))]?.focus()
  }
  const isIn = () => root.current?.contains(document.activeElement) ?? false
  useKeys([
    { keys: 'ArrowDown', name: t('keys.weeks'), when: isIn, run: () => step(1) },
    { keys: 'ArrowUp', when: isIn, run: () => step(-1) },
  ])

  if (error) return <RefusalSentence failure={failureOf(error)} of="load" />
  if (data === undefined) return <LoadingLines count={12} height={28} />
  const { today, weeks, isWhole } = data
  const most = Math.max(1, ...weeks.map((week) => Math.max(week.promote, week.protect)))
  const isNow = (monday: Day) => monday <= today && today <= addDays(monday, 6)
  const stop = weeks.find(({ monday }) => isNow(monday))?.monday ?? weeks[0]?.monday

  return (
    <div ref={root} className="cal-year">
      {!isWhole && <p className="cal-year-note">{t('year.notWhole')}</p>}
      {months().map(([month, there]) => (
        <section key={month} aria-label={monthAndYear(`${month}-01`, reader)}>
          <h2>{capital(monthAndYear(`${month}-01`, reader))}</h2>
          {there.map(({ monday, promote, protect }) => {
            const sunday = addDays(monday, 6)
            return (
              <Link
                key={monday}
                from="/calendar"
                to="/calendar"
                search={(before) => ({ ...before, view: 'week', date: monday })}
                className="cal-year-week"
                data-now={isNow(monday) || undefined}
                tabIndex={monday === stop ? 0 : -1}
              >
                <span className="sel-hidden">
                  {t(isNow(monday) ? 'year.weekNow' : 'year.week', {
                    from: dayAndMonth(monday, reader),
                    to: dayAndMonth(sunday, reader),
                    promote: t('balance.promote', { count: promote }),
                    protect: t('balance.protect', { count: protect }),
                  })}
                </span>
                <span className="cal-year-days" aria-hidden="true">
                  {shortDay(monday, reader)}
                  {isNow(monday) && <small>{t('year.now')}</small>}
                </span>
                {promote + protect > 0 && (
                  <span className="cal-year-bars" aria-hidden="true">
                    <Bar objective="promote" count={promote} most={most} />
                    <Bar objective="protect" count={protect} most={most} />
                  </span>
                )}
              </Link>
            )
          })}
        </section>
      ))}
    </div>
  )

  /** A week belongs to the month of its Thursday, as it belongs to its year. */
  function months(): [string, typeof weeks][] {
    const found = new Map<string, typeof weeks>()
    for (const week of weeks) {
      const thursday = addDays(week.monday, 3)
      const within = thursday.startsWith(String(year)) ? thursday : clamped(thursday)
      const month = within.slice(0, 7)
      found.set(month, [...(found.get(month) ?? []), week])
    }
    return [...found]
  }

  function clamped(on: Day): Day {
    return on < `${year}-01-01` ? `${year}-01-01` : `${year}-12-31`
  }
}

function Bar({ objective, count, most }: { objective: 'promote' | 'protect'; count: number; most: number }) {
  const { language } = useReader()
  return (
    <span className="cal-year-bar" data-objective={objective} data-none={count === 0 || undefined}>
      <svg width="100%" height="8" preserveAspectRatio="none" viewBox={`0 0 ${most} 1`} aria-hidden="true">
        <rect width={count} height="1" />
      </svg>
      <b>{number(count, language)}</b>
    </span>
  )
}
