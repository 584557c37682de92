import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { type trpc as doors, useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'

/** Whom publications speak to: the list that planners choose from. */
export function PublicsSection() {
  const { t } = useTranslation('agency')
  const trpc = useTRPC()
  const publics = useQuery(trpc.agency.publics.queryOptions({}))
  const refresh = [trpc.agency.publics.queryFilter()]
  const [name, setName] = useState('')
  const [openId, setOpenId] = useState<string | null>(null)
  const add = useCommand(trpc.agency.addPublic, { refresh, onDone: () => setName('') })
  const end = useCommand(trpc.agency.endPublic, { refresh })
  const sentences = useFieldSentences(add.failure)
  if (publics.isPending) return <LoadingLines count={3} height={32} />
  if (!publics.data) return <RefusalSentence failure={failureOf(publics.error)} of="load" />

  function submit(event: FormEvent) {
    event.preventDefault()
    void add.run({ name })
  }

  return (
    <Section title={t('publics.title')}>
      <p className="sel-second">{t('publics.intro')}</p>
      {publics.data.length === 0 && <Empty inline>{t('publics.empty')}</Empty>}
      <ul>
        {publics.data.map((one) => (
          <li key={one.id}>
            {openId === one.id ? (
              <RenamePublic one={one} onClose={() => setOpenId(null)} />
            ) : (
              <div className="sel-settings-row">
                <b>{one.name}</b>
                <div className="sel-settings-row-end">
                  <button
                    type="button"
                    className="sel-link"
                    aria-label={t('publics.renameOf', { name: one.name })}
                    onClick={() => setOpenId(one.id)}
                  >
                    {t('publics.rename')}
                  </button>
                  <button
                    type="button"
                    className="sel-link"
                    aria-label={t('publics.endOf', { name: one.name })}
                    title={t('publics.endHint')}
                    onClick={() => void end.run({ id: one.id })}
                  >
                    {t('publics.end')}
                  </button>
                </div>
              </div>
            )}
          </li>
        ))}
      </ul>
      <RefusalSentence failure={end.failure} />
      <form className="sel-form" onSubmit={submit} noValidate>
        <TextInput
          label={t('publics.name')}
          value={name}
          error={sentences.name}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {sentences.name === undefined && <RefusalSentence failure={add.failure} />}
        <div>
          <ActionButton type="submit" isPending={add.isPending}>
            {t('publics.add')}
          </ActionButton>
        </div>
      </form>
    </Section>
  )
}

type Public = inferOutput<typeof doors.agency.publics>[number]

function RenamePublic({ one, onClose }: { one: Public; onClose: () => void }) {
  const { t } = useTranslation(['agency', 'ui'])
  const trpc = useTRPC()
  const [name, setName] = useState(one.name)
  // What was on the page when the person began: a name that another gave meanwhile is said, not overwritten.
  const [{ id, version }] = useState(one)
  const rename = useCommand(trpc.agency.renamePublic, {
    refresh: [trpc.agency.publics.queryFilter()],
    onDone: onClose,
  })
  const sentences = useFieldSentences(rename.failure)
  return (
    <form
      className="sel-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void rename.run({ id, version, name })
      }}
    >
      <TextInput
        label={t('publics.newName')}
        description={t('publics.renameHint')}
        value={name}
        error={sentences.name}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {sentences.name === undefined && <RefusalSentence failure={rename.failure} />}
      <div className="sel-form-actions">
        <ActionButton type="submit" weight="primary" isPending={rename.isPending}>
          {t('publics.saveName')}
        </ActionButton>
        <ActionButton weight="quiet" onClick={onClose}>
          {t('ui:actions.cancel')}
        </ActionButton>
      </div>
    </form>
  )
}
