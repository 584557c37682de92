import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFrameLayer } from './frame-layer.ts'
import { GlobalKeys } from './global-keys.tsx'
import { InFrame } from './in-frame.ts'
import { allWords } from './language.ts'
import { startLive } from './live.ts'
import { useMe } from './me.ts'
import { Strips } from './strips.tsx'
import { TabsBelow } from './tabs-below.tsx'
import { TopBar } from './top-bar.tsx'
import './shell.css'

const SearchPalette = lazy(() =>
  import('./search-palette.tsx').then((room) => ({ default: room.SearchPalette })),
)
const KeyList = lazy(() => import('./key-list.tsx').then((room) => ({ default: room.KeyList })))
const BellPanel = lazy(() =>
  Promise.all([import('../notifications/bell-panel.tsx'), allWords()]).then(([room]) => ({
    default: room.BellPanel,
  })),
)
const AccountPanel = lazy(() =>
  import('./account-panel.tsx').then((room) => ({ default: room.AccountPanel })),
)
const MorePages = lazy(() => import('./more-pages.tsx').then((room) => ({ default: room.MorePages })))

/** What stands around every page of who is signed in. */
export function Framed() {
  const { t } = useTranslation('shell')
  const me = useMe()
  const { layer, opener, close } = useFrameLayer()
  const main = useRef<HTMLElement>(null)
  const strips = useRef<HTMLDivElement>(null)

  const [from] = useState(me.liveCursor)
  useEffect(() => startLive(from, me.person.id), [from, me.person.id])
  useFocusOnNewPage(main)
  useRestOfWords()
  useHeightOfStrips(strips)

  return (
    <div className="sel-frame">
      <a className="sel-skip" href="#main">
        {t('skipToContent')}
      </a>
      <GlobalKeys />
      <header className="sel-top">
        <TopBar />
        <div ref={strips}>
          <Strips />
        </div>
      </header>
      <main id="main" ref={main} className="sel-main" tabIndex={-1}>
        <InFrame value={true}>
          <Outlet />
        </InFrame>
      </main>
      <TabsBelow />
      <Suspense fallback={null}>
        {layer === 'search' && <SearchPalette onClose={close} />}
        {layer === 'keys' && <KeyList onClose={close} />}
        {layer === 'bell' && <BellPanel onClose={close} />}
        {layer === 'account' && opener !== null && <AccountPanel opener={opener} onClose={close} />}
        {layer === 'more' && <MorePages onClose={close} />}
      </Suspense>
    </div>
  )
}

const REST_OF_WORDS_MILLISECONDS = 1500

/** The words that the first page did without come once it had time to be drawn. */
function useRestOfWords(): void {
  useEffect(() => {
    const timer = setTimeout(() => void allWords(), REST_OF_WORDS_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [])
}

/** After a change of page the focus stands at its beginning, unless the page took it already. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const [first] = useState(path)
  useEffect(() => {
    if (path === undefined || path === first) return
    const active = document.activeElement
    if (active !== null && active !== document.body && main.current?.contains(active)) return
    main.current?.focus({ preventScroll: true })
  }, [path, first, main])
}

/** Tells the sticky parts of pages how high the strips are. */
function useHeightOfStrips(strips: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = strips.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--sel-strips-height', `${element.offsetHeight}px`)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [strips])
}
