import { NativeSelect, TextInput } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { inferRouterOutputs } from '@trpc/server'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { capital, clock, date } from '../../domain/language/format.ts'
import type { AppRouter } from '../../server/router.ts'
import { failureOf } from '../shell/failure.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC, useTRPCClient } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import './audit-section.css'

type Entry = inferRouterOutputs<AppRouter>['notifications']['auditLog']['rows'][number]

const rooms = [
  'agency',
  'people',
  'accounts',
  'marks',
  'files',
  'campaigns',
  'publications',
  'answers',
  'briefings',
  'approvals',
  'publishing',
  'issues',
  'notifications',
] as const

type Filters = { room: string; from: string; until: string }

const noFilters: Filters = { room: '', from: '', until: '' }

/** Who did what, newest first; content is never here. */
export function AuditSection() {
  const { t } = useTranslation('notifications')
  const trpc = useTRPC()
  const [filters, setFilters] = useState(noFilters)
  const client = useTRPCClient()
  const log = useInfiniteQuery({
    queryKey: [...trpc.notifications.auditLog.pathKey(), filters],
    queryFn: ({ pageParam }) =>
      client.notifications.auditLog.query({
        room: filters.room || null,
        from: filters.from || null,
        until: filters.until || null,
        cursor: pageParam,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const entries = log.data?.pages.flatMap((page) => page.rows) ?? []
  const isFiltered = Object.values(filters).some((value) => value !== '')
  const set = (field: keyof Filters) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setFilters((before) => ({ ...before, [field]: value }))
  }
  return (
    <Section title={t('audit.title')}>
      <p className="sel-second">{t('audit.lead')}</p>
      <div className="sel-audit-filters">
        <NativeSelect
          label={t('audit.room')}
          value={filters.room}
          onChange={set('room')}
          data={[
            { value: '', label: t('audit.anyRoom') },
            ...rooms.map((room) => ({ value: room, label: t(`audit.rooms.${room}`) })),
          ]}
        />
        <TextInput type="date" label={t('audit.from')} value={filters.from} onChange={set('from')} />
        <TextInput type="date" label={t('audit.until')} value={filters.until} onChange={set('until')} />
        {isFiltered && (
          <ActionButton weight="quiet" onClick={() => setFilters(noFilters)}>
            {t('audit.clear')}
          </ActionButton>
        )}
      </div>
      {log.isPending && <LoadingLines />}
      {log.isError && <RefusalSentence failure={failureOf(log.error)} of="load" />}
      {log.isSuccess && entries.length === 0 && (
        <Empty inline>{isFiltered ? t('audit.emptyFiltered') : t('audit.empty')}</Empty>
      )}
      <ol className="sel-audit">
        {entries.map((entry) => (
          <li key={entry.key}>
            <AuditEntry entry={entry} />
          </li>
        ))}
      </ol>
      {log.hasNextPage && (
        <ActionButton
          isPending={log.isFetchingNextPage}
          pendingText={t('audit.older')}
          onClick={() => void log.fetchNextPage()}
        >
          {t('audit.older')}
        </ActionButton>
      )}
    </Section>
  )
}

function AuditEntry({ entry }: { entry: Entry }) {
  const { t } = useTranslation('notifications')
  const reader = useReader()
  const room = rooms.find((one) => one === entry.room)
  // Actions come with the rows, so their keys cannot be typed; a test finds words for each that the server records.
  const say = t as unknown as (key: string, options: object) => string
  return (
    <>
      <time dateTime={entry.at}>
        {capital(date(entry.at, reader))} {clock(entry.at, reader)}
      </time>
      <span>{entry.personName ?? t('audit.clock')}</span>
      <span>{say(`audit.actions.${entry.action}`, { defaultValue: entry.action })}</span>
      <span>
        {entry.publicationId !== null && entry.title !== null ? (
          <Link to="/publications/$id" params={{ id: entry.publicationId }}>
            {entry.title}
          </Link>
        ) : room === undefined ? (
          entry.room
        ) : (
          t(`audit.rooms.${room}`)
        )}
      </span>
    </>
  )
}
