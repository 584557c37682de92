import { TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { date, dayTime, zoneName } from '../../domain/language/format.ts'
import { type TimeKind, timeKinds } from '../../domain/publications/planned-time.ts'
import { atClock } from '../../domain/time.ts'
import { useReader } from '../shell/reader.ts'
import { Segments } from '../ui/segments.tsx'
import { monthName, readTyped, type TypedProblems, type TypedTime } from './typed-time.ts'

type Props = {
  typed: TypedTime
  onChange: (typed: TypedTime) => void
  /** Shown under the fields; null until the person tried. */
  problems: TypedProblems | null
  /** Which certainties are offered; all by default. */
  kinds?: readonly TimeKind[]
  autoFocus?: boolean
}

/** Certainty, day and time of day, typed as people write them and read back in full. */
export function TimeFields({ typed, onChange, problems, kinds = timeKinds, autoFocus = false }: Props) {
  const { t } = useTranslation('publications')
  const reader = useReader()
  const id = useId()
  const zone = zoneName(reader.now, reader)
  const hasClock = typed.kind === 'exact' || typed.kind === 'tentative'

  return (
    <div className="sel-time-fields">
      {kinds.length > 1 && (
        <Segments
          label={t('time.kind')}
          isLabelShown
          segments={kinds.map((kind) => ({ value: kind, label: t(`time.kinds.${kind}`) }))}
          value={typed.kind}
          onChange={(kind) => onChange({ ...typed, kind })}
        />
      )}
      {typed.kind !== 'none' && (
        <div className="sel-time-pair">
          <TextInput
            id={`${id}-day`}
            label={t('time.day')}
            description={readBack() ?? t('time.dayHint')}
            value={typed.day}
            data-autofocus={autoFocus || undefined}
            autoComplete="off"
            error={dayProblem()}
            onChange={(event) => onChange({ ...typed, day: event.currentTarget.value })}
          />
          {hasClock && (
            <TextInput
              id={`${id}-clock`}
              label={t(typed.kind === 'exact' ? 'time.clock' : 'time.clockOptional', { zone })}
              description={t('time.clockHint')}
              value={typed.clock}
              inputMode="decimal"
              autoComplete="off"
              error={problems?.clock ? t(`time.problems.${problems.clock.code}`) : null}
              onChange={(event) => onChange({ ...typed, clock: event.currentTarget.value })}
            />
          )}
        </div>
      )}
    </div>
  )

  /** The day in full, so that a slip of a month is seen before it is sent. */
  function readBack(): string | null {
    const read = readTyped(typed)
    if ('problems' in read || read.time.kind === 'none') return null
    const { day } = read.time
    const clock = read.time.kind === 'open' ? null : read.time.clock
    const at = clock === null ? null : atClock(day, clock, reader.zone)
    return at === null ? date(day, reader) : dayTime(at, reader)
  }

  function dayProblem(): string | null {
    const problem = problems?.day
    if (!problem) return null
    if (problem.code === 'day_out_of_range') return t('time.problems.day_out_of_range', problem.data)
    if (problem.code !== 'day_not_in_month') return t(`time.problems.${problem.code}`)
    return t('time.problems.day_not_in_month', {
      ...problem.data,
      month: monthName(problem.data.month, reader),
    })
  }
}
