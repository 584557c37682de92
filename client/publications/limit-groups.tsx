import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  type OwnDemand,
  type OwnFigure,
  type OwnLimitName,
  type OwnLimitValue,
  type OwnShape,
  ownDemands,
  ownLimitGroups,
  platformLimitOf,
} from '../../domain/platforms/own-limits.ts'
import type { Platform } from '../../domain/platforms/platform.ts'
import { LimitField } from './limit-field.tsx'

type Props = {
  platform: Pick<Platform, 'limits' | 'videoLimits' | 'headline'>
  onRecord: readonly { name: OwnLimitName; reason: string; by: string; at: string }[]
  inForce: (name: OwnLimitName) => OwnLimitValue | null
  errorOf: (name: OwnLimitName) => string | undefined
  onChange: (name: OwnLimitName, value: OwnLimitValue | null) => void
}

/** Every limit an account may have of its own: of words, of images and of videos. */
export function LimitGroups({ platform, onRecord, inForce, errorOf, onChange }: Props) {
  const { t } = useTranslation('accounts')
  return (Object.keys(ownLimitGroups) as (keyof typeof ownLimitGroups)[]).map((group) => (
    <fieldset key={group} className="sel-limit-group">
      <legend>{t(`limits.group.${group}`)}</legend>
      {ownLimitGroups[group].map((name) => {
        if (isDemand(name)) {
          const set = (value: boolean | null) => onChange(name, value)
          return <Demand key={name} name={name} value={inForce(name) as boolean | null} onChange={set} />
        }
        const limit = platformLimitOf(platform, name as OwnFigure | OwnShape)
        if (limit === undefined) return null
        return (
          <LimitField
            key={name}
            name={name}
            limit={limit}
            value={inForce(name) as number | string | null}
            onRecord={onRecord.find((one) => one.name === name) ?? null}
            error={errorOf(name)}
            onChange={(value) => onChange(name, value)}
          />
        )
      })}
    </fieldset>
  ))
}

function isDemand(name: OwnLimitName): name is OwnDemand {
  return ownDemands.some((demand) => demand === name)
}

/** What an account may ask for, beside following the platform. */
function Demand(props: {
  name: OwnDemand
  value: boolean | null
  onChange: (value: boolean | null) => void
}) {
  const { name, value, onChange } = props
  const { t } = useTranslation('accounts')
  return (
    <NativeSelect
      label={t(`limits.name.${name}`)}
      value={value === null ? '' : String(value)}
      data={[
        { value: '', label: t('limits.follows') },
        { value: 'true', label: t('limits.yes') },
        { value: 'false', label: t('limits.no') },
      ]}
      onChange={(event) => {
        const chosen = event.currentTarget.value
        onChange(chosen === '' ? null : chosen === 'true')
      }}
    />
  )
}
