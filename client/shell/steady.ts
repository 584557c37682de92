import { useCallback, useRef, useState } from 'react'

/**
 * Keeps a list still while somebody types or reads: `value` stays what it was while `isHeld`, and `changes` counts how
 * often something newer came. `show` takes it over, as does letting go. Compare by reference: give query data.
 */
export function useSteady<T>(latest: T, isHeld: boolean): { value: T; changes: number; show: () => void } {
  const shown = useRef(latest)
  const seen = useRef(latest)
  const changes = useRef(0)
  const [, redraw] = useState(0)

  if (!isHeld) {
    shown.current = latest
    seen.current = latest
    changes.current = 0
  } else if (seen.current !== latest) {
    seen.current = latest
    changes.current += 1
  }

  const show = useCallback(() => {
    shown.current = seen.current
    changes.current = 0
    redraw((count) => count + 1)
  }, [])

  return { value: shown.current, changes: changes.current, show }
}
