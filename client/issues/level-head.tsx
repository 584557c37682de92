import { Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { needsSecondPerson } from '../../domain/issues/changing-level.ts'
import { compareLevels, type Level, levels } from '../../domain/issues/level.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Segments } from '../ui/segments.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { Room } from './room-data.ts'

/** Changes the level by hand, with the reason; a fall from the top says beforehand that it waits for a second person. */
export function LevelDialog({ room, onClose }: { room: Room; onClose: () => void }) {
  const { t } = useTranslation('issues')
  const { t: ui } = useTranslation('ui')
  const trpc = useTRPC()
  const present = room.issue.level
  const isOpen = (level: Level) =>
    level !== present && (compareLevels(level, present) > 0 ? room.may.record : room.may.lower)
  const [to, setTo] = useState<Level | null>(levels.find(isOpen) ?? null)
  const [reason, setReason] = useState('')
  const change = useCommand(trpc.issues.changeLevel, {
    refresh: [trpc.issues.pathFilter(), trpc.reading.frame.pathFilter()],
    onDone: onClose,
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    if (to !== null && !change.isPending) void change.run({ issueId: room.issue.id, to, reason })
  }
  return (
    <Sheet isOpen onClose={onClose} title={t('changeLevel.open')}>
      <form className="sel-issue-form" noValidate onSubmit={submit}>
        <Segments
          label={t('changeLevel.to')}
          isLabelShown
          segments={levels.map((level, index) => ({
            value: level,
            label: ui('level.short', { number: index + 1 }),
            disabled: !isOpen(level),
          }))}
          value={to}
          onChange={setTo}
        />
        {to !== null && <p className="sel-second">{ui(`level.${to}`)}</p>}
        <Textarea
          data-autofocus
          label={t('changeLevel.reason')}
          description={t('changeLevel.reasonHint')}
          value={reason}
          autosize
          minRows={3}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {to !== null && needsSecondPerson(present, to) && <p>{t('changeLevel.second')}</p>}
        <RefusalSentence failure={change.failure} />
        <div className="sel-issue-actions">
          <ActionButton
            type="submit"
            weight="primary"
            isPending={change.isPending}
            pendingText={ui('actions.recording')}
          >
            {t('changeLevel.save')}
          </ActionButton>
        </div>
      </form>
    </Sheet>
  )
}

/** A lowering that waits for a second person on duty. */
export function PendingLowering({ room }: { room: Room }) {
  const { t } = useTranslation('issues')
  const { t: ui } = useTranslation('ui')
  const trpc = useTRPC()
  const confirm = useCommand(trpc.issues.confirmLowering, {
    refresh: [trpc.issues.pathFilter(), trpc.reading.frame.pathFilter()],
  })
  const { pending } = room
  if (pending === null) return null
  return (
    <div className="sel-issue-pending" role="status">
      <span>
        {t('changeLevel.pending', {
          by: pending.by ?? '',
          level: ui(`level.${pending.to}`),
          reason: String(pending.because.reason ?? ''),
        })}
      </span>
      {room.may.record && (
        <ActionButton
          size="small"
          isPending={confirm.isPending}
          pendingText={ui('actions.recording')}
          onClick={() => void confirm.run({ issueId: room.issue.id, levelChangeId: pending.id })}
        >
          {t('changeLevel.confirm')}
        </ActionButton>
      )}
      <RefusalSentence failure={confirm.failure} />
    </div>
  )
}
