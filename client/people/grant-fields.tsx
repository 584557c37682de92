import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { agencyRoles, type Grant, type Role, roles } from '../../domain/permissions.ts'

const WHOLE = 'agency'

function isForAgencyOnly(role: Role): boolean {
  return agencyRoles.some((one) => one === role)
}

type Props = {
  grant: Grant
  units: readonly { id: string; name: string }[]
  onChange: (grant: Grant) => void
  idPrefix: string
}

/** A role and where it holds; a role that only makes sense for the whole agency fixes the place. */
export function GrantFields({ grant, units, onChange, idPrefix }: Props) {
  const { t } = useTranslation('people')
  const isFixed = isForAgencyOnly(grant.role)
  return (
    <>
      <Select
        id={`${idPrefix}-role`}
        label={t('settings.role')}
        description={t(`roleMeaning.${grant.role}`)}
        data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        value={grant.role}
        onChange={(picked) => {
          const role = roles.find((one) => one === picked)
          if (!role) return
          const unitId = isForAgencyOnly(role) ? null : (grant.unitId ?? units[0]?.id ?? null)
          onChange({ role, unitId })
        }}
      />
      <Select
        id={`${idPrefix}-place`}
        label={t('settings.place')}
        data={[
          ...(isFixed ? [] : units.map((unit) => ({ value: unit.id, label: unit.name }))),
          { value: WHOLE, label: t('settings.wholeAgency') },
        ]}
        value={grant.unitId ?? WHOLE}
        onChange={(picked) => onChange({ role: grant.role, unitId: picked === WHOLE ? null : picked })}
      />
    </>
  )
}
