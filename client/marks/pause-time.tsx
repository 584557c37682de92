import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { atClock } from '../../domain/time.ts'
import { zoneShown } from '../shell/zone.ts'
import { Segments } from '../ui/segments.tsx'

export type PauseTime = {
  in: 'days' | 'instants'
  firstDay: string
  lastDay: string
  startsClock: string
  endsClock: string
}

export const emptyTime: PauseTime = {
  in: 'days',
  firstDay: '',
  lastDay: '',
  startsClock: '00:00',
  endsClock: '',
}

type SentTime =
  | { in: 'days'; firstDay: string; lastDay: string | null }
  | { in: 'instants'; startsAt: string; endsAt: string | null }
type Problem = 'day_unreadable' | 'clock_unreadable' | 'time_in_gap'

/** What was entered as the door takes it, or a problem per field. Nothing is moved: a time that does not exist is said. */
export function timeToSend(
  time: PauseTime,
  zone: string,
): { time: SentTime } | { problems: Record<string, Problem> } {
  if (time.firstDay === '') return { problems: { 'time.firstDay': 'day_unreadable' } }
  if (time.in === 'days') {
    return { time: { in: 'days', firstDay: time.firstDay, lastDay: time.lastDay || null } }
  }
  if (time.startsClock === '') return { problems: { 'time.startsAt': 'clock_unreadable' } }
  const startsAt = atClock(time.firstDay, time.startsClock, zone)
  if (startsAt === null) return { problems: { 'time.startsAt': 'time_in_gap' } }
  if (time.lastDay === '') return { time: { in: 'instants', startsAt, endsAt: null } }
  if (time.endsClock === '') return { problems: { 'time.endsAt': 'clock_unreadable' } }
  const endsAt = atClock(time.lastDay, time.endsClock, zone)
  if (endsAt === null) return { problems: { 'time.endsAt': 'time_in_gap' } }
  return { time: { in: 'instants', startsAt, endsAt } }
}

type Props = {
  time: PauseTime
  sentences: Record<string, string>
  onChange: (time: PauseTime) => void
}

/** By whole days of the agency, or between two times of day. */
export function PauseTimeFields({ time, sentences, onChange }: Props) {
  const { t } = useTranslation('marks')
  const isInDays = time.in === 'days'
  const field = (name: 'firstDay' | 'lastDay' | 'startsClock' | 'endsClock') => ({
    value: time[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...time, [name]: event.currentTarget.value }),
  })
  return (
    <>
      <Segments
        label={t('fields.timeIn')}
        isLabelShown
        value={time.in}
        onChange={(value) => onChange({ ...time, in: value })}
        segments={[
          { value: 'days', label: t('fields.inDays') },
          { value: 'instants', label: t('fields.inInstants') },
        ]}
      />
      <div className="sel-settings-fields sel-pause-times">
        <TextInput
          id="pause-time.firstDay"
          type="date"
          label={t(isInDays ? 'fields.firstDay' : 'fields.startsDay')}
          error={sentences['time.firstDay']}
          {...field('firstDay')}
        />
        {!isInDays && (
          <TextInput
            id="pause-time.startsAt"
            type="time"
            label={t('fields.startsClock')}
            error={sentences['time.startsAt']}
            {...field('startsClock')}
          />
        )}
        <TextInput
          id="pause-time.lastDay"
          type="date"
          label={t(isInDays ? 'fields.lastDay' : 'fields.endsDay')}
          error={sentences['time.lastDay']}
          {...field('lastDay')}
        />
        {!isInDays && (
          <TextInput
            id="pause-time.endsAt"
            type="time"
            label={t('fields.endsClock')}
            error={sentences['time.endsAt']}
            {...field('endsClock')}
          />
        )}
      </div>
      <p className="sel-second">
        {t('fields.lastDayHint')} {!isInDays && t('fields.zone', { zone: zoneShown() })}
      </p>
    </>
  )
}
