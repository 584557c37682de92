import { useSyncExternalStore } from 'react'

/** What Chromium hands over when the page may be installed; other browsers install from their own menu. */
type InstallPrompt = Event & { prompt(): Promise<unknown> }

const PATIENCE_MILLISECONDS = 3000

let offered: InstallPrompt | null = null
const listeners = new Set<() => void>()

/** Puts the page itself on this device once it had time to be drawn, and listens for whether it may be installed. */
export function keepPage(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offer(event as InstallPrompt)
  })
  addEventListener('appinstalled', () => offer(null))
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const register = async () => {
    await navigator.serviceWorker.register('/service-worker.js')
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage('fill')
  }
  setTimeout(() => {
    if (navigator.onLine) register().catch(onlyRefusedByBrowser)
  }, PATIENCE_MILLISECONDS)
}

/** Installs the page as an application of its own; null where the browser does not offer it here. */
export function useInstall(): (() => void) | null {
  const prompt = useSyncExternalStore(subscribe, () => offered)
  if (prompt === null) return null
  return () => {
    offer(null)
    void prompt.prompt()
  }
}

function offer(next: InstallPrompt | null): void {
  offered = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A private window, blocked storage or a network that went: the page works as before, only not without a network. */
function onlyRefusedByBrowser(error: unknown): void {
  if (!(error instanceof DOMException || error instanceof TypeError)) throw error
}
