import type { inferOutput } from '@trpc/tanstack-react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type EventKind, eventKinds } from '../../domain/agenda/kinds.ts'
import { refusedWith } from '../shell/failure.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { type trpc as doors, useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Conflict, type ConflictChoice } from '../ui/conflict.tsx'
import { EventFields, type EventWords } from './event-fields.tsx'

type Event = inferOutput<typeof doors.agenda.page>

/** Sends only what was touched; of two who change the same part, the second chooses. */
export function EventForm({ event, onClose }: { event: Event; onClose: () => void }) {
  const { t } = useTranslation(['agenda', 'ui'])
  const trpc = useTRPC()
  const [touched, setTouched] = useState<Partial<EventWords>>({})
  const [startedFrom] = useState(event.version)
  const change = useCommand(trpc.agenda.change, {
    refresh: [trpc.agenda.pathFilter(), trpc.reading.pathFilter()],
    onDone: onClose,
  })
  const sentences = useFieldSentences(change.failure)
  const conflict = refusedWith(change.failure, 'conflict')
  const { name, kind, place, notes } = { ...event, ...touched }

  function submit(submitted: FormEvent) {
    submitted.preventDefault()
    void change.run({ id: event.id, version: startedFrom, ...touched })
  }

  function settle(choice: ConflictChoice) {
    if (conflict === null) return
    const kept = Object.fromEntries(Object.entries(touched).filter(([field]) => choice[field] !== 'theirs'))
    setTouched(kept)
    void change.run({ id: event.id, version: conflict.version, ...kept })
  }

  return (
    <form className="sel-campaign-form" onSubmit={submit} noValidate>
      {conflict !== null && (
        <Conflict
          by={conflict.by ?? ''}
          at={conflict.at}
          isPending={change.isPending}
          onSettle={settle}
          fields={conflict.fields.map(({ field, yours, theirs }) => ({
            field,
            label: t(`fields.${field as keyof EventWords}`),
            yours: textOf(yours),
            theirs: textOf(theirs),
          }))}
        />
      )}
      <EventFields
        value={{ name, kind, place, notes }}
        sentences={sentences}
        onChange={(next) => setTouched((before) => ({ ...before, ...next }))}
      />
      {conflict === null && Object.keys(sentences).length === 0 && (
        <RefusalSentence failure={change.failure} />
      )}
      <div className="sel-campaign-acts">
        <ActionButton type="submit" weight="primary" isPending={change.isPending}>
          {t('save')}
        </ActionButton>
        <ActionButton weight="quiet" onClick={onClose}>
          {t('ui:actions.cancel')}
        </ActionButton>
      </div>
    </form>
  )

  function textOf(value: unknown): string {
    const known: EventKind | undefined = eventKinds.find((one) => one === value)
    return known === undefined ? String(value ?? '') : t(`kinds.${known}`)
  }
}
