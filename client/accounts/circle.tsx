import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../shell/failure.ts'
import { useMe } from '../shell/me.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { CircleGroup } from './circle-group.tsx'
import './accounts.css'

/** Who sees what is planned for an executive account, and why; persons added by name can be added and removed. */
export function Circle({ accountId, handle }: { accountId: string; handle: string }) {
  const { t } = useTranslation(['accounts', 'people'])
  const trpc = useTRPC()
  const circle = useQuery(trpc.accounts.circle.queryOptions({ accountId }))
  const refresh = [trpc.accounts.circle.queryFilter({ accountId })]
  const remove = useCommand(trpc.accounts.removeFromCircle, { refresh })
  const title = t('circleOf', { handle })
  if (circle.isPending) {
    return (
      <Section title={title} level={3}>
        <LoadingLines count={3} height={32} />
      </Section>
    )
  }
  if (!circle.data) return <RefusalSentence failure={failureOf(circle.error)} of="load" />
  const { officeHolder, delegates, byRole, named, mayManage } = circle.data
  return (
    <Section title={title} level={3}>
      <div className="sel-circle">
        <p className="sel-second">{t('circlePage.intro')}</p>
        {officeHolder !== null && (
          <CircleGroup title={t('circlePage.officeHolder')} people={[{ ...officeHolder, why: null }]} />
        )}
        {delegates.length > 0 && (
          <CircleGroup
            title={t('circlePage.delegates')}
            people={delegates.map(({ endsAt, ...person }) => ({
              ...person,
              why: t('circlePage.delegateUntil', { at: endsAt }),
            }))}
          />
        )}
        <CircleGroup
          title={t('circlePage.byRole')}
          hint={t('circlePage.byRoleHint')}
          people={byRole.map(({ role, unitId, ...person }) => ({
            ...person,
            why:
              unitId === null
                ? `${t(`people:role.${role}`)}, ${t('circlePage.everywhere')}`
                : t(`people:role.${role}`),
          }))}
        />
        <CircleGroup
          title={t('circlePage.named')}
          people={named.map(({ addedAt, ...person }) => ({
            ...person,
            why: t('circlePage.since', { at: addedAt }),
          }))}
          empty={t('circlePage.noNamed')}
          onRemove={mayManage ? (personId) => void remove.run({ accountId, personId }) : undefined}
        />
        <RefusalSentence failure={remove.failure} />
        {mayManage && <AddToCircle accountId={accountId} inCircle={named.map((person) => person.id)} />}
      </div>
    </Section>
  )
}

function AddToCircle({ accountId, inCircle }: { accountId: string; inCircle: string[] }) {
  const { t } = useTranslation('accounts')
  const trpc = useTRPC()
  const me = useMe()
  const [personId, setPersonId] = useState<string | null>(null)
  const [search, setSearch] = useState('')
  const [asked] = useDebouncedValue(search, 200)
  const people = useQuery({
    ...trpc.people.directory.queryOptions({ search: asked, role: null }),
    placeholderData: (before) => before,
  })
  const add = useCommand(trpc.accounts.addToCircle, {
    refresh: [trpc.accounts.circle.queryFilter({ accountId })],
    onDone: () => setPersonId(null),
  })
  const choices = (people.data ?? [])
    .filter(({ id }) => id !== me.person.id && !inCircle.includes(id))
    .map(({ id, name, position }) => ({
      value: id,
      label: position === null ? name : `${name}, ${position}`,
    }))
  return (
    <>
      <div className="sel-circle-add">
        <Select
          label={t('circlePage.person')}
          placeholder={t('circlePage.choosePerson')}
          data={choices}
          value={personId}
          searchable
          onSearchChange={setSearch}
          onChange={setPersonId}
        />
        <ActionButton
          isPending={add.isPending}
          onClick={() => {
            if (personId !== null) void add.run({ accountId, personId })
          }}
        >
          {t('circlePage.add')}
        </ActionButton>
      </div>
      <RefusalSentence failure={add.failure} />
    </>
  )
}
