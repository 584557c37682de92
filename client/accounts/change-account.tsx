import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusedWith } from '../shell/failure.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { AccountName } from '../ui/account-name.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { Conflict, type ConflictChoice } from '../ui/conflict.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import type { Account } from './account.ts'
import { AccountFields, type AccountForm, useNamedProblems } from './account-fields.tsx'

/** Sends only what was touched; of two who change the same part, the second chooses. */
export function ChangeAccount({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'ui'])
  const trpc = useTRPC()
  const [touched, setTouched] = useState<Partial<AccountForm>>({})
  const [startedFrom] = useState(account.version)
  const [attempt, setAttempt] = useState(0)
  const change = useCommand(trpc.accounts.change, {
    refresh: [trpc.accounts.pathFilter()],
    onDone: onClose,
  })
  const sentences = useFieldSentences(change.failure)
  const problems = useNamedProblems(sentences)
  const conflict = refusedWith(change.failure, 'conflict')
  const isExecutive = account.kind === 'executive'
  const form: AccountForm = {
    handle: account.handle,
    displayName: account.displayName,
    officeHolder: account.officeHolder === null ? null : { personId: account.officeHolder.id },
    office: account.office ?? '',
    minimumMinutes: account.minimumMinutes,
    ...touched,
  }

  function send(version: number, fields: Partial<AccountForm>) {
    const { officeHolder, minimumMinutes, ...plain } = fields
    return change.run({
      id: account.id,
      version,
      ...plain,
      ...(officeHolder ? { officeHolder } : {}),
      ...(minimumMinutes === undefined ? {} : { minimumMinutes: minimumMinutes ?? 0 }),
    })
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempt((before) => before + 1)
    void send(startedFrom, touched)
  }

  function settle(choice: ConflictChoice) {
    if (conflict === null) return
    const isMine = (field: string) => choice[field === 'officeHolder' ? 'officeHolderId' : field] !== 'theirs'
    const kept = Object.fromEntries(Object.entries(touched).filter(([field]) => isMine(field)))
    setTouched(kept)
    void send(conflict.version, kept)
  }

  const said = (field: string, value: unknown): string => {
    if (field !== 'officeHolderId') return String(value ?? '')
    return value === account.officeHolder?.id ? (account.officeHolder?.name ?? '') : t('fields.officeHolder')
  }

  return (
    <form className="sel-form" onSubmit={submit} noValidate>
      <AccountName handle={account.handle} platform={account.platform} kind={account.kind} />
      <p className="sel-second">{t('fixed')}</p>
      {conflict !== null && (
        <Conflict
          by={conflict.by ?? ''}
          at={conflict.at}
          isPending={change.isPending}
          onSettle={settle}
          fields={conflict.fields.map(({ field, yours, theirs }) => ({
            field,
            label: t(`fields.${field}` as 'fields.handle'),
            yours: said(field, yours),
            theirs: said(field, theirs),
          }))}
        />
      )}
      <ErrorSummary attempt={attempt} problems={problems} />
      <AccountFields
        form={form}
        isExecutive={isExecutive}
        holder={account.officeHolder}
        sentences={sentences}
        onChange={(changes) => setTouched((before) => ({ ...before, ...changes }))}
      />
      {conflict === null && Object.keys(sentences).length === 0 && (
        <RefusalSentence failure={change.failure} />
      )}
      <div className="sel-form-actions">
        <ActionButton type="submit" weight="primary" isPending={change.isPending}>
          {t('saveChange')}
        </ActionButton>
        <ActionButton weight="quiet" onClick={onClose}>
          {t('ui:actions.cancel')}
        </ActionButton>
      </div>
    </form>
  )
}
