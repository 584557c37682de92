import { useSyncExternalStore } from 'react'
import { useIsConnected } from './live.ts'

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Whether the server can be reached, as far as this device knows: it has a network and the live stream stands. */
export function useIsOnline(): boolean {
  const hasNetwork = useSyncExternalStore(subscribe, () => navigator.onLine)
  const isConnected = useIsConnected()
  return hasNetwork && isConnected
}
