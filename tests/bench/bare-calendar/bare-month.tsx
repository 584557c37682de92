import FullCalendar from '@fullcalendar/react'
import dayGridPlugin from '@fullcalendar/react/daygrid'
import interactionPlugin from '@fullcalendar/react/interaction'
import '@fullcalendar/react/skeleton.css'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

type Event = { id: string; title: string; start: string }

const plugins = [dayGridPlugin, interactionPlugin]

/** A month of FullCalendar as its own documentation shows it, over the events that its server gives. */
function BareCalendar() {
  const [events, setEvents] = useState<Event[]>([])
  useEffect(() => {
    void fetch('/events').then(async (answer) => setEvents((await answer.json()) as Event[]))
  }, [])
  return (
    <FullCalendar
      plugins={plugins}
      initialView="dayGridMonth"
      initialDate="2026-12-09"
      height="auto"
      dayMaxEvents={4}
      eventClass="bare-event"
      editable
      events={events}
    />
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(<BareCalendar />)
