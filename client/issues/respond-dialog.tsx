import { Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ResponseKind, responseKinds } from '../../domain/issues/closing.ts'
import { AccountChoice } from '../publications/account-choice.tsx'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Segments } from '../ui/segments.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { Room } from './room-data.ts'

/** Starts a holding or full response as a draft on the calendar, or records the decision not to respond. */
export function RespondDialog({ room, onClose }: { room: Room; onClose: () => void }) {
  const { t } = useTranslation('issues')
  const { t: ui } = useTranslation('ui')
  const trpc = useTRPC()
  const navigate = useNavigate()
  const choices = useQuery(trpc.publications.choices.queryOptions({ unitId: null }))
  const hasHolding = room.responses.some((response) => response.kind === 'holding')
  const [kind, setKind] = useState<ResponseKind>(
    hasHolding || room.issue.level === 'issue' ? 'full' : 'holding',
  )
  const [title, setTitle] = useState(room.issue.title)
  const [accountIds, setAccountIds] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const respond = useCommand(trpc.issues.respond, {
    refresh: [trpc.issues.pathFilter(), trpc.reading.pathFilter()],
  })
  const words: Record<ResponseKind, string> = {
    holding: t('responses.holding'),
    full: t('responses.full'),
    none: t('responses.no'),
  }
  const isMissing = kind === 'none' ? reason.trim() === '' : title.trim() === ''

  async function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (respond.isPending || isMissing) return
    const outcome = await respond.run({
      issueId: room.issue.id,
      kind,
      title: kind === 'none' ? null : title,
      accountIds: kind === 'none' ? [] : [...accountIds],
      reason: kind === 'none' ? reason : '',
    })
    if (!outcome.ok) return
    const id = outcome.value.publicationId
    if (id === null) onClose()
    else void navigate({ to: '/publications/$id', params: { id } })
  }

  return (
    <Sheet isOpen onClose={onClose} title={t('responses.add')}>
      <form className="sel-issue-form" noValidate onSubmit={submit}>
        <Segments
          label={t('responses.kind')}
          isLabelShown
          segments={responseKinds.map((value) => ({ value, label: words[value] }))}
          value={kind}
          onChange={setKind}
        />
        {kind === 'none' ? (
          <Textarea
            label={t('responses.reason')}
            description={t('responses.reasonHint')}
            value={reason}
            autosize
            minRows={3}
            error={isTried && isMissing ? t('responses.reasonMissing') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : (
          <>
            <TextInput
              data-autofocus
              label={t('responses.name')}
              value={title}
              maxLength={200}
              error={isTried && isMissing ? t('responses.nameMissing') : undefined}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
            <AccountChoice
              accounts={choices.data?.accounts ?? []}
              chosen={accountIds}
              onChange={setAccountIds}
            />
          </>
        )}
        <RefusalSentence failure={respond.failure} />
        <div className="sel-issue-actions">
          <ActionButton
            type="submit"
            weight="primary"
            isPending={respond.isPending}
            pendingText={kind === 'none' ? ui('actions.recording') : undefined}
          >
            {t(kind === 'none' ? 'responses.decline' : 'responses.create')}
          </ActionButton>
        </div>
      </form>
    </Sheet>
  )
}
