import { Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { capital, dayTime } from '../../domain/language/format.ts'
import { failureOf } from '../shell/failure.ts'
import { useIsPhone } from '../shell/phone.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { LoadingLines } from '../ui/loading.tsx'
import { addressOf, type BellItem } from './bell-item.ts'
import './bell-panel.css'

/** What waits for the person above what merely happened. Opening an item marks it read. */
export function BellPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['shell', 'ui'])
  const isPhone = useIsPhone()
  const trpc = useTRPC()
  const bell = useQuery(trpc.notifications.bell.queryOptions({}))
  const markRead = useCommand(trpc.notifications.markRead, {
    refresh: [trpc.notifications.pathFilter(), trpc.reading.frame.queryFilter()],
  })
  const items: BellItem[] = bell.data?.items ?? []
  const waiting = items.filter((item) => item.needsAction && item.settledAt === null)
  const happened = items.filter((item) => !waiting.includes(item))
  const unread = items.filter((item) => item.readAt === null).map((item) => item.id)

  const open = (item: BellItem) => {
    onClose()
    if (item.readAt === null) void markRead.run({ ids: [item.id] })
  }

  return (
    <Drawer
      opened
      onClose={onClose}
      position={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '88dvh' : 420}
      title={t('bell.open')}
      closeButtonProps={{ 'aria-label': t('ui:actions.close') }}
    >
      {bell.isPending && <LoadingLines />}
      {bell.isError && <RefusalSentence failure={failureOf(bell.error)} of="load" />}
      {bell.isSuccess && items.length === 0 && <p className="sel-second">{t('bell.empty')}</p>}
      {items.length > 0 && (
        <div className="sel-bell-list">
          <h3>{t('bell.waiting')}</h3>
          {waiting.length === 0 && <p className="sel-second">{t('bell.nothingWaiting')}</p>}
          {waiting.map((item) => (
            <Item key={item.id} item={item} onOpen={open} />
          ))}
          {happened.length > 0 && <h3>{t('bell.happened')}</h3>}
          {happened.map((item) => (
            <Item key={item.id} item={item} onOpen={open} />
          ))}
          {unread.length > 0 && (
            <button type="button" className="sel-link" onClick={() => void markRead.run({ ids: unread })}>
              {t('bell.markAllRead')}
            </button>
          )}
        </div>
      )}
    </Drawer>
  )
}

function Item({ item, onOpen }: { item: BellItem; onOpen: (item: BellItem) => void }) {
  const { t } = useTranslation()
  const reader = useReader()
  // The kind comes with the row, so its key is found at run time.
  const sentence = (t as (key: string, data: object) => string)(`notifications:kinds.${item.kind}`, item.data)
  return (
    <Link
      to={addressOf(item)}
      className="sel-bell-item"
      data-unread={item.readAt === null || undefined}
      onClick={() => onOpen(item)}
    >
      <b>{sentence}</b>
      <time dateTime={item.at}>{capital(dayTime(item.at, reader))}</time>
    </Link>
  )
}
