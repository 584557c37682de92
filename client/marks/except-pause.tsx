import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import './marks.css'

/** For an approver who wrote none of it: lets the publication out of one pause, with a reason, where the pause is named. */
export function ExceptPause({
  pauseId,
  publicationId,
  name,
}: {
  pauseId: string
  publicationId: string
  name: string
}) {
  const { t } = useTranslation(['marks', 'ui'])
  const trpc = useTRPC()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const except = useCommand(trpc.publications.exceptPause, {
    refresh: [trpc.reading.pathFilter(), trpc.publications.pathFilter()],
    onDone: () => setOpen(false),
  })
  const sentences = useFieldSentences(except.failure)
  if (!isOpen) {
    return (
      <button type="button" className="sel-link" onClick={() => setOpen(true)}>
        {t('except.open')}
        <span className="sel-hidden">, {name}</span>
      </button>
    )
  }
  return (
    <section className="sel-except" aria-label={t('except.title', { name })}>
      <Textarea
        label={t('except.reason')}
        description={t('except.hint', { name })}
        value={reason}
        error={sentences.reason}
        autosize
        autoFocus
        minRows={2}
        maxRows={8}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {sentences.reason === undefined && <RefusalSentence failure={except.failure} />}
      <div className="sel-except-acts">
        <ActionButton
          size="small"
          isPending={except.isPending}
          pendingText={t('ui:actions.recording')}
          onClick={() => void except.run({ pauseId, publicationId, reason })}
        >
          {t('except.grant')}
        </ActionButton>
        <ActionButton size="small" weight="quiet" onClick={() => setOpen(false)}>
          {t('ui:actions.cancel')}
        </ActionButton>
      </div>
    </section>
  )
}
