import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC, useTRPCClient } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { CommentItem } from './comment-item.tsx'
import type { Publication } from './editor-data.ts'

type Props = { publication: Publication; isResolved: boolean; onShowResolved?: () => void }

/** The open comments or the resolved ones, newest first; below the open ones, how many are resolved. */
export function CommentList({ publication, isResolved, onShowResolved }: Props) {
  const { t } = useTranslation('publications')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const publicationId = publication.id
  const comments = useInfiniteQuery({
    queryKey: [...trpc.publications.comments.pathKey(), publicationId, isResolved ? 'resolved' : 'open'],
    queryFn: ({ pageParam }) =>
      client.publications.comments.query({ publicationId, isResolved, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const pages = comments.data?.pages ?? []
  const all = pages.flatMap((page) => page.comments)
  const resolvedCount = pages[0]?.resolvedCount ?? 0
  return (
    <>
      {comments.isPending && <LoadingLines count={3} />}
      {comments.isError && <RefusalSentence failure={failureOf(comments.error)} of="load" />}
      {comments.isSuccess && all.length === 0 && !isResolved && (
        <Empty inline>{t(resolvedCount > 0 ? 'discussion.allResolved' : 'discussion.empty')}</Empty>
      )}
      <ul
        className="sel-comments"
        aria-label={t(isResolved ? 'discussion.resolvedOnes' : 'discussion.openOnes')}
      >
        {all.map((comment) => (
          <li key={comment.id}>
            <CommentItem publication={publication} comment={comment} />
          </li>
        ))}
      </ul>
      {comments.hasNextPage && (
        <ActionButton
          isPending={comments.isFetchingNextPage}
          pendingText={t('discussion.older')}
          onClick={() => void comments.fetchNextPage()}
        >
          {t('discussion.older')}
        </ActionButton>
      )}
      {resolvedCount > 0 && onShowResolved !== undefined && (
        <button type="button" className="sel-link" onClick={onShowResolved}>
          {t('discussion.showResolved', { count: resolvedCount })}
        </button>
      )}
    </>
  )
}
