import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useTRPC } from '../shell/trpc.ts'

/** Beside the act of submitting: that a step's deadline is past already, and what can be done about it. */
export function LateToAsk({ publicationId }: { publicationId: string }) {
  const { t } = useTranslation('approvals')
  const trpc = useTRPC()
  const { data } = useQuery(trpc.approvals.whoWillBeAsked.queryOptions({ publicationId }))
  const [first] = (data?.steps ?? [])
    .flatMap((step) => (step.missedAt === null ? [] : [step.missedAt]))
    .sort()
  if (first === undefined) return null
  return <p className="sel-late-to-ask">{t('tab.lateToAsk', { at: first })}</p>
}
