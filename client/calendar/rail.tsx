import { Draggable } from '@fullcalendar/react/interaction'
import { IconCalendarPlus, IconPlus } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../shell/failure.ts'
import { useKeys } from '../shell/keys.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { Key } from '../ui/key.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { ObjectiveMark } from '../ui/objective-mark.tsx'
import { PlatformMarks } from '../ui/platform-mark.tsx'
import type { Entry } from './entry.ts'
import './rail.css'

type Props = {
  entries: readonly Entry[]
  isLoading: boolean
  error: unknown
  hasMore: boolean
  mayPlan: boolean
  marked: ReadonlySet<string>
  onMark: (id: string) => void
  onMore: () => void
  onOpen: (entry: Entry, anchor: HTMLElement) => void
  onSchedule: (entry: Entry) => void
  onIdea: () => void
}

/** What has no day yet: dragged onto a date, or scheduled with J or its button. */
export function Rail({
  entries,
  isLoading,
  error,
  hasMore,
  mayPlan,
  marked,
  onMark,
  onMore,
  onOpen,
  onSchedule,
  onIdea,
}: Props) {
  const { t } = useTranslation(['calendar', 'ui'])
  const list = useRef<HTMLUListElement>(null)

  useEffect(() => {
    if (list.current === null) return
    const draggable = new Draggable(list.current, {
      itemSelector: '[data-draggable]',
      longPressDelay: 400,
      eventData: (element: HTMLElement) => ({ title: element.dataset.title ?? '', create: false }),
    })
    return () => draggable.destroy()
  }, [])

  const focused = () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-rail-id]')
    return entries.find((entry) => entry.id === row?.dataset.railId)
  }
  const step = (by: number) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.focus()
  }
  const isIn = () => list.current?.contains(document.activeElement) ?? false
  useKeys([
    { keys: 'ArrowDown', when: isIn, run: () => step(1) },
    { keys: 'ArrowUp', when: isIn, run: () => step(-1) },
    {
      keys: 'J',
      name: t('keys.schedule'),
      when: () => focused()?.move === 'yes',
      run: () => {
        const entry = focused()
        if (entry) onSchedule(entry)
      },
    },
  ])

  return (
    <aside className="cal-rail" aria-label={t('rail.title')}>
      <div className="cal-rail-head">
        <h2>{t('rail.title')}</h2>
        {mayPlan && (
          <ActionButton size="small" icon={<IconPlus size={14} aria-hidden />} onClick={onIdea}>
            {t('rail.idea')}
          </ActionButton>
        )}
      </div>
      {mayPlan && entries.length > 0 && (
        <p className="cal-rail-hint">
          {t('rail.hint')} <Key of="J" /> {t('rail.hintEnd')}
        </p>
      )}
      {error !== null && <RefusalSentence failure={failureOf(error)} of="load" />}
      {isLoading && <LoadingLines count={4} height={52} />}
      <ul ref={list}>
        {entries.map((entry, index) => (
          <li
            key={entry.id}
            className="cal-rail-row"
            data-rail-id={entry.id}
            data-id={entry.id}
            data-title={entry.title}
            data-marked={marked.has(entry.id) || undefined}
            data-draggable={entry.move === 'yes' || undefined}
          >
            <button
              type="button"
              className="cal-rail-open"
              data-row
              tabIndex={index === 0 ? 0 : -1}
              onClick={(event) => {
                const { ctrlKey, metaKey, shiftKey, currentTarget } = event
                if (ctrlKey || metaKey || shiftKey) onMark(entry.id)
                else onOpen(entry, currentTarget)
              }}
            >
              <ObjectiveMark objective={entry.objective} word={false} />
              <span className="cal-rail-words">
                {marked.has(entry.id) && <span className="sel-hidden">{t('rail.marked')} </span>}
                <b>{entry.title}</b>
                <span>
                  {entry.platforms.length > 0 && (
                    <PlatformMarks platforms={entry.platforms} isExecutive={entry.isExecutive} most={4} />
                  )}
                  {entry.owner}
                </span>
              </span>
            </button>
            {entry.move === 'yes' && (
              <button
                type="button"
                className="cal-button cal-rail-schedule"
                data-icon
                data-bare
                tabIndex={-1}
                aria-label={t('rail.scheduleOf', { title: entry.title })}
                title={t('rail.schedule')}
                onClick={() => onSchedule(entry)}
              >
                <IconCalendarPlus size={16} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      {!isLoading && error === null && entries.length === 0 && (
        <p className="cal-rail-hint">{t('rail.empty')}</p>
      )}
      {hasMore && (
        <ActionButton size="small" onClick={onMore}>
          {t('rail.more')}
        </ActionButton>
      )}
    </aside>
  )
}
