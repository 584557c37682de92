import { Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { levelOf, type Thresholds } from '../../domain/issues/level.ts'
import { type PressCoverage, pressCoverages, uptakeOf } from '../../domain/issues/uptake.ts'
import { Segments } from '../ui/segments.tsx'

const counts = ['issueCount', 'opinionLeaders', 'reach', 'desk', 'baseline'] as const
type CountName = (typeof counts)[number]
const sourced = ['issueCount', 'opinionLeaders', 'reach', 'desk', 'press', 'formal'] as const
type SourceName = (typeof sourced)[number]

export type TypedReading = {
  counts: Record<CountName, string>
  press: PressCoverage
  hasFormalInquiry: boolean
  sources: Record<SourceName, string>
}

export const emptyReading: TypedReading = {
  counts: { issueCount: '', opinionLeaders: '', reach: '', desk: '', baseline: '' },
  press: 'none',
  hasFormalInquiry: false,
  sources: { issueCount: '', opinionLeaders: '', reach: '', desk: '', press: '', formal: '' },
}

/** A whole number as people write it, `1.840` or `1,840`; null where empty, NaN where it is none. */
function wholeNumber(text: string): number | null {
  const digits = text.trim().replace(/[.,\s](?=\d{3}(\D|$))/g, '')
  if (digits === '') return null
  const value = /^\d+$/.test(digits) ? Number(digits) : Number.NaN
  return value <= 2_000_000_000 ? value : Number.NaN
}

/** What was typed as a reading; null where nothing was, `unreadable` where a count is no number. */
export function readTypedReading(typed: TypedReading) {
  const values = Object.fromEntries(counts.map((name) => [name, wholeNumber(typed.counts[name])])) as Record<
    CountName,
    number | null
  >
  if (Object.values(values).some((value) => Number.isNaN(value))) return 'unreadable' as const
  const isEmpty =
    Object.values(values).every((value) => value === null) &&
    typed.press === 'none' &&
    !typed.hasFormalInquiry
  if (isEmpty) return null
  return {
    at: null,
    issueCount: values.issueCount ?? 0,
    opinionLeaderCount: values.opinionLeaders ?? 0,
    reachPeople: values.reach ?? 0,
    deskQuestions: values.desk ?? 0,
    deskBaseline: values.baseline,
    press: typed.press,
    hasFormalInquiry: typed.hasFormalInquiry,
    sources: typed.sources,
  }
}

type Props = {
  typed: TypedReading
  onChange: (typed: TypedReading) => void
  areProblemsShown: boolean
  thresholds?: Thresholds
}

/** The three counts with the bands of the public's uptake, each beside where it comes from, and what they would give. */
export function ReadingFields({ typed, onChange, areProblemsShown, thresholds }: Props) {
  const { t } = useTranslation('issues')
  const { t: ui } = useTranslation('ui')
  const reading = readTypedReading(typed)
  const hints: Partial<Record<CountName, string>> = {
    issueCount: t('reading.issueCountHint'),
    opinionLeaders: t('reading.opinionLeadersHint'),
    baseline: t('reading.baselineHint'),
  }
  const source = (name: SourceName, of: string) => (
    <TextInput
      label={t('reading.source')}
      aria-label={`${t('reading.source')}: ${of}`}
      value={typed.sources[name]}
      maxLength={500}
      onChange={(event) =>
        onChange({ ...typed, sources: { ...typed.sources, [name]: event.currentTarget.value } })
      }
    />
  )
  return (
    <div className="sel-reading-fields">
      {counts.map((name) => {
        const isWrong = areProblemsShown && Number.isNaN(wholeNumber(typed.counts[name]))
        return (
          <div key={name} className="sel-reading-pair">
            <TextInput
              label={t(`reading.${name}`)}
              description={hints[name]}
              inputMode="numeric"
              autoComplete="off"
              value={typed.counts[name]}
              error={isWrong ? t('reading.notNumber') : undefined}
              onChange={(event) =>
                onChange({ ...typed, counts: { ...typed.counts, [name]: event.currentTarget.value } })
              }
            />
            {name !== 'baseline' && source(name, t(`reading.${name}`))}
          </div>
        )
      })}
      <div className="sel-reading-pair">
        <Segments
          label={t('reading.press')}
          isLabelShown
          segments={pressCoverages.map((value) => ({
            value,
            label: t(
              value === 'none'
                ? 'reading.pressNone'
                : value === 'local'
                  ? 'reading.pressLocal'
                  : 'reading.pressNational',
            ),
          }))}
          value={typed.press}
          onChange={(press) => onChange({ ...typed, press })}
        />
        {source('press', t('reading.press'))}
      </div>
      <div className="sel-reading-pair">
        <Checkbox
          label={t('reading.formal')}
          checked={typed.hasFormalInquiry}
          onChange={(event) => onChange({ ...typed, hasFormalInquiry: event.currentTarget.checked })}
        />
        {source('formal', t('reading.formal'))}
      </div>
      {reading !== null && reading !== 'unreadable' && (
        <p role="status">
          {t('reading.becomes', {
            value: uptakeOf(reading),
            level: ui(`level.${levelOf(reading, false, thresholds).level}`),
          })}
        </p>
      )}
    </div>
  )
}
