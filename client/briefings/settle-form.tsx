import { Textarea, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import type { Question } from './briefing-data.ts'

export type SettleWay = 'answer' | 'entry' | 'decline'

type Props = { question: Question; way: SettleWay; onClose: () => void }

/** The planner's answer to a question: to who asked, as an entry for everybody, or why there is none. */
export function SettleForm({ question, way, onClose }: Props) {
  const { t } = useTranslation('briefings')
  const { t: ui } = useTranslation('ui')
  const trpc = useTRPC()
  const [asked, setAsked] = useState(() => question.body.split('\n').join(' ').trim().slice(0, 500))
  const [text, setText] = useState(question.state === 'answered' ? (question.answer ?? '') : '')
  const first = useRef<HTMLTextAreaElement>(null)
  useEffect(() => first.current?.focus(), [])

  const options = {
    refresh: [{ queryKey: trpc.briefings.pathKey() }, { queryKey: trpc.reading.pathKey() }],
    onDone: onClose,
  }
  const answer = useCommand(trpc.briefings.answer, options)
  const turn = useCommand(trpc.briefings.turnIntoEntry, options)
  const decline = useCommand(trpc.briefings.decline, options)
  const failure = answer.failure ?? turn.failure ?? decline.failure
  const isPending = answer.isPending || turn.isPending || decline.isPending
  const problems = useFieldSentences(failure)
  const isFit = text.trim() !== '' && (way !== 'entry' || asked.trim() !== '')

  const submit = () => {
    if (!isFit || isPending) return
    const questionId = question.id
    if (way === 'answer') void answer.run({ questionId, answer: text })
    else if (way === 'decline') void decline.run({ questionId, reason: text })
    else void turn.run({ questionId, question: asked, answer: text })
  }
  const labels = {
    answer: [t('questions.answerLabel', { name: question.by }), t('questions.sendAnswer')],
    entry: [t('entries.answer'), t('questions.saveEntry')],
    decline: [t('questions.declineLabel'), t('questions.sendDecline')],
  }[way]

  return (
    <form
      className="sel-brief-form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          event.stopPropagation()
          submit()
        }
      }}
    >
      {way === 'entry' && (
        <TextInput
          label={t('entries.question')}
          description={t('questions.turnHint')}
          value={asked}
          error={problems.question}
          onChange={(event) => setAsked(event.currentTarget.value)}
        />
      )}
      <Textarea
        ref={first}
        label={labels[0]}
        rows={3}
        value={text}
        error={problems.answer ?? problems.reason}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="sel-brief-actions">
        <ActionButton type="submit" weight="primary" size="small" isPending={isPending}>
          {labels[1]}
        </ActionButton>
        <ActionButton size="small" weight="quiet" onClick={onClose}>
          {ui('actions.cancel')}
        </ActionButton>
      </div>
      {Object.keys(problems).length === 0 && <RefusalSentence failure={failure} />}
    </form>
  )
}
