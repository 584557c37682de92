import { type RefObject, useEffect } from 'react'
import type { Day } from '../../domain/time.ts'
import { cellOf } from './grid-place.ts'

/** Frames the day to which something is being moved. */
export function TargetDay({ root, day }: { root: RefObject<HTMLElement | null>; day: Day | null }) {
  useEffect(() => {
    const element = root.current
    if (element === null || day === null) return
    const set = () => {
      const cell = cellOf(element, day)
      if (cell !== null && cell.dataset.target === undefined) {
        cell.dataset.target = ''
        cell.scrollIntoView({ block: 'nearest' })
      }
    }
    set()
    const observer = new MutationObserver(set)
    observer.observe(element, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      for (const cell of element.querySelectorAll<HTMLElement>('[data-target]')) delete cell.dataset.target
    }
  }, [root, day])
  return null
}

/** Frames what the peek beside it is about. */
export function PeekedMark({ anchor }: { anchor: HTMLElement | null }) {
  useEffect(() => {
    if (anchor === null) return
    anchor.dataset.peeked = ''
    return () => {
      delete anchor.dataset.peeked
    }
  }, [anchor])
  return null
}
