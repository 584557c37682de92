import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../shell/announce.ts'
import { failureOf, refusedWith } from '../shell/failure.ts'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { JustApproved } from './just-approved.tsx'
import type { RequestData } from './request-data.ts'
import { RequestFacts } from './request-facts.tsx'
import { RequestHead } from './request-head.tsx'
import { RequestPosts } from './request-posts.tsx'
import './approvals.css'

type Props = {
  publicationId: string
  /** Told what is on the screen: the list marks it by the content that was seen. */
  onShown?: (request: RequestData) => void
}

/**
 * One request: what each account will post, what is new, what is done, the decision. What is on the screen stays there
 * when somebody changes it meanwhile; the change is told, and shown when asked for.
 */
export function Request({ publicationId, onShown }: Props) {
  const { t } = useTranslation('approvals')
  const trpc = useTRPC()
  const client = useQueryClient()
  const navigate = useNavigate()
  const search = useSearch({ strict: false })
  const [seen, setSeen] = useState<{ publicationId: string; hash: string } | null>(null)
  const seenHash = seen?.publicationId === publicationId ? seen.hash : null
  const { data, error } = useQuery(trpc.approvals.request.queryOptions({ publicationId, seenHash }))
  const [shown, setShown] = useState<RequestData | null>(null)
  const isSame =
    data !== undefined &&
    shown !== null &&
    shown.publication.id === data.publication.id &&
    sameContent(shown, data)
  const request = isSame || shown?.publication.id !== publicationId ? (data ?? null) : shown
  const isBehind = data !== undefined && request !== null && !sameContent(request, data)

  useEffect(() => {
    if (request === null || request === shown) return
    setShown(request)
    onShown?.(request)
  }, [request, shown, onShown])
  const top = useRef<HTMLDivElement>(null)

  if (error !== null && data === undefined) {
    const failure = failureOf(error)
    if (refusedWith(failure, 'not_found') !== null) return <NotFoundPage />
    return (
      <div className="sel-request">
        <RefusalSentence failure={failure} of="load" />
      </div>
    )
  }
  if (request === null) return <LoadingLines count={6} />

  const showNew = () => {
    setSeen({ publicationId, hash: request.submission.contentHash })
    setShown(null)
    void navigate({ to: '.', search: (before) => ({ ...before, compare: '1' }), replace: true })
    top.current?.focus()
  }
  /** Beside the list too, what was decided stays on the screen when nothing comes after it. */
  const stay = () => {
    void navigate({
      to: '/approvals/$id',
      params: { id: publicationId },
      search: {},
      replace: true,
    })
  }
  const goOn = () => {
    announce(t('justApproved', { title: request.publication.title, at: request.moment }))
    const { nextId } = request.queue
    void client.invalidateQueries(trpc.approvals.pathFilter())
    if (nextId === null) return stay()
    void navigate({
      to: '/approvals/$id',
      params: { id: nextId },
      search: { done: publicationId },
    })
  }
  return (
    <div ref={top} tabIndex={-1} data-quiet-focus className="sel-request" key={publicationId}>
      {search.done !== undefined && search.done !== publicationId && (
        <JustApproved publicationId={search.done} />
      )}
      {isBehind && (
        <div className="sel-request-behind" role="status">
          <p>{t('changedMeanwhile')}</p>
          <ActionButton size="small" onClick={showNew}>
            {t('showNew')}
          </ActionButton>
        </div>
      )}
      <RequestHead request={request} />
      <RequestPosts
        request={request}
        accountId={search.account as string | undefined}
        isComparing={search.compare === '1'}
      />
      <RequestFacts request={request} />
      <p className="sel-request-links">
        <Link
          to="/publications/$id"
          params={{ id: publicationId }}
          search={{ tab: 'approvals' }}
          className="sel-link"
        >
          {t('open')}
        </Link>
        <Link to="/publications/$id/record" params={{ id: publicationId }} className="sel-link">
          {t('tab.file')}
        </Link>
      </p>
      <DecisionBar
        key={`${publicationId} ${request.submission.id}`}
        request={request}
        onApproved={goOn}
        onAsked={stay}
        onChanged={() => void client.invalidateQueries(trpc.approvals.request.pathFilter())}
      />
    </div>
  )
}

function sameContent(one: RequestData, other: RequestData): boolean {
  return one.submission.contentHash === other.submission.contentHash
}
