import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../shell/keys.ts'
import { useIsPhone } from '../shell/phone.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import type { Publication } from './editor-data.ts'
import type { WritingState } from './use-writing.ts'

type Props = { publication: Publication; writing: WritingState }

/** The one legal step that comes next: submit, withdraw the submission, hand over. What was typed is saved before. */
export function NextStep({ publication, writing }: Props) {
  const { t } = useTranslation('publications')
  const trpc = useTRPC()
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const refresh = [
    { queryKey: trpc.publications.pathKey() },
    { queryKey: trpc.reading.pathKey() },
    { queryKey: trpc.approvals.pathKey() },
  ]
  const submit = useCommand(trpc.approvals.submit, { refresh })
  const withdraw = useCommand(trpc.publications.withdrawSubmission, { refresh })
  const { may, phase, id } = publication
  const input = { publicationId: id }
  const toHandoverStep = {
    pending: undefined,
    reason: null,
    run: () => void navigate({ to: '/publications/$id/handover', params: { id } }),
  }

  const submitNow = async () => {
    if (submit.isPending || (writing.isDirty && !(await writing.saveNow()))) return
    await submit.run(input)
  }
  const step = stepOf()
  useKeys([
    {
      keys: 'Ctrl Enter',
      name: t('keys.next'),
      when: () => step !== null && !step.reason,
      run: () => step?.run(),
    },
  ])
  if (step === null) return null
  const failure = submit.failure ?? withdraw.failure
  return (
    <div className="sel-next-step">
      <ActionButton
        weight={step.weight}
        size={isPhone ? 'phone' : 'normal'}
        fullWidth={isPhone}
        shortcut={isPhone ? undefined : 'Ctrl Enter'}
        isPending={submit.isPending || withdraw.isPending}
        pendingText={step.pending}
        disabled={step.reason !== null}
        reasonId="next-step-reason"
        onClick={step.run}
      >
        {step.words}
      </ActionButton>
      {step.reason !== null && (
        <span id="next-step-reason" className="sel-second">
          {step.reason}
        </span>
      )}
      <RefusalSentence failure={failure} />
    </div>
  )

  function stepOf() {
    if (may.submit.why !== 'role' && (phase === 'idea' || phase === 'draft')) {
      const reason = phase === 'idea' ? t('editor.addAccountFirst') : null
      return {
        words: t('editor.submit'),
        pending: t('editor.submitting'),
        weight: 'primary' as const,
        reason,
        run: () => void submitNow(),
      }
    }
    if (phase === 'approved' && may.handOver.isAllowed) {
      return { ...toHandoverStep, words: t('editor.handOver'), weight: 'primary' as const }
    }
    if (phase === 'in_review' && may.withdrawSubmission.isAllowed) {
      return {
        words: t('editor.withdraw'),
        pending: t('editor.withdrawing'),
        weight: 'normal' as const,
        reason: null,
        run: () => void withdraw.run(input),
      }
    }
    if ((phase === 'handed_over' || phase === 'published') && may.handOver.why !== 'role') {
      return { ...toHandoverStep, words: t('editor.toHandover'), weight: 'normal' as const }
    }
    return null
  }
}
