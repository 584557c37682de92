import { Textarea } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusedWith } from '../shell/failure.ts'
import { useKeys } from '../shell/keys.ts'
import { useIsPhone } from '../shell/phone.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { FieldError } from '../ui/field-error.tsx'
import { Sheet } from '../ui/sheet.tsx'

export type AskedDecision = { publicationId: string; stepId: string; contentHash: string }

type Props = {
  asked: AskedDecision
  onClose: () => void
  onDone: () => void
  onChanged: () => void
}

const phrases = ['deadline', 'plain', 'check'] as const

/** Asks for changes in a sentence of one's own or a ready one; nothing typed is lost when it is refused. */
export function ChangesSheet({ asked, onClose, onDone, onChanged }: Props) {
  const { t } = useTranslation(['approvals', 'ui'])
  const trpc = useTRPC()
  const [comment, setComment] = useState('')
  const [isMissing, setMissing] = useState(false)
  const errorId = useId()
  const command = useCommand(trpc.approvals.askForChanges)

  const send = async () => {
    if (command.isPending) return
    if (comment.trim() === '') return setMissing(true)
    const outcome = await command.run({ ...asked, comment })
    if (outcome.ok) {
      onDone()
      onClose()
    } else if (refusedWith(outcome.failure, 'content_changed') !== null) onChanged()
  }
  useKeys([
    {
      keys: 'Ctrl Enter',
      name: t('keys.send'),
      inFields: true,
      inDialogs: true,
      run: () => void send(),
    },
    { keys: 'Escape', inFields: true, run: onClose },
  ])
  const add = (phrase: string) => {
    setMissing(false)
    setComment((before) => (before.trim() === '' ? phrase : `${before.trimEnd()} ${phrase}`))
  }
  const isPhone = useIsPhone()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!isPhone) field.current?.focus()
  }, [isPhone])

  const act = (
    <ActionButton
      weight="primary"
      size={isPhone ? 'phone' : 'normal'}
      shortcut={isPhone ? undefined : 'Ctrl Enter'}
      isPending={command.isPending}
      pendingText={t('ui:actions.recording')}
      onClick={() => void send()}
    >
      {t('changes.send')}
    </ActionButton>
  )
  const form = (
    <div className="sel-comment-form">
      <fieldset className="sel-phrases">
        <legend className="sel-hidden">{t('changes.phrases')}</legend>
        {phrases.map((phrase) => (
          <ActionButton key={phrase} size="small" onClick={() => add(t(`changes.ready.${phrase}`))}>
            {t(`changes.ready.${phrase}`)}
          </ActionButton>
        ))}
      </fieldset>
      <Textarea
        ref={field}
        label={t('changes.label')}
        description={t('changes.hint')}
        value={comment}
        onChange={(event) => {
          setComment(event.currentTarget.value)
          setMissing(false)
        }}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        data-autofocus
        aria-describedby={isMissing ? errorId : undefined}
        aria-invalid={isMissing || undefined}
      />
      <FieldError id={errorId}>{isMissing ? t('fieldErrors.comment_needed') : null}</FieldError>
      <RefusalSentence failure={command.failure} />
    </div>
  )
  if (isPhone) {
    return (
      <Sheet
        isOpen
        onClose={onClose}
        title={t('changes.title')}
        foot={<div className="sel-comment-foot">{act}</div>}
      >
        {form}
      </Sheet>
    )
  }
  // Where the page has room, the comment stands in the place of the act.
  return (
    <section className="sel-comment-inline" aria-label={t('changes.title')}>
      {form}
      <div className="sel-comment-foot">
        {act}
        <ActionButton onClick={onClose}>{t('ui:actions.cancel')}</ActionButton>
      </div>
    </section>
  )
}
