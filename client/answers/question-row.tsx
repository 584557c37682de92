import { Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangedBy } from '../shell/live.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import type { CallerQuestion } from './entry.ts'

type Props = { question: CallerQuestion; mayAnswer: boolean; onAnswer: () => void }

/** One question with its count, owner and clock; answered in place, or declined with a reason. */
export function QuestionRow({ question, mayAnswer, onAnswer }: Props) {
  const { t } = useTranslation(['answers', 'ui'])
  const changedBy = useChangedBy('answers', question.id)
  const [isDeclining, setDeclining] = useState(false)
  const { text, kind, count, dueAt, isLate, owner, loggedBy } = question
  return (
    <li data-changed-by={changedBy ?? undefined}>
      <div>
        <b>{text}</b>
        <p className="sel-second">
          {t('questions.asked', { count })} · {t(`questions.kinds.${kind}`)} ·{' '}
          {owner === null ? t('questions.noOwner') : t('questions.owner', { name: owner })} ·{' '}
          <span data-late={isLate || undefined}>
            {t(isLate ? 'questions.late' : 'questions.due', { at: dueAt })}
          </span>{' '}
          · {t('questions.loggedBy', { name: loggedBy })}
        </p>
      </div>
      {mayAnswer && !isDeclining && (
        <div className="sel-entry-acts">
          <ActionButton onClick={onAnswer}>{t('questions.answer')}</ActionButton>
          <ActionButton weight="quiet" onClick={() => setDeclining(true)}>
            {t('questions.decline')}
          </ActionButton>
        </div>
      )}
      {isDeclining && <Decline question={question} onClose={() => setDeclining(false)} />}
    </li>
  )
}

function Decline({ question, onClose }: { question: CallerQuestion; onClose: () => void }) {
  const { t } = useTranslation(['answers', 'ui'])
  const trpc = useTRPC()
  const [reason, setReason] = useState('')
  const decline = useCommand(trpc.answers.declineQuestion, {
    refresh: [trpc.answers.questions.pathFilter()],
    onDone: onClose,
  })
  const sentences = useFieldSentences(decline.failure)
  function submit(event: FormEvent) {
    event.preventDefault()
    void decline.run({ questionId: question.id, version: question.version, reason })
  }
  return (
    <form className="sel-questions-decline" onSubmit={submit} noValidate>
      <Textarea
        label={t('questions.reason')}
        value={reason}
        error={sentences.reason}
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {sentences.reason === undefined && <RefusalSentence failure={decline.failure} />}
      <div className="sel-entry-acts">
        <ActionButton
          type="submit"
          weight="primary"
          isPending={decline.isPending}
          pendingText={t('questions.declining')}
        >
          {t('questions.declineNow')}
        </ActionButton>
        <ActionButton weight="quiet" onClick={onClose}>
          {t('ui:actions.cancel')}
        </ActionButton>
      </div>
    </form>
  )
}
