import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Failure, refusedWith } from '../shell/failure.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import type { CallerQuestion } from './entry.ts'
import { EntryFields } from './entry-fields.tsx'
import { emptyForm, fieldsOf } from './entry-form.ts'
import './answers.css'

type Props = {
  /** The caller's question that it answers; it is settled with the entry in one act. */
  question?: CallerQuestion
  onDone: (entryId: string) => void
  onClose: () => void
}

/** A new entry; with a caller's question its answer. */
export function WriteEntry({ question, onDone, onClose }: Props) {
  const { t } = useTranslation(['answers', 'ui'])
  const trpc = useTRPC()
  const [form, setForm] = useState(() => emptyForm(question?.text))
  const [attempt, setAttempt] = useState(0)
  const refresh = [trpc.answers.pathFilter()]
  const write = useCommand(trpc.answers.write, { refresh, onDone: ({ id }) => onDone(id) })
  const answer = useCommand(trpc.answers.answerQuestion, {
    refresh,
    onDone: ({ entryId }) => onDone(entryId),
  })
  const sent = question === undefined ? write : answer
  const sentences = useEntrySentences(sent.failure)
  const element = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const first = question === undefined ? '#entry-question' : '#entry-answer'
    element.current?.querySelector<HTMLElement>(first)?.focus()
  }, [question])

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempt((before) => before + 1)
    const entry = fieldsOf(form)
    if (question === undefined) void write.run(entry)
    else void answer.run({ questionId: question.id, version: question.version, entry })
  }

  return (
    <form ref={element} className="sel-entry-form" onSubmit={submit} noValidate>
      <EntryProblems sentences={sentences} attempt={attempt} />
      <EntryFields
        form={form}
        sentences={sentences}
        onChange={(changes) => setForm((before) => ({ ...before, ...changes }))}
      />
      {Object.keys(sentences).length === 0 && <RefusalSentence failure={sent.failure} />}
      <div className="sel-entry-acts">
        <ActionButton type="submit" weight="primary" isPending={sent.isPending}>
          {t('entry.write')}
        </ActionButton>
        <ActionButton weight="quiet" onClick={onClose}>
          {t('ui:actions.cancel')}
        </ActionButton>
      </div>
    </form>
  )
}

/** Sentences by field; those of a caller's question's entry lie one step deeper. */
export function useEntrySentences(failure: Failure | null): Record<string, string> {
  const { t } = useTranslation('answers')
  const raw = useFieldSentences(failure)
  const sentences = Object.fromEntries(
    Object.entries(raw).map(([path, sentence]) => [path.replace(/^(entry|changes)\./, ''), sentence]),
  )
  const reversed = refusedWith(failure, 'validity_reversed')
  if (reversed !== null) sentences.validUntil = t('refusals.validity_reversed', reversed)
  if (refusedWith(failure, 'verifier_unfit') !== null) sentences.verifierId = t('refusals.verifier_unfit')
  return sentences
}

export function EntryProblems(props: { sentences: Record<string, string>; attempt: number }) {
  const { t, i18n } = useTranslation('answers')
  const idOf = (field: string) => (field.startsWith('valid') ? `entry-${field}-day` : `entry-${field}`)
  const named = (field: string, sentence: string) => {
    const key = `answers:fields.${field}`
    return i18n.exists(key) ? `${t(`fields.${field}` as 'fields.question')}: ${sentence}` : sentence
  }
  return (
    <ErrorSummary
      attempt={props.attempt}
      problems={Object.entries(props.sentences).map(([field, sentence]) => ({
        fieldId: idOf(field),
        sentence: named(field, sentence),
      }))}
    />
  )
}
