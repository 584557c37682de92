import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import type { Owner } from './briefing-data.ts'

/** A lead agent takes the signature back, in the place where it stands, with a reason. */
export function WithdrawSignature({ owner, number }: { owner: Owner; number: number }) {
  const { t } = useTranslation('briefings')
  const { t: ui } = useTranslation('ui')
  const trpc = useTRPC()
  const [reason, setReason] = useState<string | null>(null)
  const withdraw = useCommand(trpc.briefings.withdrawSignature, {
    refresh: [{ queryKey: trpc.briefings.pathKey() }, { queryKey: trpc.reading.pathKey() }],
    onDone: () => setReason(null),
  })
  if (reason === null) {
    return (
      <button type="button" className="sel-link" onClick={() => setReason('')}>
        {t('signature.withdraw')}
      </button>
    )
  }
  return (
    <form
      className="sel-brief-box"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '' && !withdraw.isPending) void withdraw.run({ owner, number, reason })
      }}
    >
      <h4>{t('signature.withdrawTitle', { version: number })}</h4>
      <Textarea
        label={t('signature.withdrawWhy')}
        description={t('signature.withdrawHint')}
        rows={2}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="sel-brief-actions">
        <ActionButton
          type="submit"
          weight="primary"
          isPending={withdraw.isPending}
          pendingText={t('signature.recording')}
        >
          {t('signature.withdraw')}
        </ActionButton>
        <ActionButton weight="quiet" onClick={() => setReason(null)}>
          {ui('actions.cancel')}
        </ActionButton>
      </div>
      <RefusalSentence failure={withdraw.failure} />
    </form>
  )
}
