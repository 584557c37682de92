import { Textarea } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { FieldError } from '../ui/field-error.tsx'
import type { HandoverVariant } from './handover-data.ts'
import { ReplacementField } from './replacement-field.tsx'

type Props = {
  variant: HandoverVariant
  publicationId: string
  act: 'notPosted' | 'withdraw'
  platform?: string
  /** Publications that correct this one, offered as what replaces a withdrawn post. */
  corrections?: readonly { id: string; title: string }[]
  onDone: () => void
  onKeep: () => void
}

/** Why a variant was not posted, or why a post was taken down: one sentence and one action. */
export function ReasonForm({ variant, publicationId, act, platform = '', ...rest }: Props) {
  const { corrections = [], onDone, onKeep } = rest
  const { t } = useTranslation(['publishing', 'ui'])
  const trpc = useTRPC()
  const [reason, setReason] = useState('')
  const [replacementId, setReplacementId] = useState<string | null>(null)
  const [isMissing, setMissing] = useState(false)
  const errorId = useId()
  const refresh = [trpc.publishing.pathFilter()]
  const notPosted = useCommand(trpc.publishing.notPosted, { refresh })
  const withdraw = useCommand(trpc.publishing.withdrawPost, { refresh })
  const command = act === 'notPosted' ? notPosted : withdraw
  const send = async () => {
    if (reason.trim() === '') return setMissing(true)
    const named = { publicationId, variantId: variant.id, reason }
    const outcome =
      act === 'notPosted' ? await notPosted.run(named) : await withdraw.run({ ...named, replacementId })
    if (outcome.ok) onDone()
  }
  return (
    <form
      className="sel-confirm-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <div>
        <Textarea
          label={act === 'notPosted' ? t('variant.reason') : t('variant.withdrawReason')}
          description={
            act === 'notPosted' ? t('variant.reasonHint') : t('variant.withdrawHint', { platform })
          }
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value)
            setMissing(false)
          }}
          autosize
          minRows={2}
          maxLength={2000}
          error={isMissing}
          aria-describedby={isMissing ? errorId : undefined}
        />
        <FieldError id={errorId}>{isMissing ? t('fieldErrors.reason_needed') : null}</FieldError>
      </div>
      {act === 'withdraw' && (
        <ReplacementField
          publicationId={publicationId}
          corrections={corrections}
          value={replacementId}
          onChange={setReplacementId}
        />
      )}
      <div className="sel-variant-acts">
        <ActionButton
          weight="primary"
          type="submit"
          isPending={command.isPending}
          pendingText={t('ui:actions.recording')}
        >
          {act === 'notPosted' ? t('variant.saveNotPosted') : t('variant.saveWithdraw')}
        </ActionButton>
        <ActionButton onClick={onKeep}>{t('variant.keep')}</ActionButton>
      </div>
      <RefusalSentence failure={command.failure} />
    </form>
  )
}
