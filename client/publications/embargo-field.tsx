import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { zoneName } from '../../domain/language/format.ts'
import { atClock, dayOf, type Instant } from '../../domain/time.ts'
import { useReader } from '../shell/reader.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { FieldError } from '../ui/field-error.tsx'
import { TimeFields } from './time-fields.tsx'
import { readTyped, type TypedTime, typedFrom } from './typed-time.ts'

type Props = {
  value: Instant | null
  onChange: (until: Instant | null) => void
}

/**
 * The end of an embargo, by day and time of day in the agency's zone, typed as any planned time is; taken over once it
 * can be read whole.
 */
export function EmbargoField({ value, onChange }: Props) {
  const { t } = useTranslation('publications')
  const reader = useReader()
  const id = useId()
  const { zone } = reader
  const [typing, setTyping] = useState<TypedTime | null>(null)
  const zoneWord = zoneName(reader.now, reader)
  const shown =
    typing ??
    typedFrom({ timeKind: 'exact', plannedAt: value, plannedDay: value && dayOf(value, zone) }, reader)
  const read = readTyped(shown)
  const until = instantOf(shown)
  const isGap = typing !== null && until === null && !('problems' in read)

  function instantOf(typed: TypedTime): Instant | null {
    const found = readTyped(typed)
    if ('problems' in found || found.time.kind !== 'exact') return null
    return atClock(found.time.day, found.time.clock, zone)
  }

  if (value === null && typing === null) {
    return (
      <div className="sel-embargo">
        <span className="sel-field-label">{t('fields.embargoUntil')}</span>
        <span className="sel-second">{t('embargo.none')}</span>
        <ActionButton
          weight="quiet"
          onClick={() =>
            setTyping({ kind: 'exact', day: '', clock: reader.language === 'id' ? '00.00' : '00:00' })
          }
        >
          {t('embargo.set')}
        </ActionButton>
      </div>
    )
  }
  // Nothing is wrong with a day that is not typed yet.
  const problems = 'problems' in read && shown.day.trim() !== '' ? read.problems : null
  return (
    <fieldset
      className="sel-embargo"
      onBlur={() => {
        if (until !== null) setTyping(null)
      }}
    >
      <legend className="sel-field-label">{t('fields.embargoUntil')}</legend>
      <TimeFields
        typed={shown}
        kinds={['exact']}
        problems={problems}
        autoFocus={value === null}
        onChange={(next) => {
          setTyping(next)
          const moment = instantOf(next)
          if (moment !== null && moment !== value) onChange(moment)
        }}
      />
      <FieldError id={`${id}-gap`}>{isGap ? t('embargo.gap', { zone: zoneWord }) : null}</FieldError>
      <ActionButton
        weight="quiet"
        onClick={() => {
          setTyping(null)
          onChange(null)
        }}
      >
        {t('embargo.remove')}
      </ActionButton>
      <p className="sel-second">{t('embargo.hint', { zone: zoneWord })}</p>
    </fieldset>
  )
}
