import { useCallback, useSyncExternalStore } from 'react'

/** What lies over the page on behalf of the frame: one at a time, never stacked. */
export type FrameLayer = 'search' | 'keys' | 'bell' | 'more'

let open: { layer: FrameLayer; opener: Element | null } | null = null
const listeners = new Set<() => void>()

export function openLayer(layer: FrameLayer): void {
  open = { layer, opener: document.activeElement }
  for (const listener of listeners) listener()
}

/** Closes it and gives the focus back to what opened it. */
export function closeLayer(): void {
  const opener = open?.opener
  open = null
  for (const listener of listeners) listener()
  if (opener instanceof HTMLElement && opener.isConnected)
    setTimeout(() => opener.focus({ preventScroll: true }), 0)
}

export function useFrameLayer(): { layer: FrameLayer | null; close: () => void } {
  const layer = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open?.layer ?? null,
  )
  return { layer, close: useCallback(closeLayer, []) }
}
