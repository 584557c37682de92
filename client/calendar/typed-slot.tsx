import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateWithYear } from '../../domain/language/format.ts'
import { parseDay, parseTime } from '../../domain/publications/plan-dates.ts'
import { useReader } from '../shell/reader.ts'
import type { Slot } from './grid-props.ts'

type Props = { to: Slot; hasClock: boolean; onChange: (to: Slot) => void }

/** A date and a time as people write them: "11-12-2026", "11 Desember 2026", "9.00". What cannot be read changes nothing. */
export function TypedSlot({ to, hasClock, onChange }: Props) {
  const { t } = useTranslation('calendar')
  const reader = useReader()
  const shownDay = dateWithYear(to.day, reader)
  const shownClock = to.clock === null ? '' : reader.language === 'id' ? to.clock.replace(':', '.') : to.clock
  const [day, setDay] = useState(shownDay)
  const [clock, setClock] = useState(shownClock)
  useEffect(() => setDay(shownDay), [shownDay])
  useEffect(() => setClock(shownClock), [shownClock])
  const isDayRead = 'day' in parseDay(day)

  return (
    <>
      <label>
        <span>{t('move.day')}</span>
        <input
          type="text"
          value={day}
          size={18}
          autoComplete="off"
          aria-invalid={!isDayRead}
          aria-describedby={isDayRead ? undefined : 'cal-needs-day'}
          onChange={(event) => {
            const text = event.currentTarget.value
            setDay(text)
            const read = parseDay(text)
            if ('day' in read && /\d{4}/.test(text)) onChange({ ...to, day: read.day })
          }}
          onBlur={() => setDay(isDayRead ? shownDay : day)}
        />
      </label>
      {hasClock && (
        <label>
          <span>{t('move.clock')}</span>
          <input
            type="text"
            value={clock}
            size={6}
            inputMode="decimal"
            autoComplete="off"
            onChange={(event) => {
              const text = event.currentTarget.value
              setClock(text)
              const read = parseTime(text)
              if ('clock' in read && (text.trim() === '' || /^\d{1,2}[.:]\d\d$/.test(text.trim())))
                onChange({ ...to, clock: read.clock })
            }}
            onBlur={() => setClock(shownClock)}
          />
        </label>
      )}
      {!isDayRead && (
        <p id="cal-needs-day" className="cal-move-problem">
          {t('move.needsDay')}
        </p>
      )}
    </>
  )
}
