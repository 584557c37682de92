import { Textarea, TextInput } from '@mantine/core'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { full } from '../../domain/language/format.ts'
import { EmbargoField } from '../publications/embargo-field.tsx'
import { refusedWith } from '../shell/failure.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { type trpc as doors, useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Conflict, type ConflictChoice } from '../ui/conflict.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'

type Campaign = inferOutput<typeof doors.campaigns.page>
type Form = Pick<Campaign, 'name' | 'narrative' | 'keyMessages' | 'embargoUntil'>
type TextField = 'name' | 'narrative' | 'keyMessages'

/** Sends only what was touched; of two who change the same part, the second chooses. */
export function CampaignForm({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const { t } = useTranslation(['campaigns', 'ui'])
  const trpc = useTRPC()
  const reader = useReader()
  const [touched, setTouched] = useState<Partial<Form>>({})
  const [startedFrom] = useState(campaign.version)
  const [attempt, setAttempt] = useState(0)
  const change = useCommand(trpc.campaigns.change, {
    refresh: [trpc.campaigns.pathFilter()],
    onDone: onClose,
  })
  const sentences = useFieldSentences(change.failure)
  const conflict = refusedWith(change.failure, 'conflict')
  const field = (name: TextField) => ({
    id: `campaign-${name}`,
    label: t(`fields.${name}`),
    value: touched[name] ?? campaign[name],
    error: sentences[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setTouched((before) => ({ ...before, [name]: value }))
    },
  })

  function textOf(name: string, value: unknown): string {
    if (typeof value !== 'string') return ''
    return name === 'embargoUntil' ? full(value, reader) : value
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempt((before) => before + 1)
    void change.run({ id: campaign.id, version: startedFrom, ...touched })
  }

  function settle(choice: ConflictChoice) {
    if (conflict === null) return
    const kept = Object.fromEntries(Object.entries(touched).filter(([name]) => choice[name] !== 'theirs'))
    setTouched(kept)
    void change.run({ id: campaign.id, version: conflict.version, ...kept })
  }

  return (
    <form className="sel-campaign-form" onSubmit={submit} noValidate>
      {conflict !== null && (
        <Conflict
          by={conflict.by ?? ''}
          at={conflict.at}
          isPending={change.isPending}
          onSettle={settle}
          fields={conflict.fields.map(({ field: name, yours, theirs }) => ({
            field: name,
            label: t(`fields.${name as keyof Form}`),
            yours: textOf(name, yours),
            theirs: textOf(name, theirs),
          }))}
        />
      )}
      <ErrorSummary
        attempt={attempt}
        problems={Object.entries(sentences).map(([name, sentence]) => ({
          fieldId: `campaign-${name}`,
          sentence,
        }))}
      />
      <TextInput {...field('name')} autoComplete="off" />
      <Textarea
        {...field('keyMessages')}
        description={t('keyMessagesHint')}
        autosize
        minRows={3}
        maxRows={20}
      />
      <Textarea {...field('narrative')} description={t('narrativeHint')} autosize minRows={3} maxRows={20} />
      <EmbargoField
        value={touched.embargoUntil === undefined ? campaign.embargoUntil : touched.embargoUntil}
        onChange={(embargoUntil) => setTouched((before) => ({ ...before, embargoUntil }))}
      />
      {conflict === null && Object.keys(sentences).length === 0 && (
        <RefusalSentence failure={change.failure} />
      )}
      <div className="sel-campaign-acts">
        <ActionButton type="submit" weight="primary" isPending={change.isPending}>
          {t('save')}
        </ActionButton>
        <ActionButton weight="quiet" onClick={onClose}>
          {t('ui:actions.cancel')}
        </ActionButton>
      </div>
    </form>
  )
}
