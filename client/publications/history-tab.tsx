import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC, useTRPCClient } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import type { Publication } from './editor-data.ts'
import { HistoryRow } from './history-row.tsx'

/** Everything done to the publication, the newest first, with before and after of what was written. */
export function HistoryTab({ publication }: { publication: Publication }) {
  const { t } = useTranslation('publications')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const publicationId = publication.id
  const history = useInfiniteQuery({
    queryKey: [...trpc.publications.history.pathKey(), publicationId, 'pages'],
    queryFn: ({ pageParam }) => client.publications.history.query({ publicationId, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const pages = history.data?.pages ?? []
  return (
    <div>
      {history.isPending && <LoadingLines count={4} />}
      {history.isError && <RefusalSentence failure={failureOf(history.error)} of="load" />}
      {history.isSuccess && pages.every((page) => page.entries.length === 0) && (
        <Empty inline>{t('history.empty')}</Empty>
      )}
      <ol className="sel-history">
        {pages.flatMap((page) =>
          page.entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two entries may share moment and action; the list only grows at its ends
            <li key={`${entry.at} ${entry.action} ${index}`}>
              <HistoryRow publication={publication} entry={entry} names={page.names} />
            </li>
          )),
        )}
      </ol>
      {history.hasNextPage && (
        <ActionButton
          isPending={history.isFetchingNextPage}
          pendingText={t('history.older')}
          onClick={() => void history.fetchNextPage()}
        >
          {t('history.older')}
        </ActionButton>
      )}
    </div>
  )
}
