import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const ours = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const
const others = Intl.supportedValuesOf('timeZone').filter((zone) => !ours.some((one) => one === zone))

type Props = {
  id?: string
  value: string
  onChange: (zone: string) => void
  error?: string
  description?: string
}

/** The zone in which the agency reads its times: the three of Indonesia first, then every other. */
export function ZoneField({ id, value, onChange, error, description }: Props) {
  const { t } = useTranslation('agency')
  return (
    <Select
      id={id}
      label={t('start.zone')}
      description={description}
      data={[
        { group: 'Indonesia', items: ours.map((zone) => ({ value: zone, label: t(`zones.${zone}`) })) },
        {
          group: t('start.otherZone'),
          items: others.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
        },
      ]}
      value={value}
      searchable
      limit={100}
      error={error}
      onChange={(zone) => zone !== null && onChange(zone)}
    />
  )
}

/** The reader's own zone where it is one of Indonesia's, else Jakarta's. */
export function likelyZone(): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return ours.find((zone) => zone === own) ?? 'Asia/Jakarta'
}
