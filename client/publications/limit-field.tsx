import { useTranslation } from 'react-i18next'
import type { OwnFigure } from '../../domain/platforms/own-limits.ts'
import type { Limit } from '../../domain/platforms/platform.ts'
import { NumberField } from '../agency/number-field.tsx'

type Props = {
  name: OwnFigure
  limit: Limit<unknown> | undefined
  /** The account's own figure; null follows the platform. */
  value: number | null
  /** The one in force, and why it is. */
  onRecord: { reason: string; by: string; at: string } | null
  error?: string
  onChange: (value: number | null) => void
}

const MEGABYTE = 1_000_000

/** One limit: what the platform says and where, the account's own figure, and the reason on record. */
export function LimitField({ name, limit, value, onRecord, error, onChange }: Props) {
  const { t } = useTranslation(['accounts', 'platforms'])
  const isBytes = name === 'maxImageBytes'
  return (
    <div className="sel-limit">
      <NumberField
        id={`limit-${name}`}
        label={t(`limits.name.${name}`)}
        description={platformSays()}
        value={value === null || !isBytes ? value : value / MEGABYTE}
        error={error}
        onChange={(typed) => onChange(typed === null || !isBytes ? typed : typed * MEGABYTE)}
      />
      {limit !== undefined && (
        <p className="sel-second">
          {t('platforms:limit.source', { source: limit.source, asOf: limit.asOf })}
        </p>
      )}
      {onRecord !== null && <p className="sel-limit-own">{t('limits.onRecord', onRecord)}</p>}
    </div>
  )

  function platformSays(): string {
    if (limit === undefined || limit.value === 'not_known') return t('limits.platformUnknown')
    if (limit.value === 'not_applicable') return t('limits.platformNone')
    const figure = t(isBytes ? 'limits.platformSaysBytes' : 'limits.platformSays', {
      value: Number(limit.value),
    })
    return limit.severity === 'warning' ? `${figure}, ${t('limits.platformWarns')}` : figure
  }
}
