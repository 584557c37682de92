import { TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { dateWithYear, type Reader } from '../../domain/language/format.ts'
import { parseDay } from '../../domain/publications/plan-dates.ts'
import {
  type Rhythm,
  SERIES_LIMIT,
  type SeriesRule,
  WEEKS_LIMIT,
  weekOfMonth,
} from '../../domain/publications/series-rule.ts'
import { addDays, type Day, weekdayOf } from '../../domain/time.ts'
import { NumberField } from '../agency/number-field.tsx'
import { useReader } from '../shell/reader.ts'
import { Segments } from '../ui/segments.tsx'
import { weekdayName } from './series-words.ts'

/** A rule as it stands in the fields. */
export type TypedRule = {
  kind: Rhythm['kind']
  interval: number | null
  weekdays: readonly number[]
  end: SeriesRule['end']['kind']
  lastDay: string
  count: number | null
}

const weekdays = [1, 2, 3, 4, 5, 6, 7]

/** Weekly on the day's own weekday, for a quarter of a year. */
export function ruleFrom(first: Day, reader: Reader): TypedRule {
  return {
    kind: 'weeks',
    interval: 1,
    weekdays: [weekdayOf(first)],
    end: 'day',
    lastDay: dateWithYear(addDays(first, 12 * 7), reader),
    count: 13,
  }
}

/** What the fields say, or null where one of them says nothing. */
export function readRule(typed: TypedRule, first: Day): SeriesRule | null {
  const rhythm = rhythmOf(typed, first)
  if (rhythm === null) return null
  if (typed.end === 'count') {
    const { count } = typed
    return count === null || count < 2 || count > SERIES_LIMIT
      ? null
      : { rhythm, end: { kind: 'count', count } }
  }
  const read = parseDay(typed.lastDay)
  return 'day' in read ? { rhythm, end: { kind: 'day', day: read.day } } : null
}

function rhythmOf(typed: TypedRule, first: Day): Rhythm | null {
  if (typed.kind === 'month_day') return { kind: 'month_day', day: Number(first.slice(8)) }
  if (typed.kind === 'month_weekday')
    return { kind: 'month_weekday', week: weekOfMonth(first), weekday: weekdayOf(first) }
  const { interval } = typed
  const isFit = interval !== null && interval >= 1 && interval <= WEEKS_LIMIT && typed.weekdays.length > 0
  return isFit ? { kind: 'weeks', interval, weekdays: [...typed.weekdays] } : null
}

type Props = { typed: TypedRule; first: Day; onChange: (typed: TypedRule) => void }

/** How often and until when; a month's day or weekday is that of the publication itself. */
export function RepeatRule({ typed, first, onChange }: Props) {
  const { t } = useTranslation(['series', 'publications'])
  const reader = useReader()
  const id = useId()
  const isCountUnfit = typed.count === null || typed.count < 2 || typed.count > SERIES_LIMIT
  return (
    <>
      <Segments
        label={t('rhythm.label')}
        isLabelShown
        segments={(['weeks', 'month_day', 'month_weekday'] as const).map((value) => ({
          value,
          label: t(`rhythm.kinds.${value}`),
        }))}
        value={typed.kind}
        onChange={(kind) => onChange({ ...typed, kind })}
      />
      {typed.kind === 'weeks' && (
        <>
          <fieldset className="sel-choices">
            <legend className="sel-field-label">{t('rhythm.weekdays')}</legend>
            {weekdays.map((number) => (
              <label key={number} className="sel-choice">
                <input
                  type="checkbox"
                  checked={typed.weekdays.includes(number)}
                  onChange={(event) =>
                    onChange({
                      ...typed,
                      weekdays: event.currentTarget.checked
                        ? [...typed.weekdays, number].sort()
                        : typed.weekdays.filter((one) => one !== number),
                    })
                  }
                />
                {weekdayName(number, reader)}
              </label>
            ))}
          </fieldset>
          <NumberField
            label={t('rhythm.interval')}
            value={typed.interval}
            {...(rhythmOf(typed, first) === null ? { error: t('rhythm.unfit', { most: WEEKS_LIMIT }) } : {})}
            onChange={(interval) => onChange({ ...typed, interval })}
          />
        </>
      )}
      <Segments
        label={t('end.label')}
        isLabelShown
        segments={(['day', 'count'] as const).map((value) => ({ value, label: t(`end.kinds.${value}`) }))}
        value={typed.end}
        onChange={(end) => onChange({ ...typed, end })}
      />
      {typed.end === 'day' ? (
        <TextInput
          id={`${id}-last`}
          label={t('end.day')}
          description={t('publications:time.dayHint')}
          value={typed.lastDay}
          autoComplete="off"
          error={'day' in parseDay(typed.lastDay) ? null : t('publications:time.problems.day_unreadable')}
          onChange={(event) => onChange({ ...typed, lastDay: event.currentTarget.value })}
        />
      ) : (
        <NumberField
          label={t('end.count')}
          value={typed.count}
          {...(isCountUnfit ? { error: t('end.countUnfit', { most: SERIES_LIMIT }) } : {})}
          onChange={(count) => onChange({ ...typed, count })}
        />
      )}
    </>
  )
}
