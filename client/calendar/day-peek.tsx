import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { capital, date } from '../../domain/language/format.ts'
import type { Day } from '../../domain/time.ts'
import { useReader } from '../shell/reader.ts'
import { Peek } from '../ui/peek.tsx'
import { DayLines, type DayThings } from './day-lines.tsx'
import type { Entry } from './entry.ts'
import './peek.css'
import { EntryRow } from './entry-row.tsx'
import { LoadLines } from './load-mark.tsx'

type Props = {
  day: Day
  entries: readonly Entry[]
  /** How many the day really holds. */
  count: number
  /** What the day holds beside its publications. */
  beside: DayThings
  anchor: HTMLElement
  onClose: () => void
}

/** The whole of a day, for what the grid has no room for. */
export function DayPeek({ day, entries, count, beside, anchor, onClose }: Props) {
  const { t } = useTranslation('calendar')
  const reader = useReader()
  const name = capital(date(day, reader))
  return (
    <Peek anchor={anchor} label={t('grid.day', { day: name, count })} onClose={onClose}>
      <div className="cal-peek">
        <h2>{name}</h2>
        <div className="cal-day-lines">
          <DayLines day={day} beside={beside} />
        </div>
        <ul className="cal-day-list">
          {entries.map((entry, index) => (
            <li key={entry.id}>
              <EntryRow entry={entry} isFirst={index === 0} />
            </li>
          ))}
        </ul>
        {count > entries.length && (
          <p className="sel-second">{t('grid.dayOf', { shown: entries.length, count })}</p>
        )}
        <LoadLines day={day} />
        <Link
          from="/calendar"
          to="/calendar"
          search={(before) => ({ ...before, view: 'list', date: day })}
          className="sel-link"
        >
          {t('grid.wholeDay')}
        </Link>
      </div>
    </Peek>
  )
}
