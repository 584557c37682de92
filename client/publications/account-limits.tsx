import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type LimitChanges,
  type OwnLimitName,
  type OwnLimitValue,
  ownLimitNames,
  ownShapes,
  type StoredLimits,
} from '../../domain/platforms/own-limits.ts'
import { ratioOf } from '../../domain/platforms/ratio.ts'
import type { Account } from '../accounts/account.ts'
import { refusedWith } from '../shell/failure.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Conflict, type ConflictChoice } from '../ui/conflict.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { LimitEffects } from './limit-effects.tsx'
import { LimitGroups } from './limit-groups.tsx'
import { usePlatform } from './use-platform.ts'
import './account-limits.css'

/** Each limit of one account: the platform's with its source, the account's own with its reason; changed for a reason. */
export function AccountLimits({ account }: { account: Account }) {
  const { t } = useTranslation(['accounts', 'ui'])
  const trpc = useTRPC()
  const platform = usePlatform(account.platform)
  const onRecord = useQuery(trpc.accounts.limits.queryOptions({ id: account.id }))
  const [touched, setTouched] = useState<LimitChanges>({})
  const [reason, setReason] = useState('')
  /** A refusal that was answered by giving the change up. */
  const [isDropped, setDropped] = useState(false)
  const [startedFrom, setStartedFrom] = useState(account.version)
  const change = useCommand(trpc.publications.changeLimits, {
    refresh: [trpc.accounts.pathFilter()],
    onDone: ({ version }) => {
      setTouched({})
      setReason('')
      setStartedFrom(version)
    },
  })
  const changes = changesIn(touched, account.ownLimits)
  const [asked] = useDebouncedValue(readable(changes), 300)
  const failure = isDropped ? null : change.failure
  const sentences = useFieldSentences(failure)
  const conflict = refusedWith(failure, 'conflict')
  const isTouched = Object.keys(changes).length > 0
  if (platform === null || onRecord.isPending) return <LoadingLines count={3} height={32} />

  const inForce = (name: OwnLimitName) =>
    touched[name] === undefined ? (account.ownLimits?.[name] ?? null) : touched[name]
  const set = (name: OwnLimitName, value: OwnLimitValue | null) =>
    setTouched((before) => ({ ...before, [name]: value }))

  function submit(event: FormEvent) {
    event.preventDefault()
    setDropped(false)
    void change.run({ id: account.id, version: startedFrom, limits: changes, reason })
  }

  function settle(choice: ConflictChoice) {
    if (conflict === null) return
    const kept = Object.fromEntries(Object.entries(changes).filter(([name]) => choice[name] !== 'theirs'))
    setTouched(kept)
    setStartedFrom(conflict.version)
    if (Object.keys(kept).length === 0) return setDropped(true)
    void change.run({ id: account.id, version: conflict.version, limits: kept, reason })
  }

  const said = (value: unknown): string => {
    if (value === null || value === undefined) return t('limits.follows')
    return typeof value === 'boolean' ? t(value ? 'limits.yes' : 'limits.no') : String(value)
  }

  return (
    <Section title={t('limits.title', { handle: account.handle })} level={3}>
      <form className="sel-form sel-limits" onSubmit={submit} noValidate>
        <p className="sel-second">{t('limits.intro')}</p>
        {conflict !== null && (
          <Conflict
            by={conflict.by ?? ''}
            at={conflict.at}
            isPending={change.isPending}
            onSettle={settle}
            fields={conflict.fields.map(({ field, yours, theirs }) => ({
              field,
              label: ownLimitNames.some((name) => name === field)
                ? t(`limits.name.${field as OwnLimitName}`)
                : field,
              yours: said(yours),
              theirs: said(theirs),
            }))}
          />
        )}
        <LimitGroups
          platform={platform}
          onRecord={onRecord.data ?? []}
          inForce={inForce}
          errorOf={(name) => sentences[`limits.${name}`]}
          onChange={set}
        />
        {isTouched && (
          <>
            <TextInput
              label={t('limits.reason')}
              description={t('limits.reasonHint')}
              value={reason}
              error={sentences.reason}
              autoComplete="off"
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <LimitEffects accountId={account.id} changes={asked} />
          </>
        )}
        {conflict === null && Object.keys(sentences).length === 0 && <RefusalSentence failure={failure} />}
        {isTouched && (
          <div className="sel-form-actions">
            <ActionButton type="submit" weight="primary" isPending={change.isPending}>
              {t('limits.save')}
            </ActionButton>
            <ActionButton
              weight="quiet"
              onClick={() => {
                setTouched({})
                setDropped(true)
              }}
            >
              {t('ui:actions.cancel')}
            </ActionButton>
          </div>
        )}
      </form>
    </Section>
  )
}

/** What of the touched differs from what is in force. */
function changesIn(touched: LimitChanges, present: StoredLimits | null): LimitChanges {
  return Object.fromEntries(
    Object.entries(touched).filter(
      ([name, value]) => value !== undefined && value !== (present?.[name] ?? null),
    ),
  )
}

/** Without the shapes that are still being typed: of them nothing can be foretold. */
function readable(changes: LimitChanges): LimitChanges {
  const isReadable = ([name, value]: [string, unknown]) =>
    typeof value !== 'string' || !ownShapes.some((shape) => shape === name) || ratioOf(value) !== null
  return Object.fromEntries(Object.entries(changes).filter(isReadable))
}
