import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Publication } from '../publications/editor-data.ts'
import { useWriting } from '../publications/use-writing.ts'
import { useTRPC } from '../shell/trpc.ts'

/** What was typed into one publication whose page is closed: sends it, or says why it waits. */
export function KeptPublication({ id }: { id: string }) {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.publications.editor.queryOptions({ publicationId: id }))
  return data ? <Sent publication={data} /> : null
}

/** Saves itself as on the page of the publication; stands where that page has to be opened. */
function Sent({ publication }: { publication: Publication }) {
  const { t } = useTranslation('shell')
  const writing = useWriting(publication)
  const isInReview = publication.submission !== null && writing.hasContentChanges
  const hasFailed = Object.keys(writing.failures).length > 0
  if (writing.conflict === null && !hasFailed && !isInReview) return null
  const { title } = publication
  return (
    <p className="sel-strip" role="status">
      <span className="sel-strip-words">
        {writing.conflict !== null
          ? t('strip.keptConflict', { title })
          : isInReview
            ? t('strip.keptInReview', { title })
            : t('strip.keptFailed', { title })}
      </span>
      <Link to="/publications/$id" params={{ id: publication.id }}>
        {t('strip.keptOpen')}
      </Link>
    </p>
  )
}
