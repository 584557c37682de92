import { useTranslation } from 'react-i18next'
import { type ObligationKind, obligationKinds } from '../../domain/issues/obligations.ts'

/** The name of an obligation; a kind that a later version brought reads as what it is called there. */
export function useObligationName(): (kind: string) => string {
  const { t } = useTranslation('issues')
  return (kind) => {
    const known: ObligationKind | undefined = obligationKinds.find((one) => one === kind)
    return known === undefined ? t('obligations.title') : t(`obligations.${known}`)
  }
}
