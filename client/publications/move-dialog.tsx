import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateWithYear } from '../../domain/language/format.ts'
import type { GivenTime, PlannedTime } from '../../domain/publications/planned-time.ts'
import { addDays, dayOf } from '../../domain/time.ts'
import { refusedWith } from '../shell/failure.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { TimeFields } from './time-fields.tsx'
import { timeWords } from './time-words.ts'
import { readTyped, type TypedProblems, type TypedTime, typedFrom } from './typed-time.ts'
import { type Movable, useMove } from './use-move.ts'
import './publications.css'

type Props = { publication: Movable; onClose: () => void; onMoved?: () => void }

/**
 * Another time for a publication, with pointer and keyboard alike: shifted by a button, or typed. Where the time was
 * approved too it says so and waits; where somebody moved it meanwhile it shows both.
 */
export function MoveDialog({ publication, onClose, onMoved }: Props) {
  const { t } = useTranslation('publications')
  const reader = useReader()
  const { move, isPending, failure, reset } = useMove()
  const [typed, setTyped] = useState<TypedTime>(() => {
    const from = typedFrom(publication, reader)
    return from.kind === 'none' ? { ...from, kind: 'exact' } : from
  })
  const [problems, setProblems] = useState<TypedProblems | null>(null)
  const [wanted, setWanted] = useState<GivenTime | null>(null)
  const bound = refusedWith(failure, 'move_ends_approval')
  const met = refusedWith(failure, 'conflict')

  const send = async (time: GivenTime, options: { confirms?: boolean; timeVersion?: number } = {}) => {
    setWanted(time)
    const from = { ...publication, timeVersion: options.timeVersion ?? publication.timeVersion }
    const outcome = await move(from, time, options.confirms ?? false)
    if (!outcome.ok) return
    onMoved?.()
    onClose()
  }
  const submit = () => {
    const read = readTyped(typed)
    if ('problems' in read) return setProblems(read.problems)
    setProblems(null)
    void send(read.time)
  }
  const shift = (days: number) => {
    const from = publication.plannedDay ?? dayOf(reader.now, reader.zone)
    const read = readTyped(typed)
    const day = 'time' in read && read.time.kind !== 'none' ? read.time.day : from
    setTyped({ ...typed, day: dateWithYear(addDays(day, days), reader) })
    setProblems(null)
  }

  return (
    <Sheet isOpen onClose={onClose} title={t('move.title', { title: publication.title })}>
      {bound ? (
        <div className="sel-pub-form">
          <p>
            {bound.decidedBy.length > 0
              ? t('move.bound', { names: bound.decidedBy.map((person) => person.name) })
              : t('move.boundNobody')}
          </p>
          <div className="sel-pub-actions">
            <ActionButton
              weight="primary"
              isPending={isPending}
              pendingText={t('move.moving')}
              onClick={() => wanted && void send(wanted, { confirms: true })}
            >
              {t('move.boundConfirm')}
            </ActionButton>
            <ActionButton onClick={onClose}>{t('move.boundKeep')}</ActionButton>
          </div>
        </div>
      ) : met ? (
        <div className="sel-pub-form">
          <p>
            {t('move.met', {
              name: met.by,
              at: met.at,
              when: timeWords(t, met.fields[0]?.theirs as PlannedTime),
            })}
          </p>
          <div className="sel-pub-actions">
            <ActionButton
              isPending={isPending}
              pendingText={t('move.moving')}
              onClick={() => wanted && void send(wanted, { timeVersion: met.version })}
            >
              {t('move.metMine')}
            </ActionButton>
            <ActionButton onClick={onClose}>{t('move.metTheirs')}</ActionButton>
          </div>
        </div>
      ) : (
        <form
          className="sel-pub-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <fieldset className="sel-shift">
            <legend className="sel-field-label">{t('move.shift')}</legend>
            <ActionButton size="small" onClick={() => shift(-1)}>
              {t('move.dayEarlier')}
            </ActionButton>
            <ActionButton size="small" onClick={() => shift(1)}>
              {t('move.dayLater')}
            </ActionButton>
            <ActionButton size="small" onClick={() => shift(7)}>
              {t('move.nextWeek')}
            </ActionButton>
          </fieldset>
          <TimeFields
            typed={typed}
            autoFocus
            problems={problems}
            onChange={(next) => {
              setTyped(next)
              if (failure) reset()
            }}
          />
          <RefusalSentence failure={failure} />
          <div className="sel-pub-actions">
            <ActionButton type="submit" weight="primary" isPending={isPending} pendingText={t('move.moving')}>
              {t('move.submit')}
            </ActionButton>
          </div>
        </form>
      )}
    </Sheet>
  )
}
