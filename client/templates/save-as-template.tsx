import { TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import './templates.css'

const LONGEST_NAME = 80

type Props = { publication: { id: string; title: string }; onClose: () => void }

/** Keeps a publication as a template of its unit, under a name of its own. */
export function SaveAsTemplate({ publication, onClose }: Props) {
  const { t } = useTranslation(['templates', 'ui'])
  const trpc = useTRPC()
  const [name, setName] = useState(publication.title.slice(0, LONGEST_NAME))
  const save = useCommand(trpc.templates.saveFrom, { refresh: [trpc.templates.pathFilter()] })
  const sentences = useFieldSentences(save.failure)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!save.isPending) void save.run({ publicationId: publication.id, name })
  }

  if (save.result !== undefined) {
    return (
      <Sheet isOpen onClose={onClose} title={t('saveAs.title')}>
        <div className="sel-template-form">
          <p ref={(said) => said?.focus()} tabIndex={-1}>
            {t('saveAs.saved', { name: name.trim() })}
          </p>
          <div className="sel-template-acts">
            <ActionButton weight="primary" onClick={onClose}>
              {t('ui:actions.close')}
            </ActionButton>
            <Link className="sel-link" to="/settings/$section" params={{ section: 'templates' }}>
              {t('choose.manage')}
            </Link>
          </div>
        </div>
      </Sheet>
    )
  }
  return (
    <Sheet isOpen onClose={onClose} title={t('saveAs.title')}>
      <form className="sel-template-form" noValidate onSubmit={submit}>
        <TextInput
          data-autofocus
          label={t('fields.name')}
          description={t('hints.name')}
          value={name}
          maxLength={LONGEST_NAME}
          autoComplete="off"
          error={sentences.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <p className="sel-second">
          {t('saveAs.what')} {t('saveAs.forUnit')}
        </p>
        {Object.keys(sentences).length === 0 && <RefusalSentence failure={save.failure} />}
        <div className="sel-template-acts">
          <ActionButton type="submit" weight="primary" isPending={save.isPending}>
            {t('saveAs.save')}
          </ActionButton>
        </div>
      </form>
    </Sheet>
  )
}
