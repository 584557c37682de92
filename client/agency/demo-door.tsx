import { TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoleWords } from '../people/role-words.ts'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { enter } from '../shell/session.ts'
import { useTRPC } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { LoadingLines } from '../ui/loading.tsx'

type Props = {
  needsCode: boolean
  /** The demo's people are listed at once: the visitor is in it, or opened it a moment ago. */
  isOpen: boolean
  onOpened: () => void
}

/** The second door: fills the demo, then lists its people by role, one click each to be them. */
export function DemoDoor({ needsCode, isOpen, onOpened }: Props) {
  const { t } = useTranslation('agency')
  const trpc = useTRPC()
  const [code, setCode] = useState('')
  const start = useMutation(trpc.demo.start.mutationOptions({ onSuccess: onOpened }))
  const failure = start.error ? failureOf(start.error) : null
  if (isOpen) return <DemoPeople code={code} />
  return (
    <>
      {needsCode && (
        <TextInput
          label={t('start.code')}
          description={t('start.codeHelp')}
          value={code}
          autoComplete="off"
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      )}
      <RefusalSentence failure={failure} />
      <ActionButton
        isPending={start.isPending}
        pendingText={t('start.openingDemo')}
        onClick={() => start.mutate({ code })}
      >
        {t('start.openDemo')}
      </ActionButton>
    </>
  )
}

function DemoPeople({ code }: { code: string }) {
  const { t } = useTranslation('agency')
  const trpc = useTRPC()
  const roleWords = useRoleWords()
  const people = useQuery(trpc.demo.people.queryOptions({ code }))
  const become = useMutation(trpc.demo.signInAs.mutationOptions({ onSuccess: () => void enter('/') }))
  if (people.isPending) return <LoadingLines count={8} />
  const failure = people.error ?? become.error
  return (
    <div className="sel-start-people">
      <h3>{t('start.people')}</h3>
      <p className="sel-second">{t('start.peopleHelp')}</p>
      <RefusalSentence failure={failure ? failureOf(failure) : null} of="load" />
      <ul>
        {people.data?.map((person) => (
          <li key={person.personId}>
            <button
              type="button"
              className="sel-row"
              aria-disabled={become.isPending || undefined}
              onClick={() => !become.isPending && become.mutate({ code, personId: person.personId })}
            >
              <b>{person.name}</b>
              <span className="sel-second">
                {become.isPending && become.variables.personId === person.personId
                  ? t('start.becoming')
                  : roleWords(person.role, person.unit)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
