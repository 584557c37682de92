import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { allWords } from '../shell/language.ts'
import { LoadingLines } from '../ui/loading.tsx'
import { Menu } from './menu.tsx'
import type { Opened } from './saved.ts'
import type { CalendarView } from './search.ts'

const withWords = <T,>(room: Promise<T>) => Promise.all([room, allWords()]).then(([found]) => found)
const ViewsList = lazy(() =>
  withWords(import('../views/views-list.tsx')).then((room) => ({ default: room.ViewsList })),
)
const ViewNotes = lazy(() =>
  withWords(import('../views/view-notes.tsx')).then((room) => ({ default: room.ViewNotes })),
)
const ViewDialog = lazy(() =>
  withWords(import('../views/view-dialog.tsx')).then((room) => ({ default: room.ViewDialog })),
)
const FeedDialog = lazy(() =>
  withWords(import('../views/feed-dialog.tsx')).then((room) => ({ default: room.FeedDialog })),
)

/** What the menu opens over the page. */
export type ViewAct = 'save' | 'rename' | 'subscribe'

/** The saved views beside the filters: open one, keep what is shown, rename, replace, remove, subscribe. */
export function ViewsMenu({ opened, shownAs }: { opened: Opened; shownAs: CalendarView }) {
  const { t } = useTranslation('calendar')
  const [act, setAct] = useState<ViewAct | null>(null)
  const { view } = opened
  const end = () => setAct(null)
  return (
    <>
      <Menu
        label={view === null ? t('saved.open') : t('saved.openOf', { name: view.name })}
        look={view === null ? 'bare' : 'outlined'}
        isChosen={view !== null}
      >
        {(close) => (
          <Suspense fallback={<LoadingLines count={3} />}>
            <ViewsList
              opened={opened}
              shownAs={shownAs}
              onAct={(next) => {
                close()
                setAct(next)
              }}
              onClose={close}
            />
          </Suspense>
        )}
      </Menu>
      <Suspense fallback={null}>
        {opened.state !== 'none' && <ViewNotes opened={opened} />}
        {act === 'save' && <ViewDialog view={null} search={opened.search} shownAs={shownAs} onClose={end} />}
        {act === 'rename' && view !== null && (
          <ViewDialog view={view} search={opened.search} shownAs={shownAs} onClose={end} />
        )}
        {act === 'subscribe' && <FeedDialog view={view} onClose={end} />}
      </Suspense>
    </>
  )
}
