import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { failureOf, refusedWith } from '../shell/failure.ts'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { PageLines } from '../ui/loading.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { StatusWord } from '../ui/status-word.tsx'
import { TimeLeft } from '../ui/time-left.tsx'
import { BeforeHandover } from './before-handover.tsx'
import type { HandoverData } from './handover-data.ts'
import { VariantToPost } from './variant-to-post.tsx'
import './publishing.css'

/** Publishing by hand: before the hand-over what blocks it, after it one block for each variant with its own outcome. */
export function HandoverPage() {
  const { t } = useTranslation('publishing')
  const { id } = useParams({ from: '/framed/publications/$id/handover' })
  const trpc = useTRPC()
  const { data, error } = useQuery(trpc.publishing.handover.queryOptions({ publicationId: id }))
  if (data === undefined) {
    if (error === null) return <PageLines />
    const failure = failureOf(error)
    if (refusedWith(failure, 'not_found') !== null) return <NotFoundPage />
    return <RefusalSentence failure={failure} of="load" />
  }
  const isOut = data.handedOverAt !== null
  return (
    <div className="sel-handover">
      <PageTitle
        title={data.title}
        tabTitle={`${t('title')}: ${data.title}`}
        mark={<StatusWord status={data.status} framed />}
        back={
          <Link to="/publications/$id" params={{ id }}>
            {t('back')}
          </Link>
        }
        detail={data.plannedAt === null ? t('noTime') : t('planned', { at: data.plannedAt })}
        actions={
          <Link to="/publications/$id/record" params={{ id }} className="sel-link">
            {t('record')}
          </Link>
        }
      />
      {isOut ? <Given handover={data} /> : <BeforeHandover handover={data} />}
      {!isOut && <p className="sel-handover-head sel-second">{t('before.preview')}</p>}
      <div className="sel-handover-variants">
        {data.variants.map((variant) => (
          <VariantToPost key={variant.id} variant={variant} handover={data} />
        ))}
      </div>
    </div>
  )
}

/** Who handed it over and when, until when the unit waits for the confirmation. */
function Given({ handover }: { handover: HandoverData }) {
  const { t } = useTranslation('publishing')
  const { now } = useReader()
  const { handedOverAt, handedOverBy, confirmUntil, contentHash, variants } = handover
  if (handedOverAt === null || confirmUntil === null) return null
  const isOpen = variants.some((variant) => variant.outcome === 'none')
  return (
    <div className="sel-handover-given">
      <p>
        {handedOverBy === null
          ? t('givenByClock', { at: handedOverAt })
          : t('givenBy', { name: handedOverBy, at: handedOverAt })}
      </p>
      {!isOpen ? (
        <p>{t('allDone')}</p>
      ) : now > confirmUntil ? (
        <p className="sel-late">{t('confirmLate')}</p>
      ) : (
        <p>
          {t('confirmBy', { at: confirmUntil })} (<TimeLeft at={confirmUntil} />)
        </p>
      )}
      {contentHash !== null && (
        <code className="sel-second">{t('hash', { hash: contentHash.slice(0, 12) })}</code>
      )}
    </div>
  )
}
