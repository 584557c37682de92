import type { Failure } from '../shell/failure.ts'

let last: Failure | null = null
const listeners = new Set<() => void>()

/** An act that waited for the network beyond the life of its page, and that the server then refused. */
export function sayNotDone(failure: Failure): void {
  set(failure)
}

export function dismissNotDone(): void {
  set(null)
}

export function notDone(): Failure | null {
  return last
}

export function subscribeNotDone(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function set(next: Failure | null): void {
  last = next
  for (const listener of listeners) listener()
}
