import type { CalendarApi, CalendarOptions } from '@fullcalendar/react'
import { type RefObject, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { dayKey, type Reader } from '../../domain/language/format.ts'
import { useReader } from '../shell/reader.ts'
import { AgendaLine } from './agenda-line.tsx'
import { EventChip, ObligationChip } from './event-chip.tsx'
import { embargoName, pauseName, type Words } from './event-words.ts'
import { thingIn } from './grid-events.ts'
import { type GridProps, USUAL_CLOCK } from './grid-props.ts'
import { LoadWords } from './load-mark.tsx'
import { type DayFacts, useDayFacts } from './use-day-facts.ts'
import './grid.css'

export type Calendar = { getApi(): CalendarApi }

type Shared = {
  calendar: RefObject<Calendar | null>
  facts: DayFacts
  /** Whoever reads, without the clock that goes on: the same until the day is another. */
  reader: Reader
  options: CalendarOptions
}

/**
 * What month and week ask of FullCalendar alike: it lays out and lets itself be dragged; words, looks, days and keys are
 * ours. All its times are those of the agency's zone written as UTC, so that no browser's zone moves them.
 *
 * The options stay the same object as long as nothing is drawn otherwise: another function in them would have the
 * calendar draw every day and event again.
 */
export function useGridOptions(props: GridProps, look: 'cell' | 'column'): Shared {
  const { answer, marked, moving, mayNew } = props
  const { t } = useTranslation(['calendar', 'ui'])
  const reader = useStill(useReader())
  const calendar = useRef<Calendar>(null)
  const facts = useDayFacts(answer, reader)
  const latest = useRef(props)
  latest.current = props
  const options = useMemo(
    () => optionsOf({ look, t, reader, marked, moving, mayNew, calendar, latest }),
    [look, t, reader, marked, moving, mayNew],
  )
  return { calendar, facts, reader, options }
}

/** The reader as long as language, zone and day are the same. */
function useStill(reader: Reader): Reader {
  const still = useRef(reader)
  const isSame = (['language', 'zone'] as const).every((key) => still.current[key] === reader[key])
  if (!isSame || dayKey(still.current.now, reader.zone) !== dayKey(reader.now, reader.zone))
    still.current = reader
  return still.current
}

type Given = Pick<GridProps, 'marked' | 'moving' | 'mayNew'> & {
  look: 'cell' | 'column'
  t: Words
  reader: Reader
  calendar: RefObject<Calendar | null>
  latest: RefObject<GridProps>
}

function optionsOf({ look, t, reader, marked, moving, mayNew, calendar, latest }: Given): CalendarOptions {
  return {
    initialDate: latest.current.day,
    headerToolbar: false,
    navLinks: false,
    eventInteractive: true,
    firstDay: 1,
    locale: reader.language === 'id' ? 'id' : 'en-gb',
    weekTextLong: t('grid.week'),
    timeZone: 'UTC',
    // As high as what it holds, a grid has nothing to scroll within.
    scrollTimeReset: false,
    eventOrder: 'rank',
    eventOrderStrict: true,
    eventDisplay: 'block',
    editable: true,
    eventDurationEditable: false,
    droppable: true,
    longPressDelay: 400,
    dragRevertDuration: 0,
    eventClass: (info) => `cal-event cal-in-${look} cal-event-${thingIn(info.event).kind}`,
    eventDidMount: (info) => {
      if (thingIn(info.event).kind !== 'pause') info.el.dataset.id = info.event.id
    },
    backgroundEventClass: (info) => {
      const thing = thingIn(info.event)
      return thing.kind === 'load' ? `cal-load cal-load-${thing.hour.step}` : ''
    },
    backgroundEventContent: (info) => {
      const thing = thingIn(info.event)
      return thing.kind === 'load' ? <LoadWords hour={thing.hour} /> : null
    },
    eventContent: (info) => {
      const thing = thingIn(info.event)
      if (thing.kind === 'obligation') return <ObligationChip due={thing.due} />
      if (thing.kind === 'load') return null
      if (thing.kind === 'pause') return <span className="cal-pause">{pauseName(thing.pause, t)}</span>
      if (thing.kind === 'agenda') return <AgendaLine event={thing.event} />
      if (thing.kind === 'embargo')
        return <span className="cal-embargo">{embargoName(thing.embargo, t)}</span>
      const { entry } = thing
      return (
        <EventChip
          entry={entry}
          look={look}
          isMarked={marked.has(entry.id)}
          isMoving={moving?.ids.includes(entry.id) ?? false}
          t={t}
          reader={reader}
        />
      )
    },
    eventClick: (info) => {
      info.jsEvent.preventDefault()
      const thing = thingIn(info.event)
      const { ctrlKey, metaKey, shiftKey } = info.jsEvent
      if (thing.kind === 'entry' && (ctrlKey || metaKey || shiftKey))
        return latest.current.onMark(thing.entry.id)
      if (thing.kind !== 'pause' && thing.kind !== 'load') latest.current.onOpen(thing, info.el)
    },
    eventDrop: (info) => {
      const thing = thingIn(info.event)
      const text = info.event.startStr
      const isLoose = info.event.allDay
      // A month shows the move by itself until the entries that were moved come, and is drawn once less.
      if (look === 'column') info.revert()
      if (thing.kind !== 'entry') return
      const { entry } = thing
      const clock = look === 'cell' ? entry.clock : isLoose ? null : text.slice(11, 16)
      latest.current.onMoved(entry, { day: text.slice(0, 10), clock })
    },
    drop: (info) => {
      const clock = look === 'cell' ? USUAL_CLOCK : info.allDay ? null : info.dateStr.slice(11, 16)
      latest.current.onReceive(info.draggedEl.dataset.id ?? '', { day: info.dateStr.slice(0, 10), clock })
    },
    selectable: mayNew,
    selectMinDistance: 8,
    highlightClass: 'cal-drawn',
    select: (info) => {
      calendar.current?.getApi().unselect()
      const clock = look === 'column' && !info.allDay ? info.startStr.slice(11, 16) : null
      latest.current.onNew(info.startStr.slice(0, 10), clock)
    },
    dateClick: (info) => {
      const clock = look === 'column' && !info.allDay ? info.dateStr.slice(11, 16) : null
      latest.current.onNew(info.dateStr.slice(0, 10), clock)
    },
    moreLinkContent: (more) => t('grid.more', { count: more.num }),
    // The words within it say it, in the reader's language.
    moreLinkHint: '',
    moreLinkClass: 'cal-more',
    moreLinkClick: (info) => {
      const on = info.date.toISOString().slice(0, 10)
      const target = info.jsEvent.target instanceof Element ? info.jsEvent.target : null
      const anchor = target?.closest<HTMLElement>('.cal-more')
      if (anchor) latest.current.onMore(on, anchor)
      // Neither a view nor its own popover: the day opens beside it.
      return (() => undefined) as never
    },
  }
}
