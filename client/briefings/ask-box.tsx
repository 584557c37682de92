import { Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { forget, keep, kept } from '../shell/kept.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import type { Owner } from './briefing-data.ts'
import { shortened } from './paragraph.tsx'

type Props = {
  owner: Owner
  /** The paragraph it is about; null: the briefing as a whole. */
  about: string | null
  onAboutGone: () => void
  onClose: () => void
}

/** An agent's question to the planner. What was typed stays on the device until it is sent. */
export function AskBox({ owner, about, onAboutGone, onClose }: Props) {
  const { t } = useTranslation('briefings')
  const { t: ui } = useTranslation('ui')
  const trpc = useTRPC()
  const storeKey = `ask.${owner.kind}.${owner.id}`
  const [body, setBody] = useState(() => kept(storeKey) ?? '')
  const field = useRef<HTMLTextAreaElement>(null)
  const send = useCommand(trpc.briefings.ask, {
    refresh: [{ queryKey: trpc.briefings.pathKey() }, { queryKey: trpc.reading.pathKey() }],
    onDone: () => {
      forget(storeKey)
      onClose()
    },
  })
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
    },
    [opener],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking at another paragraph takes the focus again
  useEffect(() => field.current?.focus(), [about])

  const submit = () => {
    if (body.trim() !== '' && !send.isPending) void send.run({ owner, body, aboutText: about })
  }
  return (
    <form
      className="sel-brief-box"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          event.stopPropagation()
          submit()
        } else if (event.key === 'Escape') {
          event.stopPropagation()
          onClose()
        }
      }}
    >
      {about !== null && (
        <p className="sel-second">
          {t('questions.about', { text: shortened(about) })}{' '}
          <button type="button" className="sel-link" onClick={onAboutGone}>
            {t('questions.askGeneral')}
          </button>
        </p>
      )}
      <Textarea
        ref={field}
        label={t('questions.askLabel')}
        rows={3}
        value={body}
        onChange={(event) => {
          setBody(event.currentTarget.value)
          if (event.currentTarget.value === '') forget(storeKey)
          else keep(storeKey, event.currentTarget.value)
        }}
      />
      <p className="sel-second sel-brief-small">{t('questions.holdsBack')}</p>
      <div className="sel-brief-actions">
        <ActionButton
          type="submit"
          weight="primary"
          shortcut="Ctrl Enter"
          isPending={send.isPending}
          pendingText={t('questions.sending')}
        >
          {t('questions.send')}
        </ActionButton>
        <ActionButton weight="quiet" onClick={onClose}>
          {ui('actions.cancel')}
        </ActionButton>
      </div>
      <RefusalSentence failure={send.failure} />
    </form>
  )
}
