import { useIsFetching } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

const PATIENCE_MILLISECONDS = 400

/** Two pixels on top of the page once something has been on its way for 400 ms. */
export function WaitingLine() {
  const isRouting = useRouterState({ select: (state) => state.isLoading })
  const isFetching = useIsFetching() > 0
  const isWaiting = isRouting || isFetching
  const [isShown, setShown] = useState(false)

  useEffect(() => {
    if (!isWaiting) {
      setShown(false)
      return
    }
    const timer = setTimeout(() => setShown(true), PATIENCE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [isWaiting])

  return isShown ? <div className="sel-waiting-line" aria-hidden="true" /> : null
}
