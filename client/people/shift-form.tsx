import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { dutyRoles } from './duty-grid.tsx'
import { instantOf, MomentField, type TypedMoment } from './moment-field.tsx'

/** Puts somebody on duty: role, person, from, until. Stays open for the next shift. */
export function ShiftForm({ day, onClose }: { day: string; onClose: () => void }) {
  const { t } = useTranslation(['people', 'ui'])
  const trpc = useTRPC()
  const [role, setRole] = useState<(typeof dutyRoles)[number]>('approver')
  const [personId, setPerson] = useState<string | null>(null)
  const [from, setFrom] = useState<TypedMoment>({ day, clock: '08:00' })
  const [until, setUntil] = useState<TypedMoment>({ day, clock: '16:00' })
  const [areMissingShown, setMissingShown] = useState(false)
  const holders = useQuery(trpc.people.directory.queryOptions({ role }))
  const save = useCommand(trpc.people.setDuty, {
    refresh: [trpc.people.dutyWeek.pathFilter()],
    onDone: () => {
      setPerson(null)
      setMissingShown(false)
    },
  })
  const sentences = useFieldSentences(save.failure)
  const missing = (value: string | null) =>
    areMissingShown && value === null ? t('ui:fieldErrors.missing') : undefined

  function submit(event: FormEvent) {
    event.preventDefault()
    const startsAt = instantOf(from)
    const endsAt = instantOf(until)
    setMissingShown(true)
    if (personId === null || startsAt === null || endsAt === null) return
    void save.run({ personId, role, startsAt, endsAt })
  }

  return (
    <form className="sel-form" style={{ maxWidth: 720 }} onSubmit={submit} noValidate>
      <div className="sel-settings-fields">
        <Select
          label={t('duty.role')}
          data={dutyRoles.map((one) => ({ value: one, label: t(`role.${one}`) }))}
          value={role}
          onChange={(picked) => {
            setPerson(null)
            setRole(dutyRoles.find((one) => one === picked) ?? 'approver')
          }}
        />
        <Select
          label={t('duty.person')}
          placeholder={t('duty.choosePerson')}
          description={holders.data?.length === 0 ? t('duty.nobodyInRole') : undefined}
          data={(holders.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
          value={personId}
          searchable
          error={missing(personId)}
          onChange={setPerson}
        />
        <MomentField
          id="shift-from"
          dayLabel={t('duty.from')}
          clockLabel={`${t('duty.from')}, ${t('duty.clock')}`}
          value={from}
          error={sentences.startsAt ?? missing(instantOf(from))}
          onChange={(picked) => {
            if (until.day === from.day) setUntil({ ...until, day: picked.day })
            setFrom(picked)
          }}
        />
        <MomentField
          id="shift-until"
          dayLabel={t('duty.until')}
          clockLabel={`${t('duty.until')}, ${t('duty.clock')}`}
          value={until}
          error={sentences.endsAt ?? missing(instantOf(until))}
          onChange={setUntil}
        />
      </div>
      <RefusalSentence failure={save.failure} />
      <div className="sel-form-actions">
        <ActionButton type="submit" weight="primary" isPending={save.isPending}>
          {t('duty.save')}
        </ActionButton>
        <ActionButton weight="quiet" onClick={onClose}>
          {t('ui:actions.close')}
        </ActionButton>
      </div>
    </form>
  )
}
