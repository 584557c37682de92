import { useSyncExternalStore } from 'react'

const TICK_MILLISECONDS = 15_000

let now = new Date().toISOString()
let timer: ReturnType<typeof setInterval> | null = null
const listeners = new Set<() => void>()

function tick(): void {
  now = new Date().toISOString()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, TICK_MILLISECONDS)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0 && timer !== null) {
      clearInterval(timer)
      timer = null
    }
  }
}

/** The present moment as an instant, renewed every quarter of a minute: one clock for the whole page. */
export function useNow(): string {
  return useSyncExternalStore(subscribe, () => now)
}
