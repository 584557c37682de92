import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AccountKind, accountKinds } from '../../domain/accounts/kinds.ts'
import { platformIds } from '../../domain/platforms/platform.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Section } from '../ui/section.tsx'
import { Segments } from '../ui/segments.tsx'
import { AccountFields, type AccountForm, useNamedProblems } from './account-fields.tsx'
import './accounts.css'

const empty: AccountForm = {
  handle: '',
  displayName: '',
  officeHolder: null,
  office: '',
  minimumMinutes: 60,
}

export function AddAccount({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'ui'])
  const trpc = useTRPC()
  const units = useQuery(trpc.agency.units.queryOptions({}))
  const [unitId, setUnitId] = useState<string | null>(null)
  const [platform, setPlatform] = useState<(typeof platformIds)[number]>('x')
  const [kind, setKind] = useState<AccountKind>('institutional')
  const [form, setForm] = useState(empty)
  const [attempt, setAttempt] = useState(0)
  const add = useCommand(trpc.accounts.add, {
    refresh: [trpc.accounts.pathFilter(), trpc.agency.units.queryFilter()],
    onDone: onClose,
  })
  const sentences = useFieldSentences(add.failure)
  const problems = useNamedProblems(sentences)
  const isInvalid = Object.keys(sentences).length > 0
  const isExecutive = kind === 'executive'
  const chosenUnit = unitId ?? units.data?.units[0]?.id ?? ''

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempt((before) => before + 1)
    void add.run({
      unitId: chosenUnit,
      platform,
      kind,
      handle: form.handle,
      displayName: form.displayName,
      officeHolder: isExecutive ? form.officeHolder : null,
      office: isExecutive && form.office.trim() !== '' ? form.office : null,
      minimumMinutes: form.minimumMinutes ?? 0,
    })
  }

  return (
    <Section title={t('addTitle')}>
      <form className="sel-form sel-account-form" onSubmit={submit} noValidate>
        <ErrorSummary attempt={attempt} problems={problems} />
        <NativeSelect
          id="account-unitId"
          label={t('fields.unit')}
          data={(units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={chosenUnit}
          error={sentences.unitId}
          onChange={(event) => setUnitId(event.currentTarget.value)}
        />
        <NativeSelect
          id="account-platform"
          label={t('fields.platform')}
          data={platformIds.map((id) => ({ value: id, label: t(`ui:platform.${id}`) }))}
          value={platform}
          onChange={(event) => {
            const chosen = platformIds.find((id) => id === event.currentTarget.value)
            if (chosen) setPlatform(chosen)
          }}
        />
        <div>
          <Segments
            label={t('fields.kind')}
            isLabelShown
            value={kind}
            onChange={setKind}
            segments={accountKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <p className="sel-second sel-under-field">{t(`kindHint.${kind}`)}</p>
        </div>
        <AccountFields
          form={form}
          isExecutive={isExecutive}
          sentences={sentences}
          onChange={(changes) => setForm((before) => ({ ...before, ...changes }))}
        />
        {!isInvalid && <RefusalSentence failure={add.failure} />}
        <div className="sel-form-actions">
          <ActionButton type="submit" weight="primary" isPending={add.isPending}>
            {t('saveNew')}
          </ActionButton>
          <ActionButton weight="quiet" onClick={onClose}>
            {t('ui:actions.cancel')}
          </ActionButton>
        </div>
      </form>
    </Section>
  )
}
