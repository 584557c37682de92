import { IconFlagFilled, IconPlayerPauseFilled } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { clock, type Reader } from '../../domain/language/format.ts'
import { useChangedBy } from '../shell/live.ts'
import { useReader } from '../shell/reader.ts'
import { ObjectiveGlyph } from '../ui/objective-mark.tsx'
import { PlatformGlyphs } from '../ui/platform-mark.tsx'
import { ReadinessSign } from '../ui/readiness-mark.tsx'
import type { Entry, Obligation } from './entry.ts'
import { isOut, markOf } from './entry.ts'
import {
  eventName,
  obligationName,
  obligationTitle,
  shortOf,
  timeWord,
  type Words,
  word,
} from './event-words.ts'

type Props = {
  entry: Entry
  /** `column`: in a week, with what is missing on a third line. */
  look: 'cell' | 'column'
  isMarked: boolean
  isMoving: boolean
  /** The grid's, so that hundreds of chips do not each listen for another language. */
  t: Words
  reader: Reader
}

/** One publication on the grid. Its name is hidden text, in words; what is seen is silent. */
export const EventChip = memo(function EventChip({ entry, look, isMarked, isMoving, t, reader }: Props) {
  const changedBy = useChangedBy('publications', entry.id)
  const mark = markOf(entry)
  const short = look === 'column' ? shortOf(entry, t) : null
  const status = word(t, `ui:status.${entry.status}`)

  return (
    <span
      className="cal-chip"
      data-objective={entry.objective}
      data-status={entry.status}
      data-look={look}
      data-out={isOut(entry) || undefined}
      data-marked={isMarked || undefined}
      data-moving={isMoving || undefined}
      data-changed-by={changedBy ?? undefined}
    >
      <span className="sel-hidden">{eventName(entry, t, reader, isMarked)}</span>
      <span className="cal-band" aria-hidden="true">
        <ObjectiveGlyph objective={entry.objective} size={13} />
      </span>
      <span className="cal-body" aria-hidden="true">
        <span className="cal-first">
          <span className="cal-title">{entry.title}</span>
          {mark && (
            <ReadinessSign state={mark.state} count={mark.count < 0 ? undefined : mark.count} size={16} />
          )}
        </span>
        <span className="cal-last">
          <span className="cal-time" data-word={entry.timeKind !== 'exact' || undefined}>
            {timeWord(entry, t, reader)}
          </span>
          <PlatformGlyphs
            platforms={entry.platforms}
            isExecutive={entry.isExecutive}
            size={12}
            more={(count) => t('ui:platform.more', { count })}
          />
          {look === 'cell' && <Status entry={entry} status={status} />}
        </span>
        {look === 'column' && (
          <span className="cal-last">
            <Status entry={entry} status={short === null || isOut(entry) ? status : `${status}, ${short}`} />
          </span>
        )}
      </span>
      {changedBy !== null && (
        <span className="cal-by" aria-hidden="true">
          {t('event.changedBy', { name: changedBy })}
        </span>
      )}
    </span>
  )
})

function Status({ entry, status }: { entry: Entry; status: string }) {
  return (
    <span className="cal-status">
      {entry.status === 'held' && <IconPlayerPauseFilled size={11} aria-hidden />}
      {status}
    </span>
  )
}

/** A deadline of an issue: crimson, with a flag, first in its day. */
export const ObligationChip = memo(function ObligationChip({ due }: { due: Obligation }) {
  const { t } = useTranslation(['calendar', 'ui'])
  const reader = useReader()
  return (
    <span className="cal-chip" data-kind="obligation" data-missed={due.isMissed || undefined}>
      <span className="sel-hidden">{obligationName(due, t, reader)}</span>
      <span className="cal-band" aria-hidden="true">
        <IconFlagFilled size={13} />
      </span>
      <span className="cal-body" aria-hidden="true">
        <span className="cal-first">
          <span className="cal-title">{obligationTitle(due.kind, t)}</span>
        </span>
        <span className="cal-last">
          <span className="cal-time">{clock(due.dueAt, reader)}</span>
          <span className="cal-status">{t('event.obligation')}</span>
        </span>
      </span>
    </span>
  )
})
