import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { addDays, type Day, weekdayOf } from '../../domain/time.ts'
import { areSingleKeysOff, type KeyBinding, useKeys } from '../shell/keys.ts'
import { addMonths } from './days.ts'
import {
  cellOf,
  dayIn,
  elementOf,
  type GridPlace,
  idOf,
  settleTabs,
  stopIdOf,
  stopsOf,
} from './grid-place.ts'

const GIVE_UP_MILLISECONDS = 1200
const MOST_TRIES = 30

type Given = {
  root: RefObject<HTMLElement | null>
  /** The day on which the stop stands when nothing else was chosen. */
  start: Day
  nameOf: (day: Day) => string
  /** Shows the period that holds the day. */
  onShow: (day: Day) => void
  /** Enter on an empty day. */
  onNew: (day: Day) => void
  mayNew: boolean
  names: { day: string; intoDay: string; weekEnds: string; months: string }
}

/**
 * One tab stop for the whole grid. On the level of days the arrows go from day to day, Enter goes into one; within a day
 * they go from event to event, Escape goes back. Days outside the period bring the period that holds them.
 */
export function useGridFocus({ root, start, nameOf, onShow, onNew, mayNew, names }: Given) {
  const place = useRef<GridPlace>({ day: start, id: null })
  const wantsFocus = useRef(false)
  const lastFocused = useRef<Element | null>(null)
  const tries = useRef(0)
  const latest = useRef({ nameOf })
  latest.current = { nameOf }

  const settle = useCallback(() => {
    const element = root.current
    if (element === null) return
    const moved = place.current.id === null ? null : elementOf(element, place.current.id)
    const movedTo = dayIn(moved)
    if (movedTo !== null && movedTo !== place.current.day)
      place.current = { day: movedTo, id: place.current.id }
    const current = settleTabs(element, place.current, latest.current.nameOf)
    if (!wantsFocus.current || current === null) return
    const { day, id } = place.current
    const isThere = dayIn(current) === day && (id === null || stopIdOf(current) === id)
    if (!isThere) return
    current.focus()
    // While it is being measured it is hidden and takes no focus.
    if (document.activeElement !== current && tries.current < MOST_TRIES) {
      tries.current += 1
      requestAnimationFrame(settle)
      return
    }
    tries.current = 0
    wantsFocus.current = false
    current.scrollIntoView({ block: 'nearest' })
  }, [root])

  const goTo = useCallback(
    (next: GridPlace) => {
      place.current = next
      wantsFocus.current = true
      const element = root.current
      if (element !== null && cellOf(element, next.day) === null) onShow(next.day)
      settle()
      // What has been moved is drawn anew; where it does not come back, its day takes the focus.
      if (wantsFocus.current && next.id !== null) {
        setTimeout(() => {
          if (!wantsFocus.current || place.current !== next) return
          place.current = { day: next.day, id: null }
          settle()
        }, GIVE_UP_MILLISECONDS)
      }
    },
    [root, onShow, settle],
  )

  useLayoutEffect(() => {
    if (cellOf(root.current ?? document.body, place.current.day) === null)
      place.current = { day: start, id: null }
    settle()
  })

  useEffect(() => {
    const element = root.current
    if (element === null) return
    const onChange = () => {
      // What had the focus was drawn anew or moved away: it comes back to its place.
      const isGone = lastFocused.current?.isConnected === false
      if (isGone && document.activeElement === document.body) {
        lastFocused.current = null
        wantsFocus.current = true
      }
      settle()
    }
    const observer = new MutationObserver(onChange)
    observer.observe(element, { childList: true, subtree: true })
    const onFocus = (event: FocusEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const day = dayIn(target)
      lastFocused.current = day === null ? null : target
      if (day === null) return
      const isMore = target?.classList.contains('cal-more') ?? false
      place.current = { day, id: isMore ? 'more' : idOf(target?.closest('.cal-event')) }
      settleTabs(element, place.current, latest.current.nameOf)
    }
    const onLost = (event: FocusEvent) => {
      const { target } = event
      // Left by the person, not taken away from under them.
      setTimeout(() => {
        if (target instanceof Element && target.isConnected && lastFocused.current === target)
          lastFocused.current = null
      }, 0)
    }
    element.addEventListener('focusin', onFocus)
    element.addEventListener('focusout', onLost)
    return () => {
      observer.disconnect()
      element.removeEventListener('focusin', onFocus)
      element.removeEventListener('focusout', onLost)
    }
  }, [root, settle])

  const isIn = () => root.current?.contains(document.activeElement) ?? false
  const isOnDay = () => isIn() && place.current.id === null

  const step = (days: number) => goTo({ day: addDays(place.current.day, days), id: null })
  const across = (days: number) => {
    const element = root.current
    const day = addDays(place.current.day, days)
    if (place.current.id === null || element === null) return step(days)
    const [first] = stopsOf(element, day)
    goTo({ day, id: first === undefined ? null : stopIdOf(first) })
  }
  const along = (steps: number) => {
    const element = root.current
    const { day, id } = place.current
    if (id === null || element === null) return step(steps * 7)
    const stops = stopsOf(element, day)
    const at = stops.findIndex((stop) => stopIdOf(stop) === id)
    const next = stops[Math.max(0, Math.min(stops.length - 1, at + steps))]
    if (next) goTo({ day, id: stopIdOf(next) })
  }
  const into = () => {
    const element = root.current
    if (element === null) return
    const [first] = stopsOf(element, place.current.day)
    if (first !== undefined) return goTo({ day: place.current.day, id: stopIdOf(first) })
    if (mayNew) onNew(place.current.day)
  }

  const bindings: KeyBinding[] = [
    { keys: 'ArrowLeft', name: names.day, when: isIn, run: () => across(-1) },
    { keys: 'ArrowRight', when: isIn, run: () => across(1) },
    { keys: 'ArrowUp', when: isIn, run: () => along(-1) },
    { keys: 'ArrowDown', when: isIn, run: () => along(1) },
    {
      keys: 'Home',
      name: names.weekEnds,
      when: isIn,
      run: () => step(1 - weekdayOf(place.current.day)),
    },
    { keys: 'End', when: isIn, run: () => step(7 - weekdayOf(place.current.day)) },
    {
      keys: 'PageUp',
      name: names.months,
      when: isIn,
      run: () => goTo({ day: addMonths(place.current.day, -1), id: null }),
    },
    { keys: 'PageDown', when: isIn, run: () => goTo({ day: addMonths(place.current.day, 1), id: null }) },
    { keys: 'Enter', name: names.intoDay, when: isOnDay, run: into },
    {
      keys: 'Escape',
      when: () => isIn() && place.current.id !== null,
      run: () => goTo({ day: place.current.day, id: null }),
    },
  ]
  useKeys(bindings)

  return {
    /** The day on which the stop stands. */
    dayNow: () => place.current.day,
    /** The event that has the focus; null where none has. */
    focusedId: () => {
      const { activeElement } = document
      return root.current?.contains(activeElement) ? idOf(activeElement?.closest('.cal-event')) : null
    },
    focusDay: (day: Day) => goTo({ day, id: null }),
    focusEvent: (day: Day, id: string) => goTo({ day, id }),
    /** Whether letters do anything: for hints beside buttons. */
    hasLetters: !areSingleKeysOff(),
  }
}
