import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommentForm } from './comment-form.tsx'
import { CommentList } from './comment-list.tsx'
import type { Publication } from './editor-data.ts'

/** Comments, the open ones first; writing one changes nothing of the content. */
export function DiscussionTab({ publication }: { publication: Publication }) {
  const { t } = useTranslation('publications')
  const [showsResolved, setShowsResolved] = useState(false)
  return (
    <div className="sel-discussion">
      {publication.may.comment.isAllowed ? (
        <CommentForm publication={publication} />
      ) : (
        <p className="sel-second">{t('discussion.readOnly')}</p>
      )}
      <CommentList
        publication={publication}
        isResolved={false}
        {...(showsResolved ? {} : { onShowResolved: () => setShowsResolved(true) })}
      />
      {showsResolved && (
        <>
          <h3>{t('discussion.resolvedOnes')}</h3>
          <CommentList publication={publication} isResolved />
        </>
      )}
    </div>
  )
}
