import FullCalendar from '@fullcalendar/react'
import interactionPlugin from '@fullcalendar/react/interaction'
import timeGridPlugin from '@fullcalendar/react/timegrid'
import '@fullcalendar/react/skeleton.css'
import { useLayoutEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { clock, dayAndMonth, weekday } from '../../domain/language/format.ts'
import { atClock, clockOf } from '../../domain/time.ts'
import { useReader } from '../shell/reader.ts'
import { besideOf, loadEvents, weekEvents } from './grid-events.ts'
import type { GridProps } from './grid-props.ts'
import { LoadPeak } from './load-mark.tsx'
import { OtherLines } from './other-lines.tsx'
import { ownPlace } from './own-place.ts'
import { busiestOf } from './use-desk-load.ts'
import { useGridOptions } from './use-grid-options.tsx'
import './week.css'

const plugins = [timeGridPlugin, interactionPlugin]
const CHIP_HEIGHT = 68
/** More than two beside each other cannot be read in a day's column of a week. */
const SIDE_BY_SIDE = { week: 2, day: 3 }
const OTHERS_SHOWN = 4
/** The hours shown where nothing stands outside them. */
const FIRST_HOUR = 6
const LAST_HOUR = 22

/** A week or one day by the hour, in the agency's zone. */
export function WeekGrid(props: GridProps) {
  const { day, days, entries, answer, others, load, onMore } = props
  const { t } = useTranslation('calendar')
  const reader = useReader()
  const { zone } = reader
  const { calendar, facts, options } = useGridOptions(props, 'column')

  const events = useMemo(
    () => [
      ...weekEvents({ ...besideOf(answer), entries, days }, (at) => clockOf(at, zone)),
      ...loadEvents(load.all, (at) => clockOf(at, zone)),
    ],
    [entries, answer, days, zone, load],
  )
  useLayoutEffect(() => {
    calendar.current?.getApi().gotoDate(day)
  }, [calendar, day])

  const hours = useMemo(() => {
    const clocks = [
      ...entries.flatMap((entry) => (entry.timeKind === 'exact' && entry.clock ? [entry.clock] : [])),
      ...(answer?.obligations ?? []).map((due) => clockOf(due.dueAt, zone)),
    ].map((text) => Number(text.slice(0, 2)))
    return {
      from: Math.min(FIRST_HOUR, ...clocks),
      to: Math.max(LAST_HOUR, ...clocks.map((hour) => hour + 1)),
    }
  }, [entries, answer, zone])

  return (
    <FullCalendar
      {...options}
      ref={calendar as never}
      plugins={plugins}
      initialView={days.from === days.to ? 'timeGridDay' : 'timeGridWeek'}
      height="auto"
      now={`${facts.today}T${clockOf(reader.now, zone)}:00Z`}
      nowIndicator
      nowIndicatorLineClass="cal-now"
      nowIndicatorHeaderClass="cal-now-time"
      nowIndicatorHeaderContent={() => clock(reader.now, reader)}
      events={events}
      eventMinHeight={CHIP_HEIGHT}
      eventMaxStack={days.from === days.to ? SIDE_BY_SIDE.day : SIDE_BY_SIDE.week}
      slotEventOverlap={false}
      slotDuration="00:30"
      snapDuration="00:15"
      slotMinTime={`${String(hours.from).padStart(2, '0')}:00`}
      slotMaxTime={`${String(hours.to).padStart(2, '0')}:00`}
      slotHeaderInterval="01:00"
      slotHeaderContent={(slot) => {
        const text = slot.date.toISOString().slice(11, 16)
        const shown = reader.language === 'id' ? text.replace(':', '.') : text
        const at = atClock(days.from, text, zone)
        const own = at === null ? null : ownPlace(at, reader)
        return (
          <>
            <span className={own === null ? undefined : 'cal-agency-hour'}>{shown}</span>
            {at !== null && own !== null && <span className="cal-own-hour">{clock(at, own)}</span>}
          </>
        )
      }}
      slotHeaderClass="cal-hour"
      slotHeaderInnerClass="cal-hour-words"
      slotLaneClass={(slot) => (slot.isMinor ? 'cal-slot cal-slot-minor' : 'cal-slot')}
      allDayHeaderContent={() => <span className="cal-any-words">{t('grid.anyTime')}</span>}
      allDayHeaderClass="cal-any-time"
      dayHeaderContent={(header) => {
        const on = header.date.toISOString().slice(0, 10)
        const name = facts.nameOf(on)
        const important = facts.importantOf(on)
        const busiest = busiestOf(load.on(on))
        return (
          <span className="cal-week-head">
            <span>{weekday(on, reader)}</span>
            <b className="cal-number">{dayAndMonth(on, reader)}</b>
            {name !== null && <small>{name}</small>}
            {important !== null && <small className="cal-important">{important}</small>}
            <OtherLines others={others.get(on)} most={OTHERS_SHOWN} />
            {busiest !== null && <LoadPeak hour={busiest} onOpen={(anchor) => onMore(on, anchor)} />}
          </span>
        )
      }}
      dayHeaderClass={(header) => {
        const on = header.date.toISOString().slice(0, 10)
        const today = on === facts.today ? ' cal-today' : ''
        return `cal-head${facts.isRed(on) ? ' cal-red' : ''}${today}`
      }}
      dayCellClass={(cell) => `cal-week-any ${facts.classOf(cell.date.toISOString().slice(0, 10))}`}
      dayLaneClass={(lane) => `cal-lane ${facts.classOf(lane.date.toISOString().slice(0, 10))}`}
    />
  )
}
