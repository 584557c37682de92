import type { inferOutput } from '@trpc/tanstack-react-query'
import { useTranslation } from 'react-i18next'
import { date } from '../../domain/language/format.ts'
import { useReader } from '../shell/reader.ts'
import type { trpc as doors } from '../shell/trpc.ts'
import { Section } from '../ui/section.tsx'

type Day = inferOutput<typeof doors.marks.list>['days'][number]

/** The days by decree of a year, their sources named once below. */
export function Holidays({
  year,
  hasDecree,
  days,
}: {
  year: number
  hasDecree: boolean
  days: readonly Day[]
}) {
  const { t } = useTranslation('marks')
  const reader = useReader()
  const sources = [...new Set(days.map((day) => day.source))]
  return (
    <Section title={t('holidays')}>
      {!hasDecree && <p className="sel-under-head">{t('noDecree', { year })}</p>}
      <ul>
        {days.map((day) => (
          <li key={`${day.day} ${day.kind} ${day.name}`} className="sel-mark-day" data-kind={day.kind}>
            <time dateTime={day.day}>{date(day.day, reader)}</time>
            <span>
              <b>{day.name}</b>
              <span className="sel-second">, {t(`kinds.${day.kind}`)}</span>
              {sources.length > 1 && <sup>{sources.indexOf(day.source) + 1}</sup>}
            </span>
          </li>
        ))}
      </ul>
      {sources.length > 0 && (
        <ol className="sel-mark-sources" aria-label={t('sources')}>
          {sources.map((source, index) => (
            <li key={source}>
              {sources.length > 1 && `${index + 1}. `}
              {t('source', { source })}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
