import { lazy, Suspense } from 'react'
import type { ViewKind } from '../../domain/views/kinds.ts'
import { allWords } from '../shell/language.ts'
import type { Opened } from './saved.ts'

const withWords = <T,>(room: Promise<T>) => Promise.all([room, allWords()]).then(([found]) => found)
const ViewDialog = lazy(() =>
  withWords(import('../views/view-dialog.tsx')).then((room) => ({ default: room.ViewDialog })),
)
const FeedDialog = lazy(() =>
  withWords(import('../views/feed-dialog.tsx')).then((room) => ({ default: room.FeedDialog })),
)
const OverlaysDialog = lazy(() =>
  withWords(import('../views/overlays-dialog.tsx')).then((room) => ({ default: room.OverlaysDialog })),
)

export const calendarActs = ['save', 'rename', 'subscribe', 'overlays'] as const
/** What a menu of the filters opens over the page. */
export type CalendarAct = (typeof calendarActs)[number]

type Props = { act: CalendarAct | null; opened: Opened; shownAs: ViewKind; onEnd: () => void }

/** The one dialog over the calendar that saves, renames, subscribes or manages other calendars; none without an act. */
export function CalendarActs({ act, opened, shownAs, onEnd }: Props) {
  const { view, search } = opened
  return (
    <Suspense fallback={null}>
      {act === 'save' && <ViewDialog view={null} search={search} shownAs={shownAs} onClose={onEnd} />}
      {act === 'rename' && view !== null && (
        <ViewDialog view={view} search={search} shownAs={shownAs} onClose={onEnd} />
      )}
      {act === 'subscribe' && <FeedDialog view={view} onClose={onEnd} />}
      {act === 'overlays' && <OverlaysDialog onClose={onEnd} />}
    </Suspense>
  )
}
