import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { zoneName } from '../../domain/language/format.ts'
import { clockOf, dayOf, type Instant } from '../../domain/time.ts'
import { instantOf, MomentField } from '../people/moment-field.tsx'
import { useReader } from '../shell/reader.ts'
import { ActionButton } from '../ui/action-button.tsx'

type Props = {
  value: Instant | null
  onChange: (until: Instant | null) => void
}

/** The end of an embargo, by day and time of day in the agency's zone; taken over once both are there. */
export function EmbargoField({ value, onChange }: Props) {
  const { t } = useTranslation('publications')
  const reader = useReader()
  const id = useId()
  const { zone } = reader
  const asTyped = () =>
    value === null ? { day: '', clock: '' } : { day: dayOf(value, zone), clock: clockOf(value, zone) }
  const [typing, setTyping] = useState<{ day: string; clock: string } | null>(null)
  const shown = typing ?? asTyped()
  const isOpen = value !== null || typing !== null
  const isGap = typing !== null && typing.day !== '' && typing.clock !== '' && instantOf(typing) === null

  if (!isOpen) {
    return (
      <div className="sel-embargo">
        <span className="sel-field-label">{t('fields.embargoUntil')}</span>
        <span className="sel-second">{t('embargo.none')}</span>
        <ActionButton weight="quiet" onClick={() => setTyping({ day: '', clock: '00:00' })}>
          {t('embargo.set')}
        </ActionButton>
      </div>
    )
  }
  return (
    <fieldset className="sel-embargo">
      <legend className="sel-field-label">{t('fields.embargoUntil')}</legend>
      <MomentField
        id={id}
        dayLabel={t('embargo.day')}
        clockLabel={t('embargo.clock')}
        value={shown}
        {...(isGap ? { error: t('embargo.gap', { zone: zoneName(reader.now, reader) }) } : {})}
        onChange={(next) => {
          const until = instantOf(next)
          setTyping(until === null ? next : null)
          if (until !== null) onChange(until)
        }}
      />
      <ActionButton
        weight="quiet"
        onClick={() => {
          setTyping(null)
          onChange(null)
        }}
      >
        {t('embargo.remove')}
      </ActionButton>
      <p className="sel-second">{t('embargo.hint', { zone: zoneName(reader.now, reader) })}</p>
    </fieldset>
  )
}
