import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../shell/announce.ts'
import { refusedWith } from '../shell/failure.ts'
import { useKeys } from '../shell/keys.ts'
import { useMe } from '../shell/me.ts'
import { useIsPhone } from '../shell/phone.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { ChangesSheet } from './changes-sheet.tsx'
import { RejectDialog } from './reject-dialog.tsx'
import type { RequestData } from './request-data.ts'
import { asFailure } from './said-refusal.ts'

type Props = {
  request: RequestData
  /** After an approval: the page goes on to the next request. */
  onApproved: () => void
  /** Changes were asked for. */
  onAsked: () => void
  /** The content is another one than that on the screen. */
  onChanged: () => void
}

/** The one decision: three buttons within the thumb's reach, in whose name; else what was decided, or why one cannot. */
export function DecisionBar({ request, onApproved, onAsked, onChanged }: Props) {
  const { t } = useTranslation(['approvals', 'ui'])
  const trpc = useTRPC()
  const isPhone = useIsPhone()
  const { person } = useMe()
  const [sheet, setSheet] = useState<'changes' | 'reject' | null>(null)
  const approve = useCommand(trpc.approvals.approve)
  const { mine, submission, publication } = request
  const mayDecide = mine !== null && mine.reasons.length === 0
  const asked = {
    publicationId: publication.id,
    stepId: mine?.stepId ?? '',
    contentHash: submission.contentHash,
  }

  const send = async () => {
    const outcome = await approve.run({ ...asked, comment: '' })
    if (outcome.ok) return onApproved()
    if (refusedWith(outcome.failure, 'content_changed') !== null) onChanged()
  }
  const closeChanges = () => {
    setSheet(null)
    setTimeout(() => document.querySelector<HTMLElement>('[data-changes] button')?.focus(), 0)
  }
  useKeys([
    {
      keys: 'A',
      name: t('keys.approve'),
      when: () => mayDecide,
      run: () => document.querySelector<HTMLElement>('[data-approve] button')?.focus(),
    },
    { keys: 'P', name: t('keys.changes'), when: () => mayDecide, run: () => setSheet('changes') },
  ])

  if (!mayDecide) {
    return (
      <div className="sel-decision">
        <Standing request={request} />
      </div>
    )
  }
  return (
    <div className="sel-decision">
      <RefusalSentence failure={approve.failure} />
      {sheet === 'changes' && (
        <ChangesSheet
          asked={asked}
          onClose={closeChanges}
          onDone={() => {
            announce(t('askedForChanges', { at: new Date().toISOString() }))
            onAsked()
          }}
          onChanged={onChanged}
        />
      )}
      {(isPhone || sheet !== 'changes') && (
        <div className="sel-decision-buttons">
          <span data-approve>
            <ActionButton
              weight="primary"
              size={isPhone ? 'decision' : 'phone'}
              icon={<IconCheck size={24} stroke={2.4} aria-hidden />}
              isPending={approve.isPending}
              pendingText={t('ui:actions.recording')}
              onClick={() => void send()}
              fullWidth
            >
              {t('approve')}
            </ActionButton>
          </span>
          <span data-changes>
            <ActionButton size="phone" fullWidth onClick={() => setSheet('changes')}>
              {t('askForChanges')}
            </ActionButton>
          </span>
          <ActionButton size="phone" onClick={() => setSheet('reject')}>
            {t('reject')}
          </ActionButton>
        </div>
      )}
      <p className="sel-second sel-decision-as">
        {mine.onBehalfOf === null
          ? t('as', { name: person.name })
          : t('asOffice', { name: mine.onBehalfOf.name })}
      </p>
      {sheet === 'reject' && (
        <RejectDialog
          asked={asked}
          title={publication.title}
          onClose={() => setSheet(null)}
          onChanged={onChanged}
        />
      )}
    </div>
  )
}

/** What became of it for this person, or why they may not decide; an approval of one's own may be revoked here. */
function Standing({ request }: { request: RequestData }) {
  const { t } = useTranslation(['approvals', 'ui'])
  const trpc = useTRPC()
  const isPhone = useIsPhone()
  const revoke = useCommand(trpc.approvals.revoke)
  const { own, mine, submission, publication, steps } = request
  const decision = own.find((one) => one.mayRevoke) ?? own[0]
  if (decision !== undefined) {
    const words = { approve: 'approved', ask_for_changes: 'askedForChanges', reject: 'rejected' } as const
    return (
      <>
        <p className="sel-decision-state">{t(words[decision.kind], { at: decision.decidedAt })}</p>
        {decision.mayRevoke && (
          <ActionButton
            size={isPhone ? 'phone' : 'normal'}
            isPending={revoke.isPending}
            pendingText={t('ui:actions.recording')}
            onClick={() => void revoke.run({ publicationId: publication.id, decisionId: decision.id })}
          >
            {t('revoke')}
          </ActionButton>
        )}
        <RefusalSentence failure={revoke.failure} />
      </>
    )
  }
  if (submission.endedAt !== null && submission.endedWhy !== null) {
    const { endedBy, endedAt, endedWhy } = submission
    return <p className="sel-decision-state">{t(`ended.${endedWhy}`, { by: endedBy ?? '', at: endedAt })}</p>
  }
  const [reason] = mine?.reasons ?? []
  const waiting = steps.flatMap((step) => step.waitingFor)
  return (
    <>
      {reason !== undefined && <RefusalSentence failure={asFailure(reason)} />}
      <p className="sel-decision-state">
        {waiting.length > 0 ? t('waitingFor', { names: waiting }) : t('nothingToDecide')}
      </p>
    </>
  )
}
