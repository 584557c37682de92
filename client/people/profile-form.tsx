import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../shell/me.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Section } from '../ui/section.tsx'
import { useRoleWords } from './role-words.ts'

const fields = ['name', 'position', 'extension'] as const

export function ProfileForm() {
  const { t } = useTranslation('people')
  const trpc = useTRPC()
  const { person, grants } = useMe()
  const roleWords = useRoleWords()
  const [touched, setTouched] = useState<Partial<Record<(typeof fields)[number], string>>>({})
  const [isSaved, setSaved] = useState(false)
  const change = useCommand(trpc.people.changeProfile, {
    refresh: [trpc.people.me.queryFilter()],
    onDone: () => {
      setTouched({})
      setSaved(true)
    },
  })
  const sentences = useFieldSentences(change.failure)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (Object.keys(touched).length > 0) void change.run(touched)
  }

  return (
    <Section title={t('me.profile')}>
      <form className="sel-form" onSubmit={submit} noValidate>
        <div className="sel-settings-fields">
          {fields.map((field) => (
            <TextInput
              key={field}
              label={t(`me.${field}`)}
              description={field === 'extension' ? t('me.extensionHelp') : undefined}
              value={touched[field] ?? person[field] ?? ''}
              error={sentences[field]}
              onChange={(event) => {
                const { value } = event.currentTarget
                setSaved(false)
                setTouched((before) => ({ ...before, [field]: value }))
              }}
            />
          ))}
        </div>
        <RefusalSentence failure={change.failure} />
        <div className="sel-form-actions">
          <ActionButton type="submit" isPending={change.isPending}>
            {t('me.save')}
          </ActionButton>
          <span role="status">{isSaved ? t('me.saved') : ''}</span>
        </div>
      </form>
      <dl className="sel-facts">
        <dt>{t('me.email')}</dt>
        <dd>{person.email}</dd>
        <dt>{t('me.roles')}</dt>
        <dd>
          {grants.length === 0
            ? t('me.noRoles')
            : grants.map((grant) => roleWords(grant.role, grant.unitName)).join('; ')}
        </dd>
      </dl>
    </Section>
  )
}
