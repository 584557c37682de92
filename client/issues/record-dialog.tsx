import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { emptyReading, ReadingFields, readTypedReading } from './reading-fields.tsx'

/** Records an issue: what is said, its content, context and links; one is required. Level and deadlines appear at once. */
export function RecordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('issues')
  const trpc = useTRPC()
  const navigate = useNavigate()
  const id = useId()
  const [title, setTitle] = useState('')
  const [content, setContent] = useState('')
  const [context, setContext] = useState('')
  const [publicInterest, setPublicInterest] = useState('')
  const [links, setLinks] = useState('')
  const [isHarmful, setHarmful] = useState(false)
  const [typed, setTyped] = useState(emptyReading)
  const [isTried, setTried] = useState(false)
  const record = useCommand(trpc.issues.record, {
    refresh: [trpc.issues.pathFilter(), trpc.reading.pathFilter()],
  })
  const sentences = useFieldSentences(record.failure)
  const reading = readTypedReading(typed)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (record.isPending || title.trim() === '' || reading === 'unreadable') return
    const outcome = await record.run({ title, content, context, publicInterest, links, isHarmful, reading })
    if (outcome.ok) void navigate({ to: '/issues/$id', params: { id: outcome.value.id } })
  }

  const area = (
    key: 'content' | 'context' | 'publicInterest' | 'links',
    value: string,
    onChange: (value: string) => void,
  ) => (
    <Textarea
      label={t(`form.${key}`)}
      description={t(`form.${key}Hint`)}
      value={value}
      autosize
      minRows={key === 'links' ? 1 : 2}
      maxRows={8}
      error={sentences[key]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )

  return (
    <Sheet isOpen onClose={onClose} title={t('record')}>
      <form className="sel-issue-form" noValidate onSubmit={submit}>
        <TextInput
          id={`${id}-title`}
          data-autofocus
          label={t('form.title')}
          description={t('form.titleHint')}
          value={title}
          maxLength={200}
          autoComplete="off"
          error={isTried && title.trim() === '' ? t('form.titleMissing') : sentences.title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {area('content', content, setContent)}
        {area('context', context, setContext)}
        {area('publicInterest', publicInterest, setPublicInterest)}
        {area('links', links, setLinks)}
        <Checkbox
          label={t('form.harm')}
          description={t('form.harmHint')}
          checked={isHarmful}
          onChange={(event) => setHarmful(event.currentTarget.checked)}
        />
        <details>
          <summary>{t('form.withReading')}</summary>
          <ReadingFields typed={typed} onChange={setTyped} areProblemsShown={isTried} />
        </details>
        <RefusalSentence failure={record.failure} />
        <div className="sel-issue-actions">
          <ActionButton type="submit" weight="primary" isPending={record.isPending}>
            {t('form.save')}
          </ActionButton>
        </div>
      </form>
    </Sheet>
  )
}
