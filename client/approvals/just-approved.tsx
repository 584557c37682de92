import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'

/** What was approved just before the next request came: said, and to be revoked from here until it is out. */
export function JustApproved({ publicationId }: { publicationId: string }) {
  const { t } = useTranslation(['approvals', 'ui'])
  const trpc = useTRPC()
  const { data } = useQuery(trpc.approvals.request.queryOptions({ publicationId, seenHash: null }))
  const revoke = useCommand(trpc.approvals.revoke, { refresh: [trpc.approvals.pathFilter()] })
  const decision = data?.own.find((one) => one.mayRevoke)
  if (data === undefined || decision === undefined) return null
  return (
    <div className="sel-just-approved">
      <p>{t('justApproved', { title: data.publication.title, at: decision.decidedAt })}</p>
      <ActionButton
        weight="quiet"
        size="small"
        isPending={revoke.isPending}
        pendingText={t('ui:actions.recording')}
        onClick={() => void revoke.run({ publicationId, decisionId: decision.id })}
      >
        {t('revoke')}
      </ActionButton>
      <RefusalSentence failure={revoke.failure} />
    </div>
  )
}
