import { Select, TextInput } from '@mantine/core'
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

type Unit = inferOutput<typeof doors.agency.units>['units'][number]

export function UnitsSection() {
  const { t } = useTranslation('agency')
  const trpc = useTRPC()
  const units = useQuery(trpc.agency.units.queryOptions({}))
  const [openId, setOpenId] = useState<string | null>(null)
  if (units.isPending) return <LoadingLines />
  if (!units.data) return <RefusalSentence failure={failureOf(units.error)} of="load" />
  const rows = units.data.units
  return (
    <>
      <p className="sel-second">{t('units.intro')}</p>
      <Section title={t('units.title')}>
        {rows.length === 0 && <Empty inline>{t('units.empty')}</Empty>}
        <ul>
          {rows.map((unit) => (
            <li key={unit.id}>
              {openId === unit.id ? (
                <ChangeUnit unit={unit} onClose={() => setOpenId(null)} />
              ) : (
                <UnitRow unit={unit} onOpen={() => setOpenId(unit.id)} />
              )}
            </li>
          ))}
        </ul>
      </Section>
      <AddUnit />
    </>
  )
}

function UnitRow({ unit, onOpen }: { unit: Unit; onOpen: () => void }) {
  const { t } = useTranslation('agency')
  return (
    <div className="sel-settings-row">
      <div>
        <b>{unit.name}</b>
        <div className="sel-second">
          {t('units.lead')}: {unit.communicationsLead ?? t('units.noLead')}
          {', '}
          {t('units.accounts', { count: unit.accountCount })}
        </div>
        {unit.communicationsLead === null && <div>{t('units.noLeadWarning')}</div>}
      </div>
      <button type="button" className="sel-link" onClick={onOpen}>
        {t('units.change', { name: unit.name })}
      </button>
    </div>
  )
}

function ChangeUnit({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { t } = useTranslation(['agency', 'ui'])
  const trpc = useTRPC()
  const refresh = [trpc.agency.units.queryFilter()]
  const approvers = useQuery(trpc.people.directory.queryOptions({ role: 'approver' }))
  const [name, setName] = useState(unit.name)
  const [leadId, setLeadId] = useState(unit.communicationsLeadId)
  const change = useCommand(trpc.agency.changeUnit, { refresh, onDone: onClose })
  const end = useCommand(trpc.agency.endUnit, { refresh, onDone: onClose })
  const sentences = useFieldSentences(change.failure)
  const inUnit = (approvers.data ?? []).filter((person) =>
    person.grants.some((grant) => grant.role === 'approver' && [null, unit.id].includes(grant.unitId)),
  )
  const known = inUnit.map((person) => ({ value: person.id, label: person.name }))
  const present =
    unit.communicationsLeadId && !known.some((one) => one.value === unit.communicationsLeadId)
      ? [{ value: unit.communicationsLeadId, label: unit.communicationsLead ?? '' }]
      : []

  function submit(event: FormEvent) {
    event.preventDefault()
    void change.run({
      id: unit.id,
      version: unit.version,
      ...(name === unit.name ? {} : { name }),
      ...(leadId === unit.communicationsLeadId ? {} : { communicationsLeadId: leadId }),
    })
  }

  return (
    <form className="sel-form sel-settings-row" onSubmit={submit} noValidate>
      <div className="sel-settings-fields">
        <TextInput
          label={t('units.name')}
          value={name}
          error={sentences.name}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('units.lead')}
          placeholder={t('units.noLead')}
          data={[...known, ...present]}
          value={leadId}
          clearable
          allowDeselect
          searchable
          onChange={setLeadId}
        />
        <div data-whole className="sel-form-actions">
          <ActionButton type="submit" weight="primary" isPending={change.isPending}>
            {t('units.save')}
          </ActionButton>
          <ActionButton weight="quiet" onClick={onClose}>
            {t('ui:actions.cancel')}
          </ActionButton>
          <ActionButton
            weight="quiet"
            isPending={end.isPending}
            onClick={() => void end.run({ id: unit.id })}
          >
            {t('units.end')}
          </ActionButton>
        </div>
        <div data-whole>
          <RefusalSentence failure={change.failure ?? end.failure} />
        </div>
      </div>
    </form>
  )
}

function AddUnit() {
  const { t } = useTranslation('agency')
  const trpc = useTRPC()
  const [name, setName] = useState('')
  const add = useCommand(trpc.agency.addUnit, {
    refresh: [trpc.agency.units.queryFilter()],
    onDone: () => setName(''),
  })
  const sentences = useFieldSentences(add.failure)
  function submit(event: FormEvent) {
    event.preventDefault()
    void add.run({ name })
  }
  return (
    <form className="sel-form" onSubmit={submit} noValidate>
      <TextInput
        label={t('units.name')}
        value={name}
        error={sentences.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <RefusalSentence failure={add.failure} />
      <ActionButton type="submit" isPending={add.isPending}>
        {t('units.add')}
      </ActionButton>
    </form>
  )
}
