import FullCalendar from '@fullcalendar/react'
import dayGridPlugin from '@fullcalendar/react/daygrid'
import interactionPlugin from '@fullcalendar/react/interaction'
import '@fullcalendar/react/skeleton.css'
import { useEffect, useMemo } from 'react'
import { weekday } from '../../domain/language/format.ts'
import type { Day } from '../../domain/time.ts'
import { useReader } from '../shell/reader.ts'
import { shortDay } from './event-words.ts'
import { besideOf, monthEvents } from './grid-events.ts'
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
  const { days, entries, answer, others } = props
  const reader = useReader()
  const isPrinting = usePrinting()
  const { calendar, facts, options } = useGridOptions(props, 'cell')

  const events = useMemo(() => monthEvents({ ...besideOf(answer), entries, days }), [entries, answer, days])

  const isFilled = answer !== undefined
  useEffect(() => {
    // Not where the browser has put back an earlier place on the page.
    if (isFilled && window.scrollY === 0)
      document.querySelector('.cal-month-day.cal-today')?.scrollIntoView({ block: 'nearest' })
  }, [isFilled])

  return (
    <FullCalendar
      {...options}
      ref={calendar as never}
      plugins={plugins}
      initialView="dayGridMonth"
      fixedWeekCount={false}
      height="auto"
      dayMaxEvents={isPrinting ? false : SHOWN_A_DAY}
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
          />
        )
      }}
    />
  )
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
}

function DayTop({ on, isOther, name, important, others }: DayTopProps) {
  const reader = useReader()
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
      <OtherLines others={others} most={OTHERS_SHOWN} />
    </>
  )
}
