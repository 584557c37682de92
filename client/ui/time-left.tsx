import { useTranslation } from 'react-i18next'
import { duration, durationParts, durationUnit, number } from '../../domain/language/format.ts'
import { useReader } from '../shell/reader.ts'
import './marks.css'

/** "22 jam 48 menit lagi", or "terlambat 5 menit" in crimson; counts down by itself. `bare` leaves out "lagi". */
export function TimeLeft({ at, bare = false }: { at: string; bare?: boolean }) {
  const { t } = useTranslation('ui')
  const reader = useReader()
  const left = Date.parse(at) - Date.parse(reader.now)
  const words = duration(left, reader.language)
  return (
    <time className="sel-time-left" dateTime={at} data-late={left < 0 || undefined}>
      {left < 0 ? t('timeLeft.late', { words }) : bare ? words : t('timeLeft.left', { words })}
    </time>
  )
}

/** The same with large figures, for a row of obligations: crimson when late or within `soonMinutes`. */
export function TimeLeftFigures({ at, soonMinutes = 180 }: { at: string; soonMinutes?: number }) {
  const { t } = useTranslation('ui')
  const reader = useReader()
  const left = Date.parse(at) - Date.parse(reader.now)
  const parts = durationParts(left)
  const isSoon = left < soonMinutes * 60_000
  if (parts.length === 0) {
    return (
      <time className="sel-time-figures" dateTime={at} data-soon>
        <b className="sel-figure">{t('timeLeft.now')}</b>
      </time>
    )
  }
  return (
    <time className="sel-time-figures" dateTime={at} data-soon={isSoon || undefined}>
      {left < 0 && <span>{t('timeLeft.late', { words: '' }).trim()}</span>}
      {parts.map((part) => (
        <span key={part.unit}>
          <b className="sel-figure">{number(part.value, reader.language)}</b>{' '}
          {durationUnit(part, reader.language)}
        </span>
      ))}
    </time>
  )
}
