import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MANY_LIMIT } from '../../domain/publications/many-limit.ts'
import type { Day } from '../../domain/time.ts'
import { announce } from '../shell/announce.ts'
import type { Entry } from './entry.ts'
import { type Moving, USUAL_CLOCK } from './grid-props.ts'
import { useCalendarMove } from './use-calendar-move.ts'

const noneMarked: ReadonlyMap<string, Entry> = new Map()

/** The marked as they were last seen; the same map where nothing is newer. */
function seenAnew(
  kept: ReadonlyMap<string, Entry>,
  known: ReadonlyMap<string, Entry>,
): ReadonlyMap<string, Entry> {
  const next = new Map([...kept].map(([id, entry]) => [id, known.get(id) ?? entry]))
  return [...next].every(([id, entry]) => kept.get(id) === entry) ? kept : next
}

type Given = {
  known: ReadonlyMap<string, Entry>
  /** The day from which something without one starts. */
  dayNow: () => Day
  onBegin: () => void
  onDropped: (day: Day, id: string) => void
}

/** What is marked, what is being moved by keys or buttons and to where, and the drop: of several all by as many days. */
export function useMoving({ known, dayNow, onBegin, onDropped }: Given) {
  const { t } = useTranslation('calendar')
  const movement = useCalendarMove()
  const [kept, setMarked] = useState<ReadonlyMap<string, Entry>>(noneMarked)
  const [moving, setMoving] = useState<Moving | null>(null)

  // What is marked stays so in another month, where it is not among what is shown.
  const of = (id: string) => known.get(id) ?? kept.get(id)
  const marked: ReadonlySet<string> = useMemo(() => new Set(kept.keys()), [kept])
  const markedEntries = useMemo(() => [...kept].map(([id, entry]) => known.get(id) ?? entry), [kept, known])

  const hasMarked = kept.size > 0
  useEffect(() => {
    if (hasMarked) setMarked((before) => seenAnew(before, known))
  }, [known, hasMarked])

  const beginMove = (ids: readonly string[]) => {
    const wanted = ids.flatMap((id) => of(id) ?? [])
    const [first] = wanted
    if (first === undefined) return
    const stuck = wanted.find((entry) => entry.move !== 'yes')
    if (stuck) return announce(whyStuck(stuck))
    if (wanted.length > 1 && wanted.some((entry) => entry.day === null))
      return announce(t('marks.scheduleEach'))
    onBegin()
    const to = {
      day: first.day ?? dayNow(),
      clock: first.clock ?? (first.day === null ? USUAL_CLOCK : null),
    }
    setMoving({ ids: wanted.map((entry) => entry.id), to })
  }
  const drop = () => {
    if (moving === null) return
    const wanted = moving.ids.flatMap((id) => of(id) ?? [])
    const [first] = wanted
    setMoving(null)
    if (first === undefined) return
    const shift = Date.parse(moving.to.day) - Date.parse(first.day ?? moving.to.day)
    void movement.move(
      wanted.map((entry) => {
        if (wanted.length === 1) return { entry, to: moving.to }
        const at = Date.parse(entry.day ?? moving.to.day) + shift
        return { entry, to: { day: new Date(at).toISOString().slice(0, 10), clock: entry.clock } }
      }),
    )
    setMarked(noneMarked)
    onDropped(moving.to.day, first.id)
  }
  const mark = (id: string) => {
    const entry = of(id)
    if (entry === undefined) return
    if (entry.move !== 'yes') return announce(whyStuck(entry))
    const next = new Map(kept)
    const isNew = !next.delete(id)
    if (isNew && next.size === MANY_LIMIT) return announce(t('marks.most', { count: MANY_LIMIT }))
    if (isNew) next.set(id, entry)
    setMarked(next)
    announce(t(isNew ? 'marks.marked' : 'marks.unmarked', { title: entry.title }))
  }
  return {
    marked,
    markedEntries,
    moving,
    movement,
    setMoving,
    beginMove,
    drop,
    mark,
    clearMarks: () => setMarked(noneMarked),
  }

  function whyStuck(entry: Entry): string {
    return entry.move === 'role' ? t('move.notYours') : t('peek.closed')
  }
}
