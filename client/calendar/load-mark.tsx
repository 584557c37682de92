import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { capital, clock, date } from '../../domain/language/format.ts'
import type { Day } from '../../domain/time.ts'
import { useReader } from '../shell/reader.ts'
import { Peek } from '../ui/peek.tsx'
import './load.css'
import './peek.css'
import { type DeskLoad, type LoadHour, useDeskLoad, useLoadWords } from './use-desk-load.ts'

/** In the shade of an hour: its figures, for who points at it or has it read out. */
export function LoadWords({ hour }: { hour: LoadHour }) {
  const words = useLoadWords()(hour)
  return (
    <span className="cal-load-words" title={words}>
      <span className="sel-hidden">{words}</span>
    </span>
  )
}

/** What the shade means, beside the period; opens every hour of it in words. */
export function LoadLegend({ load }: { load: DeskLoad }) {
  const { t } = useTranslation('calendar')
  const reader = useReader()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const days = [...new Set(load.all.map(({ day }) => day))]
  return (
    <>
      <button
        type="button"
        className="cal-load-button"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(anchor === null ? event.currentTarget : null)}
      >
        <i className="cal-load cal-load-2" aria-hidden="true" />
        {t('load.legend')}
      </button>
      {anchor !== null && (
        <Peek anchor={anchor} label={t('load.title')} side="below" onClose={() => setAnchor(null)}>
          <div className="cal-peek cal-load-lines">
            <h2>{t('load.title')}</h2>
            {days.map((day) => (
              <section key={day} aria-label={capital(date(day, reader))}>
                <h3>{capital(date(day, reader))}</h3>
                <HourList hours={load.on(day)} />
              </section>
            ))}
            <p className="sel-second">{t('load.basis', { count: load.basedOn })}</p>
          </div>
        </Peek>
      )}
    </>
  )
}

/**
 * The busiest hour of a day in its head; a press opens the day with every hour in words. The head is not read out and takes no
 * focus: the day's own name says the same, and the legend opens the hours for the keyboard.
 */
export function LoadPeak({ hour, onOpen }: { hour: LoadHour; onOpen: (anchor: HTMLElement) => void }) {
  const { t } = useTranslation('calendar')
  const reader = useReader()
  const short = t('load.short', { at: clock(hour.at, reader), count: hour.questions })
  const agents = t(hour.isRostered ? 'load.onDuty' : 'load.holders', { count: hour.agents })
  return (
    <button
      type="button"
      className="cal-load-button"
      tabIndex={-1}
      title={t('load.open', { short, agents })}
      onClick={(event) => onOpen(event.currentTarget)}
    >
      <i className={`cal-load cal-load-${hour.step}`} aria-hidden="true" />
      {short}
    </button>
  )
}

/** A day's hours in words, with what they were told from. Nothing where nothing is expected. */
export function LoadLines({ day }: { day: Day }) {
  const { t } = useTranslation('calendar')
  const { all, basedOn } = useDeskLoad({ from: day, to: day })
  if (all.length === 0) return null
  return (
    <section className="cal-load-lines" aria-label={t('load.title')}>
      <h3>{t('load.title')}</h3>
      <HourList hours={all} />
      <p className="sel-second">{t('load.basis', { count: basedOn })}</p>
    </section>
  )
}

function HourList({ hours }: { hours: readonly LoadHour[] }) {
  const words = useLoadWords()
  return (
    <ul>
      {hours.map((hour) => (
        <li key={hour.at}>
          <i className={`cal-load cal-load-${hour.step}`} aria-hidden="true" />
          {words(hour)}
        </li>
      ))}
    </ul>
  )
}
