import FullCalendar, { type CalendarApi } from '@fullcalendar/react'
import dayGridPlugin from '@fullcalendar/react/daygrid'
import interactionPlugin from '@fullcalendar/react/interaction'
import '@fullcalendar/react/skeleton.css'
import { useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'

type Event = { id: string; title: string; start: string }

const plugins = [dayGridPlugin, interactionPlugin]
const months = ['2026-11', '2026-12', '2027-01']
const OPENED = 1
const held = new Map<string, Promise<Event[]>>()

function eventsOf(month: string): Promise<Event[]> {
  const asked = held.get(month) ?? fetch(`/events?month=${month}`).then((answer) => answer.json())
  held.set(month, asked)
  return asked
}

/**
 * A month of FullCalendar as its own documentation shows it, over the events that its server gives. The months beside
 * the first are fetched once it stands, so that a step costs nothing but FullCalendar.
 */
function BareCalendar() {
  const calendar = useRef<{ getApi(): CalendarApi }>(null)
  const [shown, setShown] = useState(OPENED)
  const [events, setEvents] = useState<Event[]>([])
  useEffect(() => {
    void eventsOf(months[OPENED] ?? '').then((first) => {
      setEvents(first)
      setTimeout(() => months.map(eventsOf), 300)
    })
  }, [])
  const step = async (by: number) => {
    const next = months[shown + by] ?? ''
    const found = await eventsOf(next)
    calendar.current?.getApi().gotoDate(`${next}-09`)
    setShown(shown + by)
    setEvents(found)
  }
  return (
    <>
      <h1>{months[shown]}</h1>
      <span className="cal-steps">
        <button type="button" onClick={() => step(-1)}>
          Previous
        </button>
        <button type="button" onClick={() => step(1)}>
          Next
        </button>
      </span>
      <FullCalendar
        ref={calendar as never}
        plugins={plugins}
        initialView="dayGridMonth"
        initialDate="2026-12-09"
        headerToolbar={false}
        height="auto"
        dayMaxEvents={4}
        eventClass="bare-event"
        editable
        events={events}
      />
    </>
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(<BareCalendar />)
