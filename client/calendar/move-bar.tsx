import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { date, type Reader } from '../../domain/language/format.ts'
import { addDays, daysBetween } from '../../domain/time.ts'
import { announce } from '../shell/announce.ts'
import { useKeys } from '../shell/keys.ts'
import { useReader } from '../shell/reader.ts'
import { ActionButton } from '../ui/action-button.tsx'
import type { Entry, Pause } from './entry.ts'
import { pauseName } from './event-words.ts'
import type { Slot } from './grid-props.ts'
import { TypedSlot } from './typed-slot.tsx'
import './move.css'

type Props = {
  entries: readonly Entry[]
  to: Slot
  /** In a week up and down are a quarter of an hour, elsewhere a week. */
  isWeek: boolean
  pauses: readonly Pause[]
  onChange: (to: Slot) => void
  onDrop: () => void
  onCancel: () => void
}

const QUARTER = 15

/**
 * Moving by keys and by buttons: arrows shift it, a date and a time may be typed, Enter drops, Escape returns. Each step
 * is spoken with whether a pause lies over it.
 */
export function MoveBar({ entries, to, isWeek, pauses, onChange, onDrop, onCancel }: Props) {
  const { t } = useTranslation('calendar')
  const reader = useReader()
  const bar = useRef<HTMLElement>(null)
  const opener = useRef(document.activeElement)
  const [first] = entries
  const isSeveral = entries.length > 1
  const hasClock = !isSeveral && to.clock !== null

  const spoken = sentence()
  useEffect(() => announce(spoken), [spoken])
  useEffect(() => bar.current?.focus({ preventScroll: true }), [])

  const cancel = () => {
    onCancel()
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus()
  }

  const byDays = (days: number) => onChange({ ...to, day: addDays(to.day, days) })
  const byMinutes = (minutes: number) => {
    if (to.clock === null) return
    const at = Number(to.clock.slice(0, 2)) * 60 + Number(to.clock.slice(3)) + minutes
    const within = Math.max(0, Math.min(24 * 60 - QUARTER, at))
    onChange({ ...to, clock: clockText(within) })
  }
  const upDown = (steps: number) => (isWeek && hasClock ? byMinutes(steps * QUARTER) : byDays(steps * 7))

  useKeys([
    { keys: 'ArrowLeft', run: () => byDays(-1) },
    { keys: 'ArrowRight', run: () => byDays(1) },
    { keys: 'ArrowUp', run: () => upDown(-1) },
    { keys: 'ArrowDown', run: () => upDown(1) },
    { keys: 'Enter', inFields: true, when: () => !isOnButton(), run: onDrop },
    { keys: 'Escape', inFields: true, run: cancel },
  ])

  if (first === undefined) return null
  const title = isSeveral
    ? t('move.titleSeveral', { count: entries.length })
    : t(first.day === null ? 'move.schedule' : 'move.title', { title: first.title })

  return (
    <section ref={bar} className="cal-move-bar" tabIndex={-1} aria-label={title}>
      <p className="cal-move-title">{title}</p>
      <p className="cal-move-now">{spoken}</p>
      <div className="cal-move-row">
        <TypedSlot to={to} hasClock={!isSeveral} onChange={onChange} />
        <ActionButton size="small" onClick={() => byDays(-1)}>
          {t('move.earlier')}
        </ActionButton>
        <ActionButton size="small" onClick={() => byDays(1)}>
          {t('move.later')}
        </ActionButton>
        <ActionButton size="small" onClick={() => byDays(7)}>
          {t('move.nextWeek')}
        </ActionButton>
        <span className="cal-move-end">
          <ActionButton size="small" shortcut="Esc" onClick={cancel}>
            {t('move.cancel')}
          </ActionButton>
          <ActionButton size="small" weight="primary" shortcut="Enter" onClick={onDrop}>
            {t('move.drop')}
          </ActionButton>
        </span>
      </div>
    </section>
  )

  /** "Jumat 11 Desember, 09.00, di luar jeda". */
  function sentence(): string {
    const over = pauses.find(
      (pause) => pause.firstDay <= to.day && (pause.lastDay === null || to.day <= pause.lastDay),
    )
    const pause =
      over === undefined ? t('pause.outside') : t('pause.inside', { name: pauseName(over, t as never) })
    if (isSeveral && first !== undefined) {
      return t('move.stepSeveral', { days: daysWords(daysBetween(first.day ?? to.day, to.day)), pause })
    }
    return t('move.step', { at: slotWords(to, reader), pause })
  }

  function daysWords(days: number): string {
    if (days === 0) return t('move.sameDay')
    return days < 0 ? t('move.daysEarlier', { count: -days }) : t('move.daysLater', { count: days })
  }
}

function isOnButton(): boolean {
  return document.activeElement instanceof HTMLButtonElement
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** "Jumat 11 Desember, 09.00". */
function slotWords(to: Slot, reader: Reader): string {
  const day = date(to.day, reader)
  if (to.clock === null) return day
  return `${day}, ${reader.language === 'id' ? to.clock.replace(':', '.') : to.clock}`
}
