import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../ui/section.tsx'
import { ReadingDialog } from './reading-dialog.tsx'
import type { Room } from './room-data.ts'
import { StepChart } from './step-chart.tsx'

const sourceNames = ['issueCount', 'opinionLeaders', 'reach', 'desk', 'press', 'formal'] as const

/** The three counts over time, the public's uptake first, each with its threshold and where it comes from. */
export function ReadingsPanel({ room }: { room: Room }) {
  const { t } = useTranslation('issues')
  const [isAdding, setAdding] = useState(false)
  const { readings, thresholds, uptake, issue } = room
  const first = readings[0]
  const last = readings.at(-1)
  const points = (value: (reading: Room['readings'][number]) => number) =>
    readings.map((reading) => ({ at: reading.at, value: value(reading) }))
  const partOf = (band: string) => uptake.find((part) => part.band === band)?.points ?? 0
  const limit = (level: number, value: number) => ({ value, label: t('reading.threshold', { level, value }) })
  const sources = sourceNames.filter((name) => last?.sources[name])

  return (
    <Section
      title={t('reading.title')}
      detail={first === undefined ? undefined : t('reading.since', { at: first.at })}
      action={
        room.may.record &&
        issue.closedAt === null && (
          <button type="button" className="sel-link" onClick={() => setAdding(true)}>
            {t('reading.add')}
          </button>
        )
      }
    >
      {first === undefined && <p className="sel-second">{t('reading.none')}</p>}
      {first !== undefined && (
        <div className="sel-readings">
          <h3>
            {t('reading.uptake')} <span className="sel-second">{t('reading.uptakeOf')}</span>
          </h3>
          <StepChart
            name={t('reading.uptake')}
            points={points((reading) => reading.publicUptake)}
            threshold={limit(3, thresholds.uptake)}
            most={100}
            tone="kesumba"
          />
          <p className="sel-second">
            {t('reading.parts', {
              reach: partOf('reach'),
              desk: partOf('desk'),
              press: partOf('press'),
              formal: partOf('formal'),
            })}
            {uptake.some((part) => part.isWithoutBaseline) && ` ${t('reading.withoutBaseline')}`}
          </p>
          <h3>{t('reading.opinionLeaders')}</h3>
          <StepChart
            name={t('reading.opinionLeaders')}
            points={points((reading) => reading.opinionLeaderCount)}
            threshold={limit(2, thresholds.opinionLeaders)}
            most={null}
            tone="kesumba"
          />
          <h3>{t('reading.issueCount')}</h3>
          <StepChart
            name={t('reading.issueCount')}
            points={points((reading) => reading.issueCount)}
            threshold={thresholds.issueCount === null ? null : limit(2, thresholds.issueCount)}
            most={null}
            tone="ink"
          />
          {sources.length > 0 && (
            <dl className="sel-sources" aria-label={t('reading.sources')}>
              {sources.map((name) => (
                <div key={name}>
                  <dt>{t(name === 'formal' ? 'reading.formal' : `reading.${name}`)}</dt>
                  <dd>{last?.sources[name]}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      )}
      {isAdding && <ReadingDialog room={room} onClose={() => setAdding(false)} />}
    </Section>
  )
}
