import { MultiSelect, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type PauseKind,
  type PauseScope,
  type PauseStops,
  pauseKinds,
  pauseScopes,
  pauseStops,
} from '../../domain/marks/pauses.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { zoneShown } from '../shell/zone.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Section } from '../ui/section.tsx'
import { Segments } from '../ui/segments.tsx'
import { emptyTime, type PauseTime, PauseTimeFields, timeToSend } from './pause-time.tsx'

/** What somebody enters to begin a pause; each problem stands at its field and in a list above. */
export function AddPause({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['marks', 'ui'])
  const trpc = useTRPC()
  const [kind, setKind] = useState<PauseKind>('election_quiet')
  const [name, setName] = useState('')
  const [stops, setStops] = useState<PauseStops>('promotional')
  const [scope, setScope] = useState<PauseScope>('agency')
  const [unitIds, setUnitIds] = useState<string[]>([])
  const [accountIds, setAccountIds] = useState<string[]>([])
  const [time, setTime] = useState<PauseTime>(emptyTime)
  const [attempt, setAttempt] = useState(0)
  const [unread, setUnread] = useState<Record<string, string>>({})
  const add = useCommand(trpc.marks.addPause, { refresh: [trpc.marks.pathFilter()], onDone: onClose })
  const units = useQuery({ ...trpc.agency.units.queryOptions({}), enabled: scope === 'units' })
  const accounts = useQuery({
    ...trpc.accounts.list.queryOptions({ withEnded: false }),
    enabled: scope === 'accounts',
  })
  const sentences = { ...useFieldSentences(add.failure), ...unread }

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempt((before) => before + 1)
    const read = timeToSend(time, zoneShown())
    if ('problems' in read) {
      const said = Object.entries(read.problems).map(([field, code]) => [field, t(`fieldErrors.${code}`)])
      setUnread({ ...missing(), ...Object.fromEntries(said) })
      return
    }
    setUnread({})
    void add.run({ kind, name, stops, scope, unitIds, accountIds, time: read.time })
  }

  /** What the server would say too, said beside an unreadable time so that both are seen at once. */
  function missing(): Record<string, string> {
    return {
      ...(name.trim() === '' ? { name: t('ui:fieldErrors.missing') } : {}),
      ...(scope === 'units' && unitIds.length === 0 ? { unitIds: t('fieldErrors.pause_units_needed') } : {}),
      ...(scope === 'accounts' && accountIds.length === 0
        ? { accountIds: t('fieldErrors.pause_accounts_needed') }
        : {}),
    }
  }

  return (
    <Section title={t('addTitle')}>
      <form className="sel-form sel-pause-form" onSubmit={submit} noValidate>
        <ErrorSummary
          attempt={attempt}
          problems={Object.entries(sentences).map(([field, sentence]) => ({
            fieldId: `pause-${field}`,
            sentence: field === 'name' ? `${t('fields.name')}: ${sentence}` : sentence,
          }))}
        />
        <NativeSelect
          label={t('fields.kind')}
          value={kind}
          data={pauseKinds.map((value) => ({ value, label: t(`pauseKinds.${value}`) }))}
          onChange={(event) =>
            setKind(pauseKinds.find((one) => one === event.currentTarget.value) ?? 'crisis')
          }
        />
        <TextInput
          id="pause-name"
          label={t('fields.name')}
          description={t('fields.nameHint')}
          value={name}
          error={sentences.name}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Segments
          label={t('fields.stops')}
          isLabelShown
          value={stops}
          onChange={setStops}
          segments={pauseStops.map((value) => ({ value, label: t(`stops.${value}`) }))}
        />
        <Segments
          label={t('fields.scope')}
          isLabelShown
          value={scope}
          onChange={setScope}
          segments={pauseScopes.map((value) => ({ value, label: t(`scopes.${value}`) }))}
        />
        {scope === 'units' && (
          <MultiSelect
            id="pause-unitIds"
            label={t('fields.units')}
            data={(units.data?.units ?? []).map(({ id, name: unit }) => ({ value: id, label: unit }))}
            value={unitIds}
            error={sentences.unitIds}
            onChange={setUnitIds}
          />
        )}
        {scope === 'accounts' && (
          <MultiSelect
            id="pause-accountIds"
            label={t('fields.accounts')}
            searchable
            data={(accounts.data?.accounts ?? []).map(({ id, handle, platform }) => ({
              value: id,
              label: t('ui:account.of', { handle, platform: t(`ui:platform.${platform}`) }),
            }))}
            value={accountIds}
            error={sentences.accountIds}
            onChange={setAccountIds}
          />
        )}
        <PauseTimeFields time={time} sentences={sentences} onChange={setTime} />
        {Object.keys(sentences).length === 0 && <RefusalSentence failure={add.failure} />}
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
