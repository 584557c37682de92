import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Grant } from '../../domain/permissions.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { copyText } from '../ui/copy-text.ts'
import { GrantFields } from './grant-fields.tsx'

type Made = { name: string; link: string; expiresAt: string }

/** Invites somebody and shows the one-time link, which the server gives only now. */
export function InviteForm({
  units,
  onClose,
}: {
  units: readonly { id: string; name: string }[]
  onClose: () => void
}) {
  const { t } = useTranslation(['people', 'ui'])
  const trpc = useTRPC()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [grants, setGrants] = useState<Grant[]>([{ role: 'planner', unitId: units[0]?.id ?? null }])
  const [made, setMade] = useState<Made | null>(null)
  const invite = useCommand(trpc.people.invite, { refresh: [trpc.people.list.pathFilter()] })
  const sentences = useFieldSentences(invite.failure)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const done = await invite.run({ name, email, grants })
    if (done.ok)
      setMade({
        name,
        link: new URL(done.value.path, location.origin).href,
        expiresAt: done.value.expiresAt,
      })
  }

  if (made !== null) return <LinkOnce made={made} onClose={onClose} />
  return (
    <form className="sel-form" onSubmit={(event) => void submit(event)} noValidate>
      <p className="sel-second">{t('settings.inviteHelp')}</p>
      <TextInput
        label={t('settings.name')}
        value={name}
        error={sentences.name}
        autoComplete="off"
        autoFocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        type="email"
        label={t('settings.email')}
        value={email}
        error={sentences.email}
        autoComplete="off"
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      {grants.map((grant, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no other identity than their place
        <div key={index} className="sel-settings-fields">
          <GrantFields
            idPrefix={`invite-${index}`}
            grant={grant}
            units={units}
            onChange={(changed) =>
              setGrants((before) => before.map((one, place) => (place === index ? changed : one)))
            }
          />
          {grants.length > 1 && (
            <button
              type="button"
              data-whole
              className="sel-link"
              onClick={() => setGrants((before) => before.filter((_, place) => place !== index))}
            >
              {t('settings.removeRole', { role: t(`role.${grant.role}`) })}
            </button>
          )}
        </div>
      ))}
      <div>
        <button
          type="button"
          className="sel-link"
          onClick={() => setGrants((before) => [...before, { role: 'reader', unitId: null }])}
        >
          {t('settings.addRole')}
        </button>
      </div>
      <RefusalSentence failure={invite.failure} />
      <div className="sel-form-actions">
        <ActionButton type="submit" weight="primary" isPending={invite.isPending}>
          {t('settings.createLink')}
        </ActionButton>
        <ActionButton weight="quiet" onClick={onClose}>
          {t('ui:actions.cancel')}
        </ActionButton>
      </div>
    </form>
  )
}

function LinkOnce({ made, onClose }: { made: Made; onClose: () => void }) {
  const { t } = useTranslation(['people', 'ui'])
  const [isCopied, setCopied] = useState(false)
  async function copy() {
    const isCopied = await copyText(made.link)
    setCopied(isCopied)
    if (!isCopied) document.getElementById('invitation-link')?.focus()
  }
  return (
    <section className="sel-settings-link" aria-labelledby="invitation-made">
      <h3 id="invitation-made">{t('settings.linkTitle', { name: made.name })}</h3>
      <p>{t('settings.linkOnce', { name: made.name })}</p>
      <TextInput
        id="invitation-link"
        label={t('settings.linkLabel')}
        value={made.link}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className="sel-second">{t('settings.linkUntil', { at: made.expiresAt })}</p>
      <div className="sel-form-actions">
        <ActionButton weight="primary" onClick={() => void copy()}>
          {isCopied ? t('ui:actions.copied') : t('settings.copyLink')}
        </ActionButton>
        <ActionButton onClick={onClose}>{t('settings.linkDone')}</ActionButton>
      </div>
    </section>
  )
}
