import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangedBy } from '../shell/live.ts'
import { useReader } from '../shell/reader.ts'
import { ObjectiveTile } from '../ui/objective-mark.tsx'
import { PlatformMarks } from '../ui/platform-mark.tsx'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import { StatusWord } from '../ui/status-word.tsx'
import type { Entry } from './entry.ts'
import { isOut, markOf } from './entry.ts'
import { shortOf, timeWord } from './event-words.ts'
import './rows.css'

type Props = { entry: Entry; isFirst?: boolean }

/** A publication as a row: time, objective, title over person and platforms, status and mark. */
export const EntryRow = memo(function EntryRow({ entry, isFirst = false }: Props) {
  const { t } = useTranslation(['calendar', 'ui'])
  const reader = useReader()
  const changedBy = useChangedBy('publications', entry.id)
  const mark = markOf(entry)
  return (
    <Link
      to="/publications/$id"
      params={{ id: entry.id }}
      className="cal-row"
      data-id={entry.id}
      data-out={isOut(entry) || undefined}
      data-first={isFirst || undefined}
      data-changed-by={changedBy ?? undefined}
      draggable={false}
    >
      <span className="cal-row-time">{timeWord(entry, t, reader)}</span>
      <ObjectiveTile objective={entry.objective} quiet={isOut(entry)} />
      <span className="cal-row-words">
        <b>{entry.title}</b>
        <PlatformMarks platforms={entry.platforms} isExecutive={entry.isExecutive} most={5} size={16} />
      </span>
      <span className="cal-row-end">
        <StatusWord status={entry.status} />
        {mark && (
          <ReadinessMark
            state={mark.state}
            count={mark.count < 0 ? undefined : mark.count}
            size={20}
            label={shortOf(entry, t) ?? undefined}
          />
        )}
      </span>
    </Link>
  )
})
