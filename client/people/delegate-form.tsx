import { MultiSelect, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { subjectClasses } from '../../domain/subject-classes.ts'
import { useMe } from '../shell/me.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { instantOf, MomentField, type TypedMoment } from './moment-field.tsx'

const nothing: TypedMoment = { day: '', clock: '' }

type Props = {
  /** For whom the reader may enter one; the field shows unless that is the reader alone. */
  leaders: readonly { id: string; name: string }[]
  onClose: () => void
}

/** Four entries: person, from, until, number of the letter; all subject classes unless narrowed. */
export function DelegateForm({ leaders, onClose }: Props) {
  const { t } = useTranslation(['people', 'ui'])
  const trpc = useTRPC()
  const me = useMe()
  const approvers = useQuery(trpc.people.directory.queryOptions({ role: 'approver' }))
  const [pickedLeader, setLeader] = useState<string | null>(null)
  const [delegateId, setDelegate] = useState<string | null>(null)
  const [from, setFrom] = useState<TypedMoment>(nothing)
  const [until, setUntil] = useState<TypedMoment>(nothing)
  const [letterNumber, setLetter] = useState('')
  const [classes, setClasses] = useState<string[]>([])
  const [areMissingShown, setMissingShown] = useState(false)
  const save = useCommand(trpc.people.delegate, {
    refresh: [trpc.people.delegations.pathFilter()],
    onDone: onClose,
  })
  const sentences = useFieldSentences(save.failure)
  const isForOthers = leaders.some((one) => one.id !== me.person.id)
  const leaderId = pickedLeader ?? (leaders.length === 1 ? (leaders[0]?.id ?? null) : null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const missing = (value: string | null) =>
    areMissingShown && value === null ? t('ui:fieldErrors.missing') : undefined

  function submit(event: FormEvent) {
    event.preventDefault()
    const startsAt = instantOf(from)
    const endsAt = instantOf(until)
    setMissingShown(true)
    if (leaderId === null || delegateId === null || startsAt === null || endsAt === null) return
    const narrowed = subjectClasses.filter((one) => classes.includes(one))
    void save.run({
      leaderId,
      delegateId,
      startsAt,
      endsAt,
      letterNumber,
      subjectClasses: narrowed.length === 0 ? null : narrowed,
    })
  }

  return (
    <form ref={form} className="sel-form" onSubmit={submit} noValidate>
      <div className="sel-settings-fields">
        {isForOthers && (
          <Select
            label={t('delegation.leader')}
            data={leaders.map((one) => ({ value: one.id, label: one.name }))}
            value={leaderId}
            searchable
            openOnFocus={false}
            error={missing(leaderId)}
            onChange={setLeader}
          />
        )}
        <Select
          label={t('delegation.delegate')}
          description={t('delegation.delegateHelp')}
          data={(approvers.data ?? [])
            .filter((one) => one.id !== (leaderId ?? me.person.id))
            .map((one) => ({ value: one.id, label: one.name }))}
          value={delegateId}
          searchable
          openOnFocus={false}
          error={missing(delegateId)}
          onChange={setDelegate}
        />
        <MomentField
          id="delegate-from"
          dayLabel={t('delegation.from')}
          clockLabel={`${t('delegation.from')}, ${t('duty.clock')}`}
          value={from}
          error={sentences.startsAt ?? missing(instantOf(from))}
          onChange={setFrom}
        />
        <MomentField
          id="delegate-until"
          dayLabel={t('delegation.until')}
          clockLabel={`${t('delegation.until')}, ${t('duty.clock')}`}
          value={until}
          error={sentences.endsAt ?? missing(instantOf(until))}
          onChange={setUntil}
        />
        <TextInput
          label={t('delegation.letter')}
          value={letterNumber}
          error={sentences.letterNumber}
          autoComplete="off"
          onChange={(event) => setLetter(event.currentTarget.value)}
        />
        <MultiSelect
          label={t('delegation.narrow')}
          placeholder={classes.length === 0 ? t('delegation.allClasses') : undefined}
          data={subjectClasses.map((one) => ({ value: one, label: t(`ui:subjectClass.${one}`) }))}
          value={classes}
          onChange={setClasses}
        />
      </div>
      <RefusalSentence failure={save.failure} />
      <div className="sel-form-actions">
        <ActionButton
          type="submit"
          weight="primary"
          isPending={save.isPending}
          pendingText={t('ui:actions.recording')}
        >
          {t('delegation.save')}
        </ActionButton>
        <ActionButton weight="quiet" onClick={onClose}>
          {t('ui:actions.cancel')}
        </ActionButton>
      </div>
    </form>
  )
}
