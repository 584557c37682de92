import { useCallback, useSyncExternalStore } from 'react'

/** What lies over the page on behalf of the frame: one at a time, never stacked. */
export type FrameLayer = 'search' | 'keys' | 'bell' | 'more' | 'account'

let open: { layer: FrameLayer; opener: HTMLElement | null } | null = null
const listeners = new Set<() => void>()

export function openLayer(layer: FrameLayer): void {
  if (layer === 'search') typeAhead()
  const active = document.activeElement
  open = { layer, opener: active instanceof HTMLElement ? active : null }
  for (const listener of listeners) listener()
}

/** Closes it and gives the focus back to what opened it. */
function closeLayer(): void {
  const opener = open?.opener
  takeTypedAhead()
  open = null
  for (const listener of listeners) listener()
  if (opener?.isConnected) setTimeout(() => opener.focus({ preventScroll: true }), 0)
}

let ahead = ''

/** What is typed from Ctrl K until the field has the focus belongs to the field, not to the page's keys. */
function typeAhead(): void {
  ahead = ''
  document.addEventListener('keydown', keepAhead, { capture: true })
}

function keepAhead(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return
  event.preventDefault()
  event.stopPropagation()
  ahead += event.key
}

/** Gives what was typed ahead, once, and lets keys go their way again: the field has the focus now. */
export function takeTypedAhead(): string {
  document.removeEventListener('keydown', keepAhead, { capture: true })
  const typed = ahead
  ahead = ''
  return typed
}

export function useFrameLayer(): { layer: FrameLayer | null; opener: HTMLElement | null; close: () => void } {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open,
  )
  return { layer: now?.layer ?? null, opener: now?.opener ?? null, close: useCallback(closeLayer, []) }
}
