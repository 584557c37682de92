import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { capital } from '../../domain/language/format.ts'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { ObjectiveTile } from '../ui/objective-mark.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { PlatformMarks } from '../ui/platform-mark.tsx'
import type { InboxRow } from './request-data.ts'
import './approvals.css'

/** The two groups of the list, the further pages of each as they were asked for. */
export function useInbox() {
  const trpc = useTRPC()
  const query = useInfiniteQuery(
    trpc.approvals.inbox.infiniteQueryOptions(
      { othersCursor: null },
      { initialCursor: null, getNextPageParam: (page) => page.next ?? undefined },
    ),
  )
  const pages = query.data?.pages ?? []
  return {
    ...query,
    yours: pages.flatMap((page) => page.yours),
    others: pages[0]?.others ?? [],
    nextAt: pages[0]?.nextAt ?? null,
  }
}

type Props = { chosenId?: string | null; marked?: ReadonlySet<string> }

export function InboxList({ chosenId = null, marked }: Props) {
  const { t } = useTranslation(['approvals', 'shell'])
  const inbox = useInbox()
  return (
    <div className="sel-inbox">
      <PageTitle title={t('shell:nav.approvals')} />
      {inbox.error !== null && <RefusalSentence failure={failureOf(inbox.error)} of="load" />}
      {inbox.data === undefined && inbox.error === null && <LoadingLines count={5} height={72} />}
      {inbox.data !== undefined && (
        <>
          <Group title={t('yours')} rows={inbox.yours} chosenId={chosenId} marked={marked}>
            <Empty>{inbox.nextAt === null ? t('empty') : t('emptyNext', { at: inbox.nextAt })}</Empty>
          </Group>
          {inbox.hasNextPage && (
            <ActionButton weight="quiet" onClick={() => void inbox.fetchNextPage()}>
              {t('more')}
            </ActionButton>
          )}
          {inbox.others.length > 0 && (
            <Group title={t('others')} rows={inbox.others} chosenId={chosenId} marked={marked} />
          )}
        </>
      )}
    </div>
  )
}

type GroupProps = {
  title: string
  rows: readonly InboxRow[]
  chosenId: string | null
  marked?: ReadonlySet<string>
  children?: React.ReactNode
}

function Group({ title, rows, chosenId, marked, children }: GroupProps) {
  return (
    <section className="sel-inbox-group">
      <h2>
        {title} {rows.length > 0 && <span className="sel-second">{rows.length}</span>}
      </h2>
      {rows.length === 0 ? (
        children
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row.publicationId}>
              <Row
                row={row}
                isChosen={row.publicationId === chosenId}
                isMarked={marked?.has(row.publicationId) ?? false}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Row({ row, isChosen, isMarked }: { row: InboxRow; isChosen: boolean; isMarked: boolean }) {
  const { t } = useTranslation('approvals')
  const when = row.plannedAt ?? row.plannedDay
  return (
    <Link
      to="/approvals/$id"
      params={{ id: row.publicationId }}
      aria-current={isChosen || undefined}
      className="sel-row sel-inbox-row"
      data-request={row.publicationId}
    >
      <ObjectiveTile objective={row.objective} />
      <span className="sel-inbox-words">
        <b>{row.title}</b>
        <span className="sel-second">
          {when === null ? t('row.noTime') : capital(t('row.at', { at: when }))}
          {row.stepId === null && row.waitingFor.length > 0
            ? ` · ${t('row.waiting', { names: row.waitingFor })}`
            : row.stepsRequired > 1
              ? ` · ${t('row.step', { position: row.position, count: row.stepsRequired })}`
              : ''}
          {row.onBehalfOf !== null && ` · ${t('row.onBehalf', { name: row.onBehalfOf.name })}`}
        </span>
      </span>
      <span className="sel-inbox-end">
        {isMarked ? (
          <b>{t('row.marked')}</b>
        ) : (
          <PlatformMarks
            platforms={row.accounts.map((account) => account.platform)}
            isExecutive={row.isExecutive}
          />
        )}
        {row.dueAt !== null && (
          <span className={row.isLate ? 'sel-late' : 'sel-second'}>
            {row.isLate ? t('row.late') : t('row.due', { at: row.dueAt })}
          </span>
        )}
      </span>
    </Link>
  )
}
