import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../shell/announce.ts'
import { useRefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'

/** A request marked with the content that was on the screen then. */
export type Marked = { publicationId: string; title: string; stepId: string; contentHash: string }

/** Approves what was marked, one after the other; what is refused stays marked and says why. */
export function MarkedBar({
  marked,
  onDone,
}: {
  marked: readonly Marked[]
  onDone: (left: readonly Marked[]) => void
}) {
  const { t } = useTranslation(['approvals', 'ui'])
  const trpc = useTRPC()
  const client = useQueryClient()
  const say = useRefusalSentence()
  const approve = useCommand(trpc.approvals.approve)
  const [failed, setFailed] = useState<readonly string[]>([])
  const [isPending, setPending] = useState(false)

  const send = async () => {
    setPending(true)
    const left: Marked[] = []
    const sentences: string[] = []
    for (const { title, ...one } of marked) {
      const outcome = await approve.run({ ...one, comment: '' })
      if (outcome.ok) continue
      left.push({ title, ...one })
      sentences.push(t('markedFailed', { title, sentence: say(outcome.failure) ?? '' }))
    }
    setPending(false)
    setFailed(sentences)
    announce(t('markedDone', { count: marked.length - left.length }))
    void client.invalidateQueries(trpc.approvals.pathFilter())
    onDone(left)
  }
  return (
    <div className="sel-marked-bar" role="status">
      <b>{t('marked', { count: marked.length })}</b>
      <ActionButton isPending={isPending} pendingText={t('ui:actions.recording')} onClick={() => void send()}>
        {t('approveMarked', { count: marked.length })}
      </ActionButton>
      <ActionButton weight="quiet" onClick={() => onDone([])}>
        {t('unmark')}
      </ActionButton>
      {failed.map((sentence) => (
        <p key={sentence} className="sel-refusal">
          {sentence}
        </p>
      ))}
    </div>
  )
}
