import { useTranslation } from 'react-i18next'
import type { Other } from './use-others.ts'
import './others.css'

type Props = { others: readonly Other[] | undefined; most?: number }

/** What other calendars hold on a day, as quiet lines: time, title, and the calendar's name where there is room. */
export function OtherLines({ others, most = 20 }: Props) {
  const { t, i18n } = useTranslation('calendar')
  if (others === undefined || others.length === 0) return null
  const shown = others.length > most ? others.slice(0, most - 1) : others
  const clockWords = (clock: string) => (i18n.language === 'id' ? clock.replace(':', '.') : clock)
  return (
    <ul className="cal-others" aria-label={t('others.label')}>
      {shown.map((other) => (
        <li key={other.id} title={`${other.calendar}: ${other.title}`}>
          {other.clock !== null && <span>{clockWords(other.clock)} </span>}
          {other.title}
          <small>{other.calendar}</small>
        </li>
      ))}
      {shown.length < others.length && <li>{t('grid.more', { count: others.length - shown.length })}</li>}
    </ul>
  )
}
