import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { LoadingLines } from '../ui/loading.tsx'
import { AgencyForm } from './agency-form.tsx'
import { PublicsSection } from './publics-section.tsx'

export function AgencySection() {
  const { t } = useTranslation('agency')
  const trpc = useTRPC()
  const settings = useQuery(trpc.agency.settings.queryOptions({}))
  if (settings.isPending) return <LoadingLines count={8} />
  if (!settings.data) return <RefusalSentence failure={failureOf(settings.error)} of="load" />
  return (
    <>
      <p className="sel-second">{t('settings.intro')}</p>
      <AgencyForm settings={settings.data} />
      <PublicsSection />
    </>
  )
}
