import { useEffect, useRef, useSyncExternalStore } from 'react'

let slot: HTMLElement | null = null
const listeners = new Set<() => void>()

/** Where the strips stand on the phone instead of on top: put it below a page's own first rows. */
export function StripSlot() {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    slot = element.current
    for (const listener of listeners) listener()
    return () => {
      slot = null
      for (const listener of listeners) listener()
    }
  }, [])
  return <div ref={element} />
}

export function useStripSlot(): HTMLElement | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => slot,
  )
}
