import { TextInput } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type FormEvent, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC, useTRPCClient } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { InviteForm } from './invite-form.tsx'
import { OpenInvitations } from './open-invitations.tsx'
import { PersonRow } from './person-row.tsx'

/** Who can sign in, their roles, the invitations still open; inviting by a link to hand on. */
export function PeopleSection() {
  const { t } = useTranslation('people')
  const trpc = useTRPC()
  const [search, setSearch] = useState('')
  const [isInviting, setInviting] = useState(false)
  const asked = useDeferredValue(search)
  const units = useQuery(trpc.agency.units.queryOptions({}))
  const client = useTRPCClient()
  const list = useInfiniteQuery({
    queryKey: [...trpc.people.list.pathKey(), { pages: asked }],
    queryFn: ({ pageParam }) => client.people.list.query({ search: asked, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
  const people = list.data?.pages.flatMap((page) => page.people) ?? []
  const invitations = list.data?.pages[0]?.invitations ?? []
  const unitRows = units.data?.units ?? []

  return (
    <>
      <p className="sel-second">{t('settings.intro')}</p>
      {isInviting ? (
        <InviteForm units={unitRows} onClose={() => setInviting(false)} />
      ) : (
        <div>
          <ActionButton weight="primary" disabled={!units.data} onClick={() => setInviting(true)}>
            {t('settings.invite')}
          </ActionButton>
        </div>
      )}
      <OpenInvitations invitations={invitations} units={unitRows} />
      <Section title={t('settings.title')}>
        <TextInput
          type="search"
          label={t('settings.search')}
          value={search}
          autoComplete="off"
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {list.isPending && <LoadingLines />}
        {list.isError && <RefusalSentence failure={failureOf(list.error)} of="load" />}
        {list.isSuccess && people.length === 0 && (
          <Empty inline>{t('settings.nothingFound', { search: asked })}</Empty>
        )}
        {asked === '' && people.length === 1 && <Empty inline>{t('settings.empty')}</Empty>}
        <ul>
          {people.map((person) => (
            <li key={person.id}>
              <PersonRow person={person} units={unitRows} />
            </li>
          ))}
        </ul>
        {list.hasNextPage && (
          <ActionButton isPending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('settings.more')}
          </ActionButton>
        )}
      </Section>
      <AddOfficeHolder />
    </>
  )
}

function AddOfficeHolder() {
  const { t } = useTranslation('people')
  const trpc = useTRPC()
  const [name, setName] = useState('')
  const [position, setPosition] = useState('')
  const add = useCommand(trpc.people.addOfficeHolder, {
    refresh: [trpc.people.list.pathFilter()],
    onDone: () => {
      setName('')
      setPosition('')
    },
  })
  const sentences = useFieldSentences(add.failure)
  function submit(event: FormEvent) {
    event.preventDefault()
    void add.run({ name, position })
  }
  return (
    <Section title={t('settings.addOfficeHolder')}>
      <form className="sel-form" onSubmit={submit} noValidate>
        <p className="sel-second">{t('settings.officeHolderHelp')}</p>
        <div className="sel-settings-fields">
          <TextInput
            label={t('settings.name')}
            value={name}
            error={sentences.name}
            autoComplete="off"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('settings.position')}
            value={position}
            error={sentences.position}
            autoComplete="off"
            onChange={(event) => setPosition(event.currentTarget.value)}
          />
        </div>
        <RefusalSentence failure={add.failure} />
        <ActionButton type="submit" isPending={add.isPending}>
          {t('settings.addOfficeHolder')}
        </ActionButton>
      </form>
    </Section>
  )
}
