import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTRPC } from '../shell/trpc.ts'
import { ObjectiveMark } from '../ui/objective-mark.tsx'
import { PlatformMarks, platformOf } from '../ui/platform-mark.tsx'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import { Section } from '../ui/section.tsx'
import { StatusWord } from '../ui/status-word.tsx'
import type { Room } from './room-data.ts'

/** The publications that answer the issue, each with its status and what it still lacks, and decisions not to respond. */
export function ResponseList({ room }: { room: Room }) {
  const { t } = useTranslation('issues')
  return (
    <Section title={t('responses.title')}>
      {room.responses.length === 0 && room.declined.length === 0 && (
        <p className="sel-second">{t('responses.none')}</p>
      )}
      <ul className="sel-issue-list">
        <PublicationRows
          rows={room.responses}
          detailOf={(row) => t(row.kind === 'full' ? 'responses.full' : 'responses.holding')}
        />
        {room.declined.map((declined) => (
          <li key={declined.at} className="sel-issue-declined">
            {t('responses.declined', { reason: declined.reason ?? '' })}
            <span className="sel-second">
              {declined.by}, {t('recordedAt', { at: declined.at })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

type PublicationRow = Pick<
  Room['responses'][number],
  'id' | 'title' | 'objective' | 'plannedAt' | 'accountIds' | 'isExecutive'
>

function PublicationRows<Row extends PublicationRow>(props: {
  rows: readonly Row[]
  detailOf: (row: Row) => string
}) {
  const { t } = useTranslation('issues')
  const trpc = useTRPC()
  const directory = useQuery(trpc.reading.directory.queryOptions({}))
  const judged = useQueries({
    queries: props.rows.map((row) => trpc.reading.readiness.queryOptions({ publicationId: row.id })),
  })
  const platformsOf = (row: Row) =>
    (directory.data?.accounts ?? [])
      .filter((account) => row.accountIds.includes(account.id))
      .map((account) => platformOf(account.platform))
  return props.rows.map((row, index) => {
    const ready = judged[index]?.data
    const missing = ready?.blockers.filter((found) => found.severity === 'blocker').length ?? 0
    return (
      <li key={row.id}>
        <Link to="/publications/$id" params={{ id: row.id }} className="sel-row sel-response-row">
          <ObjectiveMark objective={row.objective} word={false} />
          <span>
            <b>{row.title}</b>
            <span className="sel-second">
              {props.detailOf(row)}
              {', '}
              {row.plannedAt === null ? t('responses.noTime') : t('at', { at: row.plannedAt })}{' '}
              <PlatformMarks platforms={platformsOf(row)} isExecutive={row.isExecutive} />
            </span>
          </span>
          <span className="sel-response-status">
            {ready && <StatusWord status={ready.status} />}
            {missing > 0 && (
              <>
                <span>{t('responses.missing', { count: missing })}</span>
                <ReadinessMark state="blocked" count={missing} label={null} />
              </>
            )}
          </span>
        </Link>
      </li>
    )
  })
}
