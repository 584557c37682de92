import { TextInput } from '@mantine/core'
import { atClock } from '../../domain/time.ts'
import { zoneShown } from '../shell/zone.ts'

/** A day and a time of day as typed; both empty at first. */
export type TypedMoment = { day: string; clock: string }

/** The instant meant in the agency's zone; null while something is missing or the time does not exist that day. */
export function instantOf(typed: TypedMoment): string | null {
  if (typed.day === '' || typed.clock === '') return null
  return atClock(typed.day, typed.clock.slice(0, 5), zoneShown())
}

type Props = {
  id: string
  dayLabel: string
  clockLabel: string
  value: TypedMoment
  onChange: (value: TypedMoment) => void
  error?: string
}

/** A day and a time side by side, typed or picked. */
export function MomentField({ id, dayLabel, clockLabel, value, onChange, error }: Props) {
  return (
    <>
      <TextInput
        id={`${id}-day`}
        type="date"
        label={dayLabel}
        value={value.day}
        error={error}
        onChange={(event) => onChange({ ...value, day: event.currentTarget.value })}
      />
      <TextInput
        id={`${id}-clock`}
        type="time"
        label={clockLabel}
        value={value.clock}
        onChange={(event) => onChange({ ...value, clock: event.currentTarget.value })}
      />
    </>
  )
}
