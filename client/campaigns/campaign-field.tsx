import { Select } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { holds } from '../../domain/permissions.ts'
import { useMe } from '../shell/me.ts'
import { NewCampaign } from './new-campaign.tsx'
import './campaigns.css'

type Props = {
  label: string
  /** What the choice of none reads. */
  none: string
  campaigns: readonly { id: string; name: string }[]
  value: string | null
  /** The unit a new campaign would belong to. */
  unitId: string
  onChange: (id: string | null) => void
}

const NEW = 'new'

/** Chooses a campaign, or begins one in place; the chosen one can be opened. */
export function CampaignField({ label, none, campaigns, value, unitId, onChange }: Props) {
  const { t } = useTranslation('campaigns')
  const me = useMe()
  const [isNew, setNew] = useState(false)
  const [made, setMade] = useState<{ id: string; name: string } | null>(null)
  const mayCreate = holds(me.grants, 'campaign.manage', unitId)
  const known =
    made === null || campaigns.some((one) => one.id === made.id) ? campaigns : [made, ...campaigns]
  if (isNew) {
    return (
      <NewCampaign
        unitId={unitId}
        onClose={() => setNew(false)}
        onCreated={(campaign) => {
          setMade(campaign)
          setNew(false)
          onChange(campaign.id)
        }}
      />
    )
  }
  return (
    <div>
      <Select
        label={label}
        data={[
          { value: '', label: none },
          ...known.map(({ id, name }) => ({ value: id, label: name })),
          ...(mayCreate ? [{ value: NEW, label: t('new') }] : []),
        ]}
        value={value ?? ''}
        allowDeselect={false}
        searchable={known.length > 8}
        onChange={(chosen) => (chosen === NEW ? setNew(true) : onChange(chosen || null))}
      />
      {value !== null && (
        <Link to="/campaigns/$id" params={{ id: value }} className="sel-link">
          {t('open')}
        </Link>
      )}
    </div>
  )
}
