import { Drawer } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslation } from 'react-i18next'
import { capital, dayTime } from '../../domain/language/format.ts'
import type { AppRouter } from '../../server/router.ts'
import { failureOf } from '../shell/failure.ts'
import { useIsPhone } from '../shell/phone.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC, useTRPCClient } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { useSentence } from './use-sentence.ts'
import './bell-panel.css'

type Line = inferRouterOutputs<AppRouter>['notifications']['bell']['waiting'][number]

/** What waits for the person above what merely happened. Opening an item marks it read. */
export function BellPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['shell', 'notifications', 'ui'])
  const isPhone = useIsPhone()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const bell = useInfiniteQuery({
    queryKey: [...trpc.notifications.bell.pathKey(), 'pages'],
    queryFn: ({ pageParam }) => client.notifications.bell.query({ cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const markRead = useCommand(trpc.notifications.markRead, {
    refresh: [trpc.notifications.pathFilter()],
  })
  const pages = bell.data?.pages ?? []
  const waiting = pages[0]?.waiting ?? []
  const happened = pages.flatMap((page) => page.happened)
  const hasUnread = [...waiting, ...happened].some((line) => !line.isRead)

  const open = (line: Line) => {
    onClose()
    if (!line.isRead) void markRead.run({ ids: [line.id] })
  }

  return (
    <Drawer
      opened
      onClose={onClose}
      position={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '88dvh' : 420}
      title={t('notifications:bell.title')}
      closeButtonProps={{ 'aria-label': t('ui:actions.close') }}
    >
      {bell.isPending && <LoadingLines />}
      {bell.isError && <RefusalSentence failure={failureOf(bell.error)} of="load" />}
      <RefusalSentence failure={markRead.failure} />
      {bell.isSuccess && waiting.length + happened.length === 0 && (
        <p className="sel-second">{t('bell.empty')}</p>
      )}
      {waiting.length + happened.length > 0 && (
        <div className="sel-bell">
          <h3>{t('bell.waiting')}</h3>
          {waiting.length === 0 && <p className="sel-second">{t('bell.nothingWaiting')}</p>}
          <Lines lines={waiting} onOpen={open} />
          {happened.length > 0 && <h3>{t('bell.happened')}</h3>}
          <Lines lines={happened} onOpen={open} />
          <div className="sel-bell-actions">
            {bell.hasNextPage && (
              <ActionButton
                size="small"
                isPending={bell.isFetchingNextPage}
                pendingText={t('notifications:bell.older')}
                onClick={() => void bell.fetchNextPage()}
              >
                {t('notifications:bell.older')}
              </ActionButton>
            )}
            {hasUnread && (
              <ActionButton
                size="small"
                weight="quiet"
                isPending={markRead.isPending}
                onClick={() => void markRead.run({ ids: null })}
              >
                {t('bell.markAllRead')}
              </ActionButton>
            )}
          </div>
        </div>
      )}
    </Drawer>
  )
}

function Lines({ lines, onOpen }: { lines: Line[]; onOpen: (line: Line) => void }) {
  if (lines.length === 0) return null
  return (
    <ul className="sel-bell-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <Item line={line} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  )
}

function Item({ line, onOpen }: { line: Line; onOpen: (line: Line) => void }) {
  const { t } = useTranslation('notifications')
  const reader = useReader()
  const say = useSentence()
  const { matter, when } = say(line)
  const words = (
    <>
      <span className="sel-bell-matter">
        {matter}
        {when !== null && ` ${when}`}
      </span>
      <span className="sel-bell-when">
        <time dateTime={line.at}>{capital(dayTime(line.at, reader))}</time>
        {!line.isRead && ` · ${t('bell.unread')}`}
      </span>
    </>
  )
  if (line.link === null) {
    return (
      <button
        type="button"
        className="sel-bell-item"
        data-unread={!line.isRead || undefined}
        onClick={() => onOpen(line)}
      >
        {words}
      </button>
    )
  }
  return (
    <Link
      to={line.link}
      className="sel-bell-item"
      data-unread={!line.isRead || undefined}
      onClick={() => onOpen(line)}
    >
      {words}
    </Link>
  )
}
