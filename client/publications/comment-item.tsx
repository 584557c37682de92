import { useTranslation } from 'react-i18next'
import { capital, dayTime } from '../../domain/language/format.ts'
import { findQuote, textAt } from '../../domain/publications/comment-place.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { Picture } from '../ui/account-name.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import type { Comment, Publication } from './editor-data.ts'
import { useQuoting } from './quoting.ts'
import { usePlaceWords } from './use-place-words.ts'

/** One comment, the words it points to as they stand now, and whether it is resolved. */
export function CommentItem({ publication, comment }: { publication: Publication; comment: Comment }) {
  const { t } = useTranslation('publications')
  const trpc = useTRPC()
  const reader = useReader()
  const { show } = useQuoting()
  const wordsOf = usePlaceWords(publication)
  const settle = useCommand(trpc.publications.settleComment, {
    refresh: [{ queryKey: trpc.publications.pathKey() }],
  })
  const { place } = comment
  const offset = place === null ? null : findQuote(textAt(publication, place), place)
  const isResolved = comment.resolvedAt !== null
  return (
    <>
      <Picture name={comment.by} />
      <div>
        <p>
          <b>{comment.by}</b>{' '}
          <time className="sel-second" dateTime={comment.at}>
            {capital(dayTime(comment.at, reader))}
          </time>
        </p>
        {place !== null && (
          <div className="sel-comment-place">
            <span className="sel-second">{wordsOf(place)}</span>
            <blockquote data-gone={offset === null || undefined}>{place.quote}</blockquote>
            {offset === null ? (
              <span className="sel-second">{t('discussion.gone')}</span>
            ) : (
              <button type="button" className="sel-link" onClick={() => show(place, offset)}>
                {t('discussion.show')}
              </button>
            )}
          </div>
        )}
        <p className="sel-comment-body">{comment.body}</p>
        {comment.resolvedAt !== null && (
          <p className="sel-second">
            {t('discussion.resolvedBy', { name: comment.resolvedBy ?? '', at: comment.resolvedAt })}
          </p>
        )}
        {publication.may.comment.isAllowed && (
          <ActionButton
            weight="quiet"
            size="small"
            isPending={settle.isPending}
            onClick={() =>
              void settle.run({
                publicationId: publication.id,
                commentId: comment.id,
                isResolved: !isResolved,
              })
            }
          >
            {t(isResolved ? 'discussion.reopen' : 'discussion.resolve')}
          </ActionButton>
        )}
        <RefusalSentence failure={settle.failure} />
      </div>
    </>
  )
}
