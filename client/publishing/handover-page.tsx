import { useTranslation } from 'react-i18next'
import { PageTitle } from '../ui/page-title.tsx'

export function HandoverPage() {
  const { t } = useTranslation('shell')
  return <PageTitle title={t('nav.calendar')} />
}
