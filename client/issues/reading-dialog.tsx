import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { emptyReading, ReadingFields, readTypedReading } from './reading-fields.tsx'
import type { Room } from './room-data.ts'

/** Adds a reading; the level is never shown raised before the server has raised it. */
export function ReadingDialog({ room, onClose }: { room: Room; onClose: () => void }) {
  const { t } = useTranslation('issues')
  const { t: ui } = useTranslation('ui')
  const trpc = useTRPC()
  const [typed, setTyped] = useState(emptyReading)
  const [isTried, setTried] = useState(false)
  const add = useCommand(trpc.issues.addReading, {
    refresh: [trpc.issues.pathFilter(), trpc.reading.frame.pathFilter()],
    onDone: onClose,
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const reading = readTypedReading(typed)
    if (add.isPending || reading === 'unreadable' || reading === null) return
    void add.run({ issueId: room.issue.id, reading })
  }
  return (
    <Sheet isOpen onClose={onClose} title={t('reading.add')}>
      <form className="sel-issue-form" noValidate onSubmit={submit}>
        <ReadingFields
          typed={typed}
          onChange={setTyped}
          areProblemsShown={isTried}
          thresholds={room.thresholds}
        />
        <RefusalSentence failure={add.failure} />
        <div className="sel-issue-actions">
          <ActionButton
            type="submit"
            weight="primary"
            isPending={add.isPending}
            pendingText={ui('actions.recording')}
          >
            {t('reading.save')}
          </ActionButton>
        </div>
      </form>
    </Sheet>
  )
}
