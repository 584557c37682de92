import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LateToAsk } from '../approvals/late-to-ask.tsx'
import { useKeys } from '../shell/keys.ts'
import { useIsPhone } from '../shell/phone.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import type { Publication } from './editor-data.ts'
import type { WritingState } from './use-writing.ts'

const SAME_PRESS_MILLISECONDS = 800

type Props = { publication: Publication; writing: WritingState }

/**
 * The one legal step that comes next: submit, withdraw the submission, hand over. What was typed is saved before. One press
 * is one act, and what takes something back has no key.
 */
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
    hasKey: true,
    run: () => void navigate({ to: '/publications/$id/handover', params: { id } }),
  }

  const isActing = useRef(false)
  const submittedAt = useRef<number | null>(null)
  const act = async (run: () => Promise<unknown>) => {
    if (isActing.current) return
    isActing.current = true
    await run()
    isActing.current = false
  }
  const submitNow = async () => {
    if (writing.isDirty && !(await writing.saveNow())) return
    const outcome = await submit.run(input)
    if (outcome.ok) submittedAt.current = performance.now()
  }
  /** A press right after submitting was aimed at the button that stood there before. */
  const isSamePress = () =>
    submittedAt.current !== null && performance.now() - submittedAt.current < SAME_PRESS_MILLISECONDS
  const step = stepOf()
  useKeys([
    {
      keys: 'Ctrl Enter',
      name: t('keys.next'),
      when: () => step?.hasKey === true && !step.reason,
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
        shortcut={isPhone || !step.hasKey ? undefined : 'Ctrl Enter'}
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
      {phase === 'draft' && step.words === t('editor.submit') && <LateToAsk publicationId={id} />}
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
        run: () => void act(submitNow),
        hasKey: true,
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
        hasKey: false,
        run: () => {
          if (!isSamePress()) void act(() => withdraw.run(input))
        },
      }
    }
    if ((phase === 'handed_over' || phase === 'published') && may.handOver.why !== 'role') {
      return { ...toHandoverStep, words: t('editor.toHandover'), weight: 'normal' as const }
    }
    return null
  }
}
