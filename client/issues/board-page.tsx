import { useTranslation } from 'react-i18next'
import { PageTitle } from '../ui/page-title.tsx'

export function BoardPage() {
  const { t } = useTranslation('shell')
  return <PageTitle title={t('nav.issues')} />
}
