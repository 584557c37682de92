import { IconFlagFilled } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { capital, clock, date, dayName } from '../../domain/language/format.ts'
import type { Day } from '../../domain/time.ts'
import { useReader } from '../shell/reader.ts'
import { AgendaLine } from './agenda-line.tsx'
import type { AgendaDay, Embargo, Entry, Obligation } from './entry.ts'
import { EntryRow } from './entry-row.tsx'
import { embargoName, obligationTitle } from './event-words.ts'
import { OtherLines } from './other-lines.tsx'
import type { Other } from './use-others.ts'
import './phone.css'
import './grid.css'

const LONG_PRESS_MILLISECONDS = 500

type DaySectionProps = {
  on: Day
  entries: readonly Entry[]
  due: readonly Obligation[]
  name: string | null
  important: string | null
  pause: string | null
  others: readonly Other[] | undefined
  agenda: readonly AgendaDay[]
  embargoes: readonly Embargo[]
  isToday: boolean
  onMenu: (entry: Entry) => void
}

/** A day of the phone's list: what is due and what goes out, in order of time, with a line where now is. */
export function DaySection(props: DaySectionProps) {
  const { on, entries, due, name, important, pause, others, agenda, embargoes, isToday, onMenu } = props
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
        {important !== null && <span>{important}</span>}
      </h2>
      {pause !== null && <p className="cal-pause ph-pause">{pause}</p>}
      <OtherLines others={others} />
      {agenda.map((event) => (
        <p key={event.id} className="ph-embargo">
          <Link to="/agenda/$id" params={{ id: event.id }} className="ph-agenda">
            <AgendaLine event={event} />
          </Link>
        </p>
      ))}
      {embargoes.map((embargo) => (
        <p key={embargo.id} className="ph-embargo">
          <Link
            to={embargo.of === 'campaign' ? '/campaigns/$id' : '/publications/$id'}
            params={{ id: embargo.id }}
            className="cal-embargo"
          >
            {embargoName(embargo, t)}
          </Link>
        </p>
      ))}
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
function LongPress({ onLongPress, children }: { onLongPress: () => void; children: ReactNode }) {
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
