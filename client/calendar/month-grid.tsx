import FullCalendar from '@fullcalendar/react'
import dayGridPlugin from '@fullcalendar/react/daygrid'
import interactionPlugin from '@fullcalendar/react/interaction'
import '@fullcalendar/react/skeleton.css'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Reader, weekday } from '../../domain/language/format.ts'
import type { Day } from '../../domain/time.ts'
import { shortDay, type Words } from './event-words.ts'
import { areDrawnAlike, besideOf, type MonthEvents, monthEvents } from './grid-events.ts'
import { dayIn } from './grid-place.ts'
import type { GridProps } from './grid-props.ts'
import { OtherLines } from './other-lines.tsx'
import { useGridOptions } from './use-grid-options.tsx'
import type { Other } from './use-others.ts'
import { usePrinting } from './use-printing.ts'

const plugins = [dayGridPlugin, interactionPlugin]
const SHOWN_A_DAY = 4
const OTHERS_SHOWN = 2

/** The month as a grid of whole weeks. */
export function MonthGrid(props: GridProps) {
  const { day, days, entries, answer, others } = props
  const { t } = useTranslation(['calendar', 'ui'])
  const isPrinting = usePrinting()
  const { calendar, facts, reader, options } = useGridOptions(props, 'cell')

  const { obligations, pauses, embargoes, agenda } = besideOf(answer)
  // One more than is shown: the calendar then sees by itself that there are more. On paper nothing unfolds.
  const most = isPrinting ? Number.POSITIVE_INFINITY : SHOWN_A_DAY + 1
  const { events, withheld } = useDrawn(
    useMemo(
      () => monthEvents({ obligations, pauses, embargoes, agenda, entries, days }, most),
      [entries, obligations, pauses, embargoes, agenda, days, most],
    ),
  )

  const isFilled = answer !== undefined
  useEffect(() => {
    // Not where the browser has put back an earlier place on the page.
    if (isFilled && window.scrollY === 0)
      document.querySelector('.cal-month-day.cal-today')?.scrollIntoView({ block: 'nearest' })
  }, [isFilled])

  const drawn = useMemo(
    () => (
      <FullCalendar
        {...options}
        ref={calendar as never}
        plugins={plugins}
        initialView="dayGridMonth"
        fixedWeekCount={false}
        height="auto"
        dayMaxEvents={isPrinting ? false : SHOWN_A_DAY}
        moreLinkContent={(more) => <More num={more.num} withheld={withheld} t={t} />}
        now={`${facts.today}T12:00:00Z`}
        events={events}
        dayHeaderContent={(header) => weekday(dayOf(header.date), reader)}
        dayHeaderClass={(header) => (header.dow === 0 ? 'cal-head cal-red' : 'cal-head')}
        dayCellClass={(cell) => `cal-month-day ${facts.classOf(dayOf(cell.date), cell.isOther)}`}
        dayCellTopContent={(cell) => {
          const on = dayOf(cell.date)
          return (
            <DayTop
              on={on}
              isOther={cell.isOther}
              name={facts.nameOf(on)}
              important={facts.importantOf(on)}
              others={others.get(on)}
              reader={reader}
            />
          )
        }}
      />
    ),
    [calendar, options, isPrinting, withheld, events, facts, others, reader, t],
  )
  // The calendar keeps its day for itself: all else waits until that is set, so that a month is drawn once, not twice.
  const [held, setHeld] = useState(drawn)
  const shown = useRef(day)
  useLayoutEffect(() => {
    if (shown.current !== day) calendar.current?.getApi().gotoDate(day)
    shown.current = day
    setHeld(drawn)
  }, [calendar, day, drawn])
  return held
}

/** The events as they were as long as nothing of them is drawn otherwise. */
function useDrawn(now: MonthEvents): MonthEvents {
  const last = useRef(now)
  if (!areDrawnAlike(last.current, now)) last.current = now
  return last.current
}

/** "+36 lagi": what the calendar hides on its day, and what it was not given. */
function More({ num, withheld, t }: { num: number; withheld: ReadonlyMap<Day, number>; t: Words }) {
  const [day, setDay] = useState<Day | null>(null)
  const here = useCallback((element: HTMLElement | null) => {
    if (element !== null) setDay(dayIn(element))
  }, [])
  return <span ref={here}>{day !== null && t('grid.more', { count: num + (withheld.get(day) ?? 0) })}</span>
}

/** FullCalendar's marker of a day is that day's midnight in UTC. */
function dayOf(marker: Date): Day {
  return marker.toISOString().slice(0, 10)
}

type DayTopProps = {
  on: Day
  isOther: boolean
  name: string | null
  important: string | null
  others: readonly Other[] | undefined
  reader: Reader
}

function DayTop({ on, isOther, name, important, others, reader }: DayTopProps) {
  return (
    <>
      <span className="cal-number">{isOther ? shortDay(on, reader) : Number(on.slice(8))}</span>
      {name !== null && (
        <span className="cal-day-name" title={name}>
          {name}
        </span>
      )}
      {important !== null && (
        <span className="cal-day-name cal-important" title={important}>
          {important}
        </span>
      )}
      {others !== undefined && <OtherLines others={others} most={OTHERS_SHOWN} />}
    </>
  )
}
