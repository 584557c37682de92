import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { holds } from '../../domain/permissions.ts'
import type { Day } from '../../domain/time.ts'
import { TimeFields } from '../publications/time-fields.tsx'
import { readTyped, type TypedProblems, type TypedTime, typedFrom } from '../publications/typed-time.ts'
import { useMe } from '../shell/me.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { EventFields, type EventWords } from './event-fields.tsx'
import '../publications/publications.css'

export const eventTimeKinds = ['exact', 'tentative', 'open'] as const

/** Writes down an event on a day, and opens its page. */
export function NewEvent({ day, onClose }: { day: Day | null; onClose: () => void }) {
  const { t } = useTranslation('agenda')
  const trpc = useTRPC()
  const me = useMe()
  const reader = useReader()
  const navigate = useNavigate()
  const [words, setWords] = useState<EventWords>({ name: '', kind: 'visit', place: '', notes: '' })
  const [typed, setTyped] = useState<TypedTime>(() =>
    typedFrom({ timeKind: 'exact', plannedDay: day, plannedAt: null }, reader),
  )
  const [problems, setProblems] = useState<TypedProblems | null>(null)
  const choices = useQuery(trpc.publications.choices.queryOptions({ unitId: null }))
  const units = (choices.data?.units ?? []).filter((unit) => holds(me.grants, 'agenda.manage', unit.id))
  const [chosenUnit, setChosenUnit] = useState<string | null>(null)
  const unitId = chosenUnit ?? units[0]?.id ?? null
  const create = useCommand(trpc.agenda.create, {
    refresh: [trpc.agenda.pathFilter(), trpc.reading.pathFilter()],
    onDone: ({ id }) => {
      onClose()
      void navigate({ to: '/agenda/$id', params: { id } })
    },
  })
  const sentences = useFieldSentences(create.failure)

  function submit(event: FormEvent) {
    event.preventDefault()
    const read = readTyped(typed)
    if ('problems' in read) return setProblems(read.problems)
    setProblems(null)
    if (read.time.kind === 'none' || unitId === null) return
    void create.run({ ...words, time: read.time, unitId })
  }

  return (
    <Sheet isOpen onClose={onClose} title={t('new')}>
      <form className="sel-pub-form" noValidate onSubmit={submit}>
        <EventFields
          value={words}
          sentences={sentences}
          onChange={(touched) => setWords((before) => ({ ...before, ...touched }))}
        />
        <TimeFields typed={typed} problems={problems} kinds={eventTimeKinds} onChange={setTyped} />
        {units.length > 1 && (
          <Select
            label={t('fields.unit')}
            data={units.map(({ id, name }) => ({ value: id, label: name }))}
            value={unitId}
            allowDeselect={false}
            onChange={setChosenUnit}
          />
        )}
        <p className="sel-second">{t('visibleToAll')}</p>
        {Object.keys(sentences).length === 0 && <RefusalSentence failure={create.failure} />}
        <div className="sel-pub-actions">
          <ActionButton type="submit" weight="primary" isPending={create.isPending}>
            {t('create')}
          </ActionButton>
        </div>
      </form>
    </Sheet>
  )
}
