import { Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { Room } from './room-data.ts'

/** Closes the issue for good, with the reason that stays on the record. */
export function CloseDialog({ room, onClose }: { room: Room; onClose: () => void }) {
  const { t } = useTranslation('issues')
  const { t: ui } = useTranslation('ui')
  const trpc = useTRPC()
  const [reason, setReason] = useState('')
  const close = useCommand(trpc.issues.close, {
    refresh: [trpc.issues.pathFilter(), trpc.reading.frame.pathFilter()],
    onDone: onClose,
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!close.isPending) void close.run({ issueId: room.issue.id, reason })
  }
  return (
    <Sheet isOpen onClose={onClose} title={t('close.open')}>
      <form className="sel-issue-form" noValidate onSubmit={submit}>
        <Textarea
          data-autofocus
          label={t('close.reason')}
          value={reason}
          autosize
          minRows={3}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <RefusalSentence failure={close.failure} />
        <div className="sel-issue-actions">
          <ActionButton
            type="submit"
            weight="primary"
            isPending={close.isPending}
            pendingText={ui('actions.recording')}
          >
            {t('close.save')}
          </ActionButton>
        </div>
      </form>
    </Sheet>
  )
}
