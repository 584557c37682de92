import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import './campaigns.css'

type Props = {
  unitId: string
  onCreated: (campaign: { id: string; name: string }) => void
  onClose: () => void
}

/** Begins a campaign by its name, in place, where one is chosen; what it says is written on its own page. */
export function NewCampaign({ unitId, onCreated, onClose }: Props) {
  const { t } = useTranslation(['campaigns', 'ui'])
  const trpc = useTRPC()
  const [name, setName] = useState('')
  const create = useCommand(trpc.campaigns.create, {
    refresh: [trpc.campaigns.pathFilter(), trpc.publications.choices.pathFilter()],
    onDone: ({ id }) => onCreated({ id, name }),
  })
  const sentences = useFieldSentences(create.failure)
  const submit = () => void create.run({ unitId, name, narrative: '', keyMessages: '' })
  return (
    <div className="sel-campaign-new-field">
      <TextInput
        label={t('nameOfNew')}
        value={name}
        error={sentences.name}
        autoFocus
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          event.stopPropagation()
          submit()
        }}
      />
      {sentences.name === undefined && <RefusalSentence failure={create.failure} />}
      <div className="sel-campaign-acts">
        <ActionButton size="small" isPending={create.isPending} onClick={submit}>
          {t('create')}
        </ActionButton>
        <ActionButton size="small" weight="quiet" onClick={onClose}>
          {t('ui:actions.cancel')}
        </ActionButton>
      </div>
    </div>
  )
}
