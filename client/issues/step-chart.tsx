import { useTranslation } from 'react-i18next'
import { number } from '../../domain/language/format.ts'
import { useReader } from '../shell/reader.ts'

type Props = {
  name: string
  points: readonly { at: string; value: number }[]
  threshold: { value: number; label: string } | null
  most: number | null
  tone: 'kesumba' | 'ink'
}

const WIDTH = 320
const HEIGHT = 72
const FOOT = 8

/** Readings as steps: a value holds until the next reading. The threshold is a dashed line; the last value stands in figures. */
export function StepChart({ name, points, threshold, most, tone }: Props) {
  const { t } = useTranslation('issues')
  const reader = useReader()
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return null
  const highest = Math.max(most ?? 0, threshold?.value ?? 0, ...points.map((point) => point.value), 1)
  const begin = Date.parse(first.at)
  const span = Math.max(Date.parse(last.at) - begin, 1)
  const x = (at: string) => (points.length === 1 ? 0 : ((Date.parse(at) - begin) / span) * (WIDTH - 8))
  const y = (value: number) => HEIGHT - FOOT - (value / highest) * (HEIGHT - FOOT - 6)
  const path = points
    .map((point, index) => (index === 0 ? `M0 ${y(point.value)}` : `H${x(point.at)} V${y(point.value)}`))
    .join(' ')
  const sentence = t('reading.chart', { name, first: first.value, last: last.value, count: points.length })
  return (
    <figure className="sel-chart" data-tone={tone}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={sentence}>
        <line className="sel-chart-foot" x1="0" x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
        {threshold !== null && (
          <line
            className="sel-chart-threshold"
            x1="0"
            x2={WIDTH}
            y1={y(threshold.value)}
            y2={y(threshold.value)}
          />
        )}
        <path d={path} />
        <circle cx={Math.max(x(last.at), 4)} cy={y(last.value)} r="4" />
      </svg>
      <figcaption>
        <b className="sel-figure">{number(last.value, reader.language)}</b>
        {threshold !== null && <span className="sel-second">{threshold.label}</span>}
      </figcaption>
    </figure>
  )
}
