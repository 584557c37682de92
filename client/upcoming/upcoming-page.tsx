import { IconPrinter } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../shell/failure.ts'
import { useKeys } from '../shell/keys.ts'
import { useMay } from '../shell/me.ts'
import { useIsPhone } from '../shell/phone.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { Segments } from '../ui/segments.tsx'
import { ReadingPane } from './reading-pane.tsx'
import type { UpcomingShow } from './search.ts'
import { ShiftSheet } from './shift-sheet.tsx'
import { firstToRead, type UpcomingItem, useUpcoming } from './upcoming-data.ts'
import { UpcomingList } from './upcoming-list.tsx'
import './upcoming.css'

/** What goes out in the next two weeks and what to answer about it: the list, and beside it the briefing. */
export function UpcomingPage() {
  const { t } = useTranslation('upcoming')
  const { t: ui } = useTranslation('ui')
  const may = useMay()
  const isPhone = useIsPhone()
  const navigate = useNavigate({ from: '/upcoming' })
  const { show = 'all', open } = useSearch({ from: '/framed/upcoming' })
  const { query, items, first } = useUpcoming(show)
  const [isPrinting, setIsPrinting] = useState(false)
  const page = useRef<HTMLDivElement>(null)
  const openId = open ?? (isPhone ? null : (firstToRead(items)?.id ?? null))

  const step = (by: 1 | -1) => {
    const at = items.findIndex((item) => item.id === openId)
    const next = items[Math.min(Math.max(at + by, 0), items.length - 1)]
    if (next) openItem(next)
  }
  const openItem = (item: UpcomingItem) => {
    void navigate({ search: (before) => ({ ...before, open: item.id }), replace: true, resetScroll: false })
    const row = page.current?.querySelector<HTMLElement>(`[data-item="${item.id}"]`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }
  useKeys([
    { keys: 'ArrowUp', name: t('keys.previous'), when: () => !isPhone, run: () => step(-1) },
    { keys: 'ArrowDown', name: t('keys.next'), when: () => !isPhone, run: () => step(1) },
    {
      keys: 'Escape',
      when: () => isPhone && open !== undefined,
      run: () => void navigate({ search: (before) => ({ ...before, open: undefined }) }),
    },
  ])

  if (isPhone && open !== undefined) {
    return (
      <div className="sel-up-alone">
        <p className="sel-up-back">
          <Link
            from="/upcoming"
            to="/upcoming"
            search={(before) => ({ ...before, open: undefined })}
            className="sel-link"
          >
            ‹ {t('back')}
          </Link>
        </p>
        <ReadingPane key={open} publicationId={open} isAlone />
      </div>
    )
  }
  const segments = [
    { value: 'all' as const, label: t('views.all') },
    ...(may('briefing.acknowledge')
      ? [{ value: 'unread' as const, label: t('views.unread'), mark: markOf(first?.counts.unread) }]
      : []),
    ...(may('briefing.sign') || may('briefing.answer')
      ? [{ value: 'mine' as const, label: t('views.mine'), mark: markOf(first?.counts.mine) }]
      : []),
  ]
  return (
    <div ref={page} className="sel-up">
      <div className="sel-up-left">
        <PageTitle title={t('title')} detail={isPhone ? undefined : first && shiftWords(first)} />
        <div className="sel-up-filters">
          <Segments
            label={t('views.label')}
            segments={segments}
            value={show}
            onChange={(next: UpcomingShow) =>
              void navigate({
                search: (before) => ({ ...before, show: next === 'all' ? undefined : next }),
                replace: true,
              })
            }
          />
          {!isPhone && (
            <ActionButton
              icon={<IconPrinter size={18} aria-hidden />}
              isPending={isPrinting}
              pendingText={ui('state.loading')}
              disabled={items.length === 0}
              reasonId="nothing-upcoming"
              onClick={() => setIsPrinting(true)}
            >
              {t('print')}
            </ActionButton>
          )}
        </div>
        {isPhone && first && <p className="sel-second sel-up-shift">{shiftWords(first)}</p>}
        {content()}
      </div>
      {!isPhone && (
        <aside className="sel-up-pane" aria-label={ui('actions.open')}>
          {openId === null ? (
            <div className="sel-up-body">
              <p className="sel-second">{t('pick')}</p>
            </div>
          ) : (
            <ReadingPane key={openId} publicationId={openId} />
          )}
        </aside>
      )}
      {isPrinting && <ShiftSheet items={items} onDone={() => setIsPrinting(false)} />}
    </div>
  )

  function content() {
    if (query.isPending) return <LoadingLines count={8} height={48} />
    if (query.isError) return <RefusalSentence failure={failureOf(query.error)} of="load" />
    if (items.length === 0) {
      const empty = { all: t('empty'), unread: t('emptyUnread'), mine: t('emptyMine') }[show]
      return (
        <div id="nothing-upcoming">
          <Empty>{empty}</Empty>
        </div>
      )
    }
    return (
      <>
        <UpcomingList items={items} agents={first?.agentsOnShift ?? 0} openId={openId} />
        {query.hasNextPage && (
          <div className="sel-up-more">
            <ActionButton
              isPending={query.isFetchingNextPage}
              pendingText={ui('state.loading')}
              onClick={() => void query.fetchNextPage()}
            >
              {t('more')}
            </ActionButton>
          </div>
        )}
      </>
    )
  }

  function shiftWords(shift: NonNullable<typeof first>): string {
    const lead =
      shift.leadsOnDuty.length === 0 ? t('noLead') : t('lead', { names: shift.leadsOnDuty.slice(0, 3) })
    return `${t('onShift', { today: shift.today, count: shift.agentsOnShift })}, ${lead}`
  }
}

function markOf(count: number | undefined) {
  return count ? <span className="sel-up-count">{count}</span> : undefined
}
