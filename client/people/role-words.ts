import { useTranslation } from 'react-i18next'
import type { Role } from '../../domain/permissions.ts'

/** A role with where it holds: "Perencana di Biro Komunikasi", "Petugas, seluruh instansi". */
export function useRoleWords(): (role: Role, unitName: string | null) => string {
  const { t } = useTranslation('people')
  return (role, unitName) =>
    unitName === null
      ? t('roleForAgency', { role: t(`role.${role}`) })
      : t('roleIn', { role: t(`role.${role}`), unit: unitName })
}
