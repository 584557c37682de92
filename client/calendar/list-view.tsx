import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { capital, date, dayName } from '../../domain/language/format.ts'
import { failureOf } from '../shell/failure.ts'
import { useChangedBy } from '../shell/live.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { ObjectiveMark } from '../ui/objective-mark.tsx'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import { StatusWord } from '../ui/status-word.tsx'
import { DayLines, type DayThings } from './day-lines.tsx'
import type { Days } from './days.ts'
import type { Entry } from './entry.ts'
import { byDay, isOut, markOf } from './entry.ts'
import { shortOf, timeWord } from './event-words.ts'
import type { Filter } from './filter.ts'
import { useList } from './use-calendar-data.ts'
import './list.css'

type Props = {
  days: Days
  filter: Filter
  beside: DayThings
  marked: ReadonlySet<string>
  onMark: (id: string) => void
  empty: React.ReactNode
}

/** Day after day in words: what a grid has no room for. */
export function ListView({ days, filter, beside, marked, onMark, empty }: Props) {
  const { t } = useTranslation(['calendar', 'ui'])
  const reader = useReader()
  const { query, entries, isThere } = useList(days, filter)

  if (query.error) return <RefusalSentence failure={failureOf(query.error)} of="load" />
  if (!isThere) return <LoadingLines count={8} height={52} />
  if (entries.length === 0) return empty

  return (
    <div className="cal-list" data-marking={marked.size > 0 || undefined}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="cal-list-mark">
              <span className="sel-hidden">{t('list.mark')}</span>
            </th>
            <th scope="col">{t('list.time')}</th>
            <th scope="col">{t('list.objective')}</th>
            <th scope="col">{t('list.title')}</th>
            <th scope="col">{t('list.accounts')}</th>
            <th scope="col">{t('list.status')}</th>
            <th scope="col">{t('list.owner')}</th>
          </tr>
        </thead>
        {[...byDay(entries)].map(([day, there]) => (
          <tbody key={day}>
            <tr className="cal-list-day">
              <th scope="rowgroup" colSpan={7}>
                {capital(dayName(day, reader) ?? date(day, reader))}
                {dayName(day, reader) !== null && <span>{date(day, reader)}</span>}
                <div className="cal-day-lines">
                  <DayLines day={day} beside={beside} />
                </div>
              </th>
            </tr>
            {there.map((entry) => (
              <Row
                key={entry.id}
                entry={entry}
                isMarked={marked.has(entry.id)}
                onMark={() => onMark(entry.id)}
              />
            ))}
          </tbody>
        ))}
      </table>
      {query.hasNextPage && (
        <div className="cal-list-more">
          <ActionButton isPending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('list.more')}
          </ActionButton>
        </div>
      )}
    </div>
  )
}

type RowProps = { entry: Entry; isMarked: boolean; onMark: () => void }

function Row({ entry, isMarked, onMark }: RowProps) {
  const { t } = useTranslation(['calendar', 'ui'])
  const reader = useReader()
  const changedBy = useChangedBy('publications', entry.id)
  const mark = markOf(entry)
  const short = isOut(entry) ? null : shortOf(entry, t)
  return (
    <tr
      data-id={entry.id}
      data-out={isOut(entry) || undefined}
      data-marked={isMarked || undefined}
      data-changed-by={changedBy ?? undefined}
    >
      <td className="cal-list-mark">
        {entry.move === 'yes' && (
          <input
            type="checkbox"
            aria-label={t('peek.markOf', { title: entry.title })}
            checked={isMarked}
            onChange={onMark}
          />
        )}
      </td>
      <td>{timeWord(entry, t, reader)}</td>
      <td>
        <ObjectiveMark objective={entry.objective} />
      </td>
      <td>
        <Link to="/publications/$id" params={{ id: entry.id }} className="cal-list-title">
          {entry.title}
        </Link>
        {entry.campaign !== null && <small>{entry.campaign}</small>}
      </td>
      <td>
        {entry.accounts.length === 0
          ? t('event.noAccount')
          : [...new Set(entry.accounts.map((account) => account.handle))].join(', ')}
      </td>
      <td>
        <span className="cal-list-status">
          <StatusWord status={entry.status} />
          {mark && (
            <ReadinessMark
              state={mark.state}
              count={mark.count < 0 ? undefined : mark.count}
              label={null}
              size={18}
            />
          )}
        </span>
        {short !== null && <small>{short}</small>}
      </td>
      <td>{entry.owner}</td>
    </tr>
  )
}
