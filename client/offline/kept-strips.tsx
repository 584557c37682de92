import { useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { keptUnder } from '../shell/kept.ts'
import { useIsOnline } from '../shell/online.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { dismissNotDone, notDone, subscribeNotDone } from './not-done.ts'

// The editor's parts come only where something is left to send.
const KeptPublication = lazy(() =>
  import('./kept-publication.tsx').then((room) => ({ default: room.KeptPublication })),
)

const SENDING = 'selaras.kept.sending'

/**
 * Sends what was typed without a network and whose page is closed by now, in one tab alone, and says what could not be
 * sent and where it is settled.
 */
export function KeptStrips() {
  const { t } = useTranslation('shell')
  const isOnline = useIsOnline()
  const isSender = useIsSender(isOnline)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const failed = useSyncExternalStore(subscribeNotDone, notDone)
  const left = isSender
    ? keptUnder('publication.').filter((id) => !path.startsWith(`/publications/${id}`))
    : []
  return (
    <>
      <Suspense fallback={null}>
        {left.map((id) => (
          <KeptPublication key={id} id={id} />
        ))}
      </Suspense>
      {failed !== null && (
        <div className="sel-strip" role="status">
          <span className="sel-strip-words">{t('strip.notDone')}</span>
          <RefusalSentence failure={failed} />
          <button type="button" className="sel-link" onClick={dismissNotDone}>
            {t('strip.notDoneSeen')}
          </button>
        </div>
      )}
    </>
  )
}

/** True in the one tab of this browser that sends, while there is a network. */
function useIsSender(isOnline: boolean): boolean {
  const [isSender, setSender] = useState(false)
  useEffect(() => {
    if (!isOnline || !('locks' in navigator)) return
    const ending = new AbortController()
    const hold = () =>
      new Promise<void>((resolve) => {
        setSender(true)
        ending.signal.addEventListener('abort', () => resolve())
      })
    navigator.locks.request(SENDING, { signal: ending.signal }, hold).catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
    })
    return () => {
      setSender(false)
      ending.abort()
    }
  }, [isOnline])
  return isSender
}
