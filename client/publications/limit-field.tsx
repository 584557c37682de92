import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type OwnFigure, type OwnShape, ownShapes } from '../../domain/platforms/own-limits.ts'
import type { Limit } from '../../domain/platforms/platform.ts'
import { NumberField } from '../agency/number-field.tsx'

type Props = {
  name: OwnFigure | OwnShape
  limit: Limit<number | string>
  /** The account's own figure or shape; null follows the platform. */
  value: number | string | null
  /** The one in force, and why it is. */
  onRecord: { reason: string; by: string; at: string } | null
  error?: string
  onChange: (value: number | string | null) => void
}

const MEGABYTE = 1_000_000

/** One limit: what the platform says and where, the account's own figure, and the reason on record. */
export function LimitField({ name, limit, value, onRecord, error, onChange }: Props) {
  const { t } = useTranslation(['accounts', 'platforms'])
  const unit = unitOf(name)
  const shared = {
    id: `limit-${name}`,
    label: t(`limits.name.${name}`),
    description: platformSays(),
    error,
  }
  return (
    <div className="sel-limit">
      {unit === 'shape' ? (
        <TextInput
          {...shared}
          autoComplete="off"
          value={value === null ? '' : String(value)}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      ) : (
        <NumberField
          {...shared}
          value={value === null || unit !== 'bytes' ? (value as number | null) : Number(value) / MEGABYTE}
          onChange={(typed) => onChange(typed === null || unit !== 'bytes' ? typed : typed * MEGABYTE)}
        />
      )}
      <p className="sel-second">{t('platforms:limit.source', { source: limit.source, asOf: limit.asOf })}</p>
      {onRecord !== null && <p className="sel-limit-own">{t('limits.onRecord', onRecord)}</p>}
    </div>
  )

  function platformSays(): string {
    if (limit.value === 'not_known') return t('limits.platformUnknown')
    if (limit.value === 'not_applicable') return t('limits.platformNone')
    const said = {
      shape: t('limits.platformSaysShape', { value: limit.value }),
      ...figures(Number(limit.value)),
    }
    return limit.severity === 'warning' ? `${said[unit]}, ${t('limits.platformWarns')}` : said[unit]
  }

  function figures(figure: number) {
    return {
      bytes: t('limits.platformSaysBytes', { value: figure }),
      seconds: t('limits.platformSaysSeconds', { value: figure }),
      number: t('limits.platformSays', { value: figure }),
    }
  }
}

function unitOf(name: OwnFigure | OwnShape): 'shape' | 'bytes' | 'seconds' | 'number' {
  if (ownShapes.some((shape) => shape === name)) return 'shape'
  if (name === 'maxImageBytes' || name === 'maxVideoBytes') return 'bytes'
  return name === 'minVideoSeconds' || name === 'maxVideoSeconds' ? 'seconds' : 'number'
}
