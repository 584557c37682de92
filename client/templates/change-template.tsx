import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf, refusedWith } from '../shell/failure.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Conflict, type ConflictChoice } from '../ui/conflict.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import type { Template } from './template.ts'
import { TemplateFields } from './template-fields.tsx'
import { formOf, sentOf, type TemplateForm } from './template-form.ts'

/** Sends only what was touched; of two who change the same field, the second chooses. */
export function ChangeTemplate({ template, onClose }: { template: Template; onClose: () => void }) {
  const { t } = useTranslation(['templates', 'ui', 'publications'])
  const trpc = useTRPC()
  const choices = useQuery(trpc.publications.choices.queryOptions({ unitId: null }))
  const [touched, setTouched] = useState<Partial<TemplateForm>>({})
  const [startedFrom] = useState(template.version)
  const change = useCommand(trpc.templates.change, {
    refresh: [trpc.templates.pathFilter()],
    onDone: onClose,
  })
  const sentences = useFieldSentences(change.failure)
  const conflict = refusedWith(change.failure, 'conflict')
  const send = (version: number, fields: Partial<TemplateForm>) =>
    void change.run({ templateId: template.id, version, ...sentOf(fields) })

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!change.isPending) send(startedFrom, touched)
  }

  function settle(choice: ConflictChoice) {
    if (conflict === null) return
    const kept = Object.fromEntries(Object.entries(touched).filter(([name]) => choice[name] !== 'theirs'))
    setTouched(kept)
    send(conflict.version, kept)
  }

  if (choices.isPending) return <LoadingLines />
  if (!choices.data) return <RefusalSentence failure={failureOf(choices.error)} of="load" />
  const { accounts } = choices.data
  return (
    <form className="sel-form sel-template-form" data-open onSubmit={submit} noValidate>
      {conflict !== null && (
        <Conflict
          by={conflict.by ?? ''}
          at={conflict.at}
          isPending={change.isPending}
          onSettle={settle}
          fields={conflict.fields.map(({ field, yours, theirs }) => ({
            field,
            label: t(`fields.${field as keyof TemplateForm}`),
            yours: textOf(field, yours),
            theirs: textOf(field, theirs),
          }))}
        />
      )}
      <TemplateFields
        form={{ ...formOf(template), ...touched }}
        choices={choices.data}
        sentences={sentences}
        onChange={(changes) => setTouched((before) => ({ ...before, ...changes }))}
      />
      {conflict === null && Object.keys(sentences).length === 0 && (
        <RefusalSentence failure={change.failure} />
      )}
      <div className="sel-form-actions">
        <ActionButton type="submit" weight="primary" isPending={change.isPending}>
          {t('save')}
        </ActionButton>
        <ActionButton weight="quiet" onClick={onClose}>
          {t('ui:actions.cancel')}
        </ActionButton>
      </div>
    </form>
  )

  /** A field's value in words: lists a line each, accounts by their names, choices as they are called. */
  function textOf(field: string, value: unknown): string {
    if (field === 'accountIds' && Array.isArray(value))
      return value.flatMap((id) => accounts.find((one) => one.id === id)?.handle ?? []).join('\n')
    if (Array.isArray(value)) return value.join('\n')
    if (typeof value !== 'string') return ''
    if (field === 'objective') return t(`ui:objective.${value as TemplateForm['objective']}`)
    if (field === 'language') return t(`publications:languages.${value as TemplateForm['language']}`)
    if (field === 'subjectClass')
      return t(`ui:subjectClass.${value as NonNullable<TemplateForm['subjectClass']>}`)
    return value
  }
}
