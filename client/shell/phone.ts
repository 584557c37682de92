import { useSyncExternalStore } from 'react'

/** Below this width a page is one column with five tabs. */
export const PHONE = '(max-width: 767.98px)'

/** Whether the page is drawn for a phone; changes with the window. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(PHONE)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => matchMedia(PHONE).matches,
  )
}
