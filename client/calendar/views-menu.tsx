import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewKind } from '../../domain/views/kinds.ts'
import { allWords } from '../shell/language.ts'
import { LoadingLines } from '../ui/loading.tsx'
import type { CalendarAct } from './calendar-acts.tsx'
import type { Days } from './days.ts'
import { Menu } from './menu.tsx'
import type { Opened } from './saved.ts'

const ViewsList = lazy(() =>
  Promise.all([import('../views/views-list.tsx'), allWords()]).then(([room]) => ({
    default: room.ViewsList,
  })),
)
const ViewNotes = lazy(() =>
  Promise.all([import('../views/view-notes.tsx'), allWords()]).then(([room]) => ({
    default: room.ViewNotes,
  })),
)

type Props = {
  opened: Opened
  shownAs: ViewKind
  /** The days shown: what is taken along as a file; null where that is offered elsewhere. */
  days: Days | null
  onAct: (act: CalendarAct) => void
}

/** What the open view does not do as it was kept; nothing where there is nothing to say. */
export function ViewNote({ opened }: { opened: Opened }) {
  return <Suspense fallback={null}>{opened.state !== 'none' && <ViewNotes opened={opened} />}</Suspense>
}

/** The saved views beside the filters: open one, and what can be done with what is shown. */
export function ViewsMenu({ opened, shownAs, days, onAct }: Props) {
  const { t } = useTranslation('calendar')
  const { view } = opened
  return (
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
            days={days}
            onAct={(act) => {
              close()
              onAct(act)
            }}
            onClose={close}
          />
        </Suspense>
      )}
    </Menu>
  )
}
