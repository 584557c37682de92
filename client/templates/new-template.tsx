import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../shell/failure.ts'
import { useMe } from '../shell/me.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { usePlannedUnits } from '../views/use-planned-units.ts'
import { TemplateFields } from './template-fields.tsx'
import { emptyTemplate, sentOf } from './template-form.ts'

/** Makes a template of a unit in which the person plans. */
export function NewTemplate({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['templates', 'ui'])
  const trpc = useTRPC()
  const units = usePlannedUnits(useMe())
  const choices = useQuery(trpc.publications.choices.queryOptions({ unitId: null }))
  const [unitId, setUnitId] = useState<string | null>(null)
  const [form, setForm] = useState(emptyTemplate)
  const create = useCommand(trpc.templates.create, {
    refresh: [trpc.templates.pathFilter()],
    onDone: onClose,
  })
  const sentences = useFieldSentences(create.failure)
  const chosenUnit = unitId ?? units[0]?.id ?? ''

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!create.isPending) void create.run({ unitId: chosenUnit, ...sentOf(form) })
  }

  if (choices.isPending) return <LoadingLines />
  if (!choices.data) return <RefusalSentence failure={failureOf(choices.error)} of="load" />
  return (
    <Section title={t('addTitle')}>
      <form className="sel-form sel-template-form" onSubmit={submit} noValidate>
        {units.length > 1 && (
          <NativeSelect
            label={t('fields.unit')}
            data={units.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosenUnit}
            onChange={(event) => setUnitId(event.currentTarget.value)}
          />
        )}
        <TemplateFields
          form={form}
          choices={choices.data}
          sentences={sentences}
          onChange={(changes) => setForm((before) => ({ ...before, ...changes }))}
        />
        {Object.keys(sentences).length === 0 && <RefusalSentence failure={create.failure} />}
        <div className="sel-form-actions">
          <ActionButton type="submit" weight="primary" isPending={create.isPending}>
            {t('create')}
          </ActionButton>
          <ActionButton weight="quiet" onClick={onClose}>
            {t('ui:actions.cancel')}
          </ActionButton>
        </div>
      </form>
    </Section>
  )
}
