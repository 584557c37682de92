import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { failureOf, refusedWith } from '../shell/failure.ts'
import { useChangedBy } from '../shell/live.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { LoadingLines } from '../ui/loading.tsx'
import { BriefingPanel } from './briefing-panel.tsx'
import './briefings.css'

/** The briefing that a publication goes by, in its editor. */
export function BriefingTab({ publicationId }: { publicationId: string }) {
  return <BriefingOf of={{ kind: 'publication', id: publicationId }} />
}

/** The same of a campaign or a publication, wherever it is shown whole. */
export function BriefingOf({ of }: { of: { kind: 'publication' | 'campaign'; id: string } }) {
  const { t } = useTranslation('briefings')
  const trpc = useTRPC()
  const page = useQuery(trpc.briefings.briefing.queryOptions({ of }))
  const changedBy = useChangedBy('briefings', of.id)
  if (page.isPending) return <LoadingLines count={4} />
  if (page.isError) {
    const failure = failureOf(page.error)
    if (refusedWith(failure, 'not_allowed')) return <p className="sel-second">{t('notForYou')}</p>
    return <RefusalSentence failure={failure} of="load" />
  }
  return (
    <div className="sel-brief" data-changed-by={changedBy ?? undefined}>
      <BriefingPanel key={`${page.data.owner.kind} ${page.data.owner.id}`} of={of} page={page.data} />
    </div>
  )
}
