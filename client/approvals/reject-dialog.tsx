import { Textarea } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusedWith } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { FieldError } from '../ui/field-error.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { AskedDecision } from './changes-sheet.tsx'

type Props = { asked: AskedDecision; title: string; onClose: () => void; onChanged: () => void }

/** Rejects with a reason. A dialog, since the act is hard to take back and has no letter. */
export function RejectDialog({ asked, title, onClose, onChanged }: Props) {
  const { t } = useTranslation(['approvals', 'ui'])
  const trpc = useTRPC()
  const [comment, setComment] = useState('')
  const [isMissing, setMissing] = useState(false)
  const errorId = useId()
  const command = useCommand(trpc.approvals.reject)
  const send = async () => {
    if (comment.trim() === '') return setMissing(true)
    const outcome = await command.run({ ...asked, comment })
    if (outcome.ok) onClose()
    else if (refusedWith(outcome.failure, 'content_changed') !== null) onChanged()
  }
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('rejecting.title', { title })}
      foot={
        <div className="sel-comment-foot">
          <ActionButton
            weight="primary"
            size="phone"
            isPending={command.isPending}
            pendingText={t('ui:actions.recording')}
            onClick={() => void send()}
          >
            {t('rejecting.send')}
          </ActionButton>
          <ActionButton size="phone" onClick={onClose}>
            {t('rejecting.keep')}
          </ActionButton>
        </div>
      }
    >
      <div className="sel-comment-form">
        <Textarea
          label={t('rejecting.label')}
          description={t('rejecting.hint')}
          value={comment}
          onChange={(event) => {
            setComment(event.currentTarget.value)
            setMissing(false)
          }}
          autosize
          minRows={3}
          maxLength={10_000}
          data-autofocus
          aria-describedby={isMissing ? errorId : undefined}
          aria-invalid={isMissing || undefined}
        />
        <FieldError id={errorId}>{isMissing ? t('fieldErrors.comment_needed') : null}</FieldError>
        <RefusalSentence failure={command.failure} />
      </div>
    </Sheet>
  )
}
