import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useTranslation } from 'react-i18next'
import { levels } from '../../domain/issues/level.ts'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { type trpc, useTRPC } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { LevelMark } from '../ui/level-mark.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { Section } from '../ui/section.tsx'
import { Segments } from '../ui/segments.tsx'
import { TimeLeft } from '../ui/time-left.tsx'
import { useObligationName } from './obligation-words.ts'
import { RecordDialog } from './record-dialog.tsx'
import './issues.css'

const route = getRouteApi('/framed/issues')

type Row = inferOutput<typeof trpc.issues.board>['issues'][number]

/** The open issues by level, the highest first; the closed ones on the other side of the switch. */
export function BoardPage() {
  const { t } = useTranslation('issues')
  const proxy = useTRPC()
  const { new: isNew, show } = route.useSearch()
  const navigate = useNavigate()
  const isClosed = show === 'closed'
  const board = useQuery(proxy.issues.board.queryOptions({ closed: isClosed }))
  const rows = board.data?.issues ?? []
  const mayRecord = board.data?.mayRecord ?? false
  const record = () => void navigate({ to: '/issues', search: { show, new: '1' } })

  return (
    <>
      <PageTitle
        title={t('title')}
        actions={
          mayRecord && (
            <ActionButton weight="primary" shortcut="I" onClick={record}>
              {t('record')}
            </ActionButton>
          )
        }
      />
      <div className="sel-issues">
        <Segments
          label={t('title')}
          segments={[
            { value: 'open', label: t('open') },
            { value: 'closed', label: t('closed') },
          ]}
          value={isClosed ? 'closed' : 'open'}
          onChange={(value) =>
            void navigate({ to: '/issues', search: value === 'closed' ? { show: value } : {} })
          }
        />
        {board.isPending && <LoadingLines />}
        {board.isError && <RefusalSentence failure={failureOf(board.error)} of="load" />}
        {board.isSuccess && rows.length === 0 && (
          <Empty
            action={
              mayRecord && !isClosed ? <ActionButton onClick={record}>{t('record')}</ActionButton> : undefined
            }
          >
            {t(isClosed ? 'emptyClosed' : 'empty')}
          </Empty>
        )}
        {isClosed
          ? rows.length > 0 && <IssueList rows={rows} />
          : levels
              .toReversed()
              .map((level) => ({ level, own: rows.filter((row) => row.level === level) }))
              .filter(({ own }) => own.length > 0)
              .map(({ level, own }) => <LevelSection key={level} level={level} rows={own} />)}
      </div>
      {isNew === '1' && mayRecord && (
        <RecordDialog onClose={() => void navigate({ to: '/issues', search: { show } })} />
      )}
    </>
  )
}

function LevelSection({ level, rows }: { level: Row['level']; rows: readonly Row[] }) {
  const { t } = useTranslation('ui')
  return (
    <Section title={t(`level.${level}`)} detail={rows.length}>
      <IssueList rows={rows} />
    </Section>
  )
}

function IssueList({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation('issues')
  const nameOf = useObligationName()
  return (
    <ul className="sel-issue-list">
      {rows.map((row) => (
        <li key={row.id}>
          <Link to="/issues/$id" params={{ id: row.id }} className="sel-row sel-issue-row">
            <LevelMark level={row.level} word={false} size={20} />
            <span>
              <b>{row.title}</b>
              <span className="sel-second">
                {t('owner', { name: row.owner })}
                {'. '}
                {row.closedAt === null
                  ? t('recordedAt', { at: row.recordedAt })
                  : t('closedAt', { at: row.closedAt, why: row.closedWhy ?? '' })}
                {row.isHarmful && `. ${t('harmful')}`}
              </span>
            </span>
            <span className="sel-issue-due">
              {row.closedAt === null && row.next === null && (
                <span className="sel-second">{t('allMet')}</span>
              )}
              {row.closedAt === null && row.next !== null && (
                <>
                  <span>{t('next', { name: nameOf(row.next.kind), at: row.next.dueAt })}</span>
                  <TimeLeft at={row.next.dueAt} />
                </>
              )}
              {row.closedAt !== null && row.missed > 0 && <span>{t('missed', { count: row.missed })}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
