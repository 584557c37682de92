import { IconDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  clockWithZone,
  date,
  dateWithYear,
  full,
  type Reader,
  weekday,
} from '../../domain/language/format.ts'
import { thumbnailAddress } from '../files/address.ts'
import { ReadinessLines } from '../publications/readiness-lines.tsx'
import { SeriesPlace } from '../publications/series-line.tsx'
import { failureOf } from '../shell/failure.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Key } from '../ui/key.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { ObjectiveMark } from '../ui/objective-mark.tsx'
import { Peek } from '../ui/peek.tsx'
import { PlatformMark, platformOf } from '../ui/platform-mark.tsx'
import { StatusWord } from '../ui/status-word.tsx'
import type { Entry } from './entry.ts'
import { isOut } from './entry.ts'
import { timeWord } from './event-words.ts'
import { Menu } from './menu.tsx'
import { ownPlace } from './own-place.ts'
import './peek.css'

type Props = {
  entry: Entry
  anchor: HTMLElement
  isMarked: boolean
  onClose: () => void
  onMove: () => void
  onMark: () => void
  onDuplicate: (() => void) | null
}

/** Beside the event: what it is, when, where, whose, and what is still missing with who lifts it. */
export function EventPeek({ entry, anchor, isMarked, onClose, onMove, onMark, onDuplicate }: Props) {
  const { t } = useTranslation(['calendar', 'readiness', 'ui'])
  const reader = useReader()
  const trpc = useTRPC()
  const { data, error } = useQuery(trpc.reading.readiness.queryOptions({ publicationId: entry.id }))
  const { data: series } = useQuery(trpc.publications.inSeries.queryOptions({ publicationId: entry.id }))
  const own = entry.timeKind === 'exact' && entry.at !== null ? ownPlace(entry.at, reader) : null
  const ownTime = own === null || entry.at === null ? null : t('zone.at', { at: dayTimeIn(entry.at, own) })
  const count = data?.blockers.filter((one) => one.severity === 'blocker').length ?? entry.blockers
  const isOpen = !isOut(entry) && entry.status !== 'handed_over' && data?.handedOverAt === null

  return (
    <Peek anchor={anchor} label={t('peek.label', { title: entry.title })} onClose={onClose}>
      <div className="cal-peek">
        <p className="cal-peek-kind">
          <ObjectiveMark objective={entry.objective} />
          <StatusWord status={entry.status} />
        </p>
        <h2>{entry.title}</h2>
        <div className="cal-peek-lead">
          {data?.picture && (
            <img
              className="cal-peek-picture"
              src={thumbnailAddress(data.picture.fileId)}
              alt={data.picture.alternativeText}
              width={64}
              height={64}
            />
          )}
          <p className="cal-peek-facts">
            <b>{when()}</b>
            {ownTime !== null && <span>{ownTime}</span>}
            {entry.campaign !== null && <span>{entry.campaign}</span>}
            <span>{t('peek.owner', { name: entry.owner })}</span>
          </p>
        </div>
        <ul className="cal-peek-accounts">
          {entry.accounts.map((account) => (
            <li key={account.id}>
              <PlatformMark platform={platformOf(account.platform)} />
              {account.handle}
            </li>
          ))}
          {entry.accounts.length === 0 && <li>{t('event.noAccount')}</li>}
        </ul>
        {series && (
          <p className="cal-peek-series">
            <SeriesPlace series={series} />
          </p>
        )}
        {error && <RefusalSentence failure={failureOf(error)} of="load" />}
        {data === undefined && !error && !isOut(entry) && <LoadingLines count={2} height={40} />}
        {data !== undefined && (
          <div className="cal-peek-readiness">
            {isOpen && <h3>{count === 0 ? t('readiness:titleReady') : t('readiness:title', { count })}</h3>}
            <ReadinessLines publicationId={entry.id} answer={data} />
          </div>
        )}
        {entry.move === 'closed' && <p className="sel-second">{t('peek.closed')}</p>}
        <div className="cal-peek-actions">
          <Link
            to="/publications/$id"
            params={{ id: entry.id }}
            className="cal-primary"
            data-first
            aria-keyshortcuts="Enter"
          >
            {t('peek.open')}
            <Key of="Enter" />
          </Link>
          {entry.move === 'yes' && (
            <ActionButton shortcut="M" onClick={onMove}>
              {t(entry.day === null ? 'peek.schedule' : 'peek.move')}
            </ActionButton>
          )}
          <Menu label={t('ui:actions.more')} icon={<IconDots size={18} aria-hidden />} isAtEnd>
            {(close) => (
              <>
                {entry.move === 'yes' && (
                  <button
                    type="button"
                    className="cal-option"
                    onClick={() => {
                      close()
                      onMark()
                    }}
                  >
                    {t(isMarked ? 'peek.unmark' : 'peek.mark')}
                    <Key of="X" />
                  </button>
                )}
                {onDuplicate !== null && (
                  <button
                    type="button"
                    className="cal-option"
                    onClick={() => {
                      close()
                      onDuplicate()
                    }}
                  >
                    {t('peek.duplicate')}
                    <Key of="D" />
                  </button>
                )}
                <Link
                  to="/publications/$id"
                  params={{ id: entry.id }}
                  search={{ tab: 'history' }}
                  className="cal-option"
                >
                  {t('peek.history')}
                </Link>
              </>
            )}
          </Menu>
        </div>
      </div>
    </Peek>
  )

  function when(): string {
    if (entry.day === null) return t('event.none')
    if (entry.timeKind === 'exact' && entry.at !== null) return full(entry.at, reader)
    return `${weekday(entry.day, reader)}, ${dateWithYear(entry.day, reader)}, ${timeWord(entry, t, reader)}`
  }
}

/** "Jumat 11 Desember, 10.00 WITA". */
function dayTimeIn(at: string, reader: Reader): string {
  return `${date(at, reader)}, ${clockWithZone(at, reader)}`
}
