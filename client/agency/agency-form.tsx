import { Checkbox, MultiSelect, TextInput } from '@mantine/core'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { subjectClasses } from '../../domain/subject-classes.ts'
import { refusedWith } from '../shell/failure.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { type trpc as doors, useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Conflict, type ConflictChoice } from '../ui/conflict.tsx'
import { Section } from '../ui/section.tsx'
import { NumberField } from './number-field.tsx'
import { ZoneField } from './zone-field.tsx'

type Settings = inferOutput<typeof doors.agency.settings>

const editable = [
  'name',
  'zone',
  'opensAt',
  'closesAt',
  'graceMinutes',
  'confirmMinutes',
  'crowdedFrom',
  'alsoAlignedClasses',
  'alignmentLeadWorkingDays',
  'acknowledgementPercent',
  'acknowledgementBlocks',
  'uptakeThreshold',
  'opinionLeaderThreshold',
  'issueCountThreshold',
] as const
type Field = (typeof editable)[number]
type Form = Pick<Settings, Field>

/** Sends only what was touched, with the version it started from; of two who change the same, the second chooses. */
export function AgencyForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation(['agency', 'ui'])
  const trpc = useTRPC()
  const [touched, setTouched] = useState<Partial<Form>>({})
  const [startedFrom, setStartedFrom] = useState(settings.version)
  const [isSaved, setSaved] = useState(false)
  const change = useCommand(trpc.agency.changeSettings, {
    refresh: [trpc.agency.settings.queryFilter(), trpc.people.me.queryFilter()],
  })
  const sentences = useFieldSentences(change.failure)
  const conflict = refusedWith(change.failure, 'conflict')
  const form: Form = { ...settings, ...touched }
  const isTouched = Object.keys(touched).length > 0

  const set = <F extends Field>(field: F, value: Form[F]) => {
    if (!isTouched) setStartedFrom(settings.version)
    setSaved(false)
    setTouched((before) => ({ ...before, [field]: value }))
  }

  async function save(from: number, fields: Partial<Form>) {
    const { alsoAlignedClasses, ...rest } = fields
    const classes = alsoAlignedClasses?.flatMap((one) => subjectClasses.find((known) => known === one) ?? [])
    const done = await change.run({
      version: from,
      ...rest,
      ...(classes === undefined ? {} : { alsoAlignedClasses: classes }),
    })
    if (!done.ok) return
    setTouched({})
    setSaved(true)
  }

  function settle(choice: ConflictChoice) {
    if (conflict === null) return
    const kept = Object.fromEntries(Object.entries(touched).filter(([field]) => choice[field] !== 'theirs'))
    setTouched(kept)
    setStartedFrom(conflict.version)
    void save(conflict.version, kept)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (isTouched) void save(startedFrom, touched)
  }

  const number = (field: Field & keyof typeof labels, mayBeEmpty = false) => ({
    label: t(labels[field]),
    value: form[field] as number | null,
    error: sentences[field],
    onChange: (value: number | null) => {
      if (value !== null || mayBeEmpty) set(field, value as never)
      else set(field, 0 as never)
    },
  })

  return (
    <form className="sel-settings-body" onSubmit={submit} noValidate>
      {conflict !== null && (
        <Conflict
          by={conflict.by ?? ''}
          at={conflict.at}
          isPending={change.isPending}
          fields={conflict.fields.map(({ field, yours, theirs }) => ({
            field,
            label: field in labels ? t(labels[field as keyof typeof labels]) : field,
            yours: String(yours ?? ''),
            theirs: String(theirs ?? ''),
          }))}
          onSettle={settle}
        />
      )}
      <Section title={t('settings.identity')}>
        <div className="sel-settings-fields">
          <TextInput
            data-whole
            label={t('settings.name')}
            value={form.name}
            error={sentences.name}
            onChange={(event) => set('name', event.currentTarget.value)}
          />
          <div data-whole>
            <ZoneField
              value={form.zone}
              description={t('settings.zoneHelp')}
              error={sentences.zone}
              onChange={(zone) => set('zone', zone)}
            />
          </div>
          {(['opensAt', 'closesAt'] as const).map((field) => (
            <TextInput
              key={field}
              type="time"
              label={t(labels[field])}
              value={form[field]}
              error={sentences[field]}
              onChange={(event) => set(field, event.currentTarget.value)}
            />
          ))}
        </div>
      </Section>
      <Section title={t('settings.publishing')}>
        <div className="sel-settings-fields">
          <NumberField {...number('graceMinutes')} description={t('settings.graceHelp')} />
          <NumberField {...number('confirmMinutes')} description={t('settings.confirmHelp')} />
          <NumberField {...number('crowdedFrom')} />
        </div>
      </Section>
      <Section title={t('settings.briefing')}>
        <div className="sel-settings-fields">
          <div data-whole>
            <MultiSelect
              label={t('settings.alsoAligned')}
              description={t('settings.alsoAlignedHelp')}
              data={(['event', 'information', 'greeting'] as const).map((one) => ({
                value: one,
                label: t(`ui:subjectClass.${one}`),
              }))}
              value={form.alsoAlignedClasses}
              onChange={(classes) => set('alsoAlignedClasses', classes)}
            />
          </div>
          <NumberField {...number('alignmentLeadWorkingDays')} />
          <NumberField {...number('acknowledgementPercent')} />
          <div data-whole>
            <Checkbox
              label={t('settings.acknowledgementBlocks')}
              checked={form.acknowledgementBlocks}
              onChange={(event) => set('acknowledgementBlocks', event.currentTarget.checked)}
            />
          </div>
        </div>
      </Section>
      <Section title={t('settings.issues')}>
        <div className="sel-settings-fields">
          <NumberField {...number('uptakeThreshold')} />
          <NumberField {...number('opinionLeaderThreshold')} />
          <NumberField {...number('issueCountThreshold', true)} description={t('settings.issueCountHelp')} />
        </div>
      </Section>
      {conflict === null && <RefusalSentence failure={change.failure} />}
      <div className="sel-form-actions">
        <ActionButton type="submit" weight="primary" isPending={change.isPending}>
          {t('settings.save')}
        </ActionButton>
        <span role="status">{isSaved && !isTouched ? t('settings.saved') : ''}</span>
      </div>
    </form>
  )
}

const labels = {
  name: 'settings.name',
  zone: 'settings.zone',
  opensAt: 'settings.opensAt',
  closesAt: 'settings.closesAt',
  graceMinutes: 'settings.graceMinutes',
  confirmMinutes: 'settings.confirmMinutes',
  crowdedFrom: 'settings.crowdedFrom',
  alsoAlignedClasses: 'settings.alsoAligned',
  alignmentLeadWorkingDays: 'settings.alignmentLead',
  acknowledgementPercent: 'settings.acknowledgementPercent',
  acknowledgementBlocks: 'settings.acknowledgementBlocks',
  uptakeThreshold: 'settings.uptake',
  opinionLeaderThreshold: 'settings.opinionLeaders',
  issueCountThreshold: 'settings.issueCount',
} as const
