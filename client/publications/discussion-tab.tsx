import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { capital, dayTime } from '../../domain/language/format.ts'
import { failureOf } from '../shell/failure.ts'
import { forget, keep, kept } from '../shell/kept.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC, useTRPCClient } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { Picture } from '../ui/account-name.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import type { Publication } from './editor-data.ts'
import { TextArea } from './text-area.tsx'

/** Comments, the newest first; writing one changes nothing of the content. */
export function DiscussionTab({ publication }: { publication: Publication }) {
  const { t } = useTranslation('publications')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const reader = useReader()
  const storeKey = `comment.${publication.id}`
  const [body, setBody] = useState(() => kept(storeKey) ?? '')
  const publicationId = publication.id
  const comments = useInfiniteQuery({
    queryKey: [...trpc.publications.comments.pathKey(), publicationId, 'pages'],
    queryFn: ({ pageParam }) => client.publications.comments.query({ publicationId, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const send = useCommand(trpc.publications.comment, {
    refresh: [{ queryKey: trpc.publications.pathKey() }],
    onDone: () => {
      setBody('')
      forget(storeKey)
    },
  })
  const all = comments.data?.pages.flatMap((page) => page.comments) ?? []

  return (
    <div className="sel-discussion">
      {publication.may.comment.isAllowed ? (
        <form
          className="sel-pub-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (body.trim() !== '' && !send.isPending) void send.run({ publicationId, body, mentions: [] })
          }}
        >
          <TextArea
            label={t('discussion.label')}
            value={body}
            minRows={2}
            onChange={(value) => {
              setBody(value)
              if (value === '') forget(storeKey)
              else keep(storeKey, value)
            }}
          />
          {body.trim() !== '' && (
            <div className="sel-pub-actions">
              <ActionButton type="submit" isPending={send.isPending} pendingText={t('discussion.sending')}>
                {t('discussion.send')}
              </ActionButton>
            </div>
          )}
          <RefusalSentence failure={send.failure} />
        </form>
      ) : (
        <p className="sel-second">{t('discussion.readOnly')}</p>
      )}
      {comments.isPending && <LoadingLines count={3} />}
      {comments.isError && <RefusalSentence failure={failureOf(comments.error)} of="load" />}
      {comments.isSuccess && all.length === 0 && <Empty inline>{t('discussion.empty')}</Empty>}
      <ul className="sel-comments">
        {all.map((comment) => (
          <li key={comment.id}>
            <Picture name={comment.by} />
            <div>
              <p>
                <b>{comment.by}</b>{' '}
                <time className="sel-second" dateTime={comment.at}>
                  {capital(dayTime(comment.at, reader))}
                </time>
              </p>
              <p className="sel-comment-body">{comment.body}</p>
            </div>
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
    </div>
  )
}
