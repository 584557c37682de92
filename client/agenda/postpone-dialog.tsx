import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type EventTime, eventTime } from '../../domain/agenda/shift.ts'
import { dateWithYear } from '../../domain/language/format.ts'
import { TimeFields } from '../publications/time-fields.tsx'
import { timeWords } from '../publications/time-words.ts'
import { readTyped, type TypedProblems, type TypedTime } from '../publications/typed-time.ts'
import { announce } from '../shell/announce.ts'
import { failureOf } from '../shell/failure.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { clockWords, eventWhen } from './event-words.ts'
import { eventTimeKinds } from './new-event.tsx'
import '../publications/publications.css'

type Event = {
  id: string
  name: string
  timeKind: EventTime['kind']
  day: string
  clock: string | null
}

/** Another time for an event: first what moves with it and what that breaks, then the move. */
export function PostponeDialog({ event, onClose }: { event: Event; onClose: () => void }) {
  const { t } = useTranslation('agenda')
  const { t: words } = useTranslation('publications')
  const trpc = useTRPC()
  const reader = useReader()
  const [typed, setTyped] = useState<TypedTime>({
    kind: event.timeKind,
    day: dateWithYear(event.day, reader),
    clock: clockWords(event.clock ?? '', reader),
  })
  const [problems, setProblems] = useState<TypedProblems | null>(null)
  const [wanted, setWanted] = useState<EventTime | null>(null)
  const preview = useQuery(
    trpc.reading.postponing.queryOptions(
      { eventId: event.id, time: wanted ?? eventTime(event) },
      { enabled: wanted !== null, staleTime: 0, retry: false },
    ),
  )
  const postpone = useCommand(trpc.publications.postponeEvent, {
    refresh: [trpc.agenda.pathFilter(), trpc.publications.pathFilter(), trpc.reading.pathFilter()],
    onDone: ({ movedCount }) => {
      announce(t('postpone.done', { count: movedCount }))
      onClose()
    },
  })

  function look() {
    const read = readTyped(typed)
    if ('problems' in read) return setProblems(read.problems)
    setProblems(null)
    if (read.time.kind !== 'none') setWanted(read.time)
  }

  if (wanted === null) {
    return (
      <Sheet isOpen onClose={onClose} title={t('postpone.title', { name: event.name })}>
        <form
          className="sel-pub-form"
          noValidate
          onSubmit={(submitted) => {
            submitted.preventDefault()
            look()
          }}
        >
          <p className="sel-second">{t('postpone.now', { when: eventWhen(eventTime(event), t, reader) })}</p>
          <TimeFields
            typed={typed}
            problems={problems}
            kinds={eventTimeKinds}
            autoFocus
            onChange={setTyped}
          />
          <div className="sel-pub-actions">
            <ActionButton type="submit" weight="primary">
              {t('postpone.look')}
            </ActionButton>
          </div>
        </form>
      </Sheet>
    )
  }

  const { data } = preview
  return (
    <Sheet isOpen onClose={onClose} title={t('postpone.title', { name: event.name })}>
      <div className="sel-pub-form">
        <p>
          {t('postpone.fromTo', {
            from: eventWhen(eventTime(event), t, reader),
            to: eventWhen(wanted, t, reader),
          })}
        </p>
        {preview.isError && <RefusalSentence failure={failureOf(preview.error)} />}
        {preview.isPending && <LoadingLines />}
        {data !== undefined && (
          <>
            <h2 className="sel-field-label">{t('postpone.effects')}</h2>
            {data.moves.length === 0 && <p>{t('postpone.nothing')}</p>}
            <ul className="sel-postponed">
              {data.moves.map((move) => {
                const from = timeWords(words, move.from)
                const to = timeWords(words, move.to)
                const breaks = [
                  ...(move.endsApproval ? (['endsApproval'] as const) : []),
                  ...(move.losesHour ? (['losesHour'] as const) : []),
                  ...move.breaks,
                ]
                return (
                  <li key={move.id}>
                    <b>{move.title}</b>
                    <span>
                      {from === to ? t('postpone.same', { from }) : t('postpone.fromTo', { from, to })}
                    </span>
                    {breaks.length === 0 ? (
                      <span className="sel-second">{t('postpone.fine')}</span>
                    ) : (
                      breaks.map((what) => (
                        <span key={what} className="sel-postponed-break">
                          <ReadinessMark state="warning" size={16} label={null} />
                          {t(`postpone.breaks.${what}`)}
                        </span>
                      ))
                    )}
                  </li>
                )
              })}
            </ul>
          </>
        )}
        <RefusalSentence failure={postpone.failure} />
        <div className="sel-pub-actions">
          {data !== undefined && (
            <ActionButton
              weight="primary"
              isPending={postpone.isPending}
              pendingText={t('postpone.moving')}
              onClick={() =>
                void postpone.run({
                  eventId: event.id,
                  version: data.version,
                  time: wanted,
                  seen: data.moves.map(({ id, timeVersion, endsApproval }) => ({
                    publicationId: id,
                    timeVersion,
                    endsApproval,
                  })),
                })
              }
            >
              {t('postpone.confirm')}
            </ActionButton>
          )}
          <ActionButton
            onClick={() => {
              setWanted(null)
              postpone.reset()
            }}
          >
            {t('postpone.back')}
          </ActionButton>
        </div>
      </div>
    </Sheet>
  )
}
