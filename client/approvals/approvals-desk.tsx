import { useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../shell/keys.ts'
import { InboxList, useInbox } from './inbox-list.tsx'
import { type Marked, MarkedBar } from './marked-bar.tsx'
import { Request } from './request.tsx'
import type { RequestData } from './request-data.ts'

/**
 * The desktop's two columns: the list, and beside it the request that is chosen or else the first. A mark takes the
 * content that stood beside the list, so that nothing is approved unseen.
 */
export function ApprovalsDesk({ chosenId }: { chosenId: string | null }) {
  const { t } = useTranslation('approvals')
  const navigate = useNavigate()
  const { yours, others } = useInbox()
  const [marked, setMarked] = useState<readonly Marked[]>([])
  const [onScreen, setOnScreen] = useState<RequestData | null>(null)
  const shownId = chosenId ?? yours[0]?.publicationId ?? null
  const order = [...yours, ...others].map((row) => row.publicationId)

  const step = (by: number) => {
    const at = shownId === null ? -1 : order.indexOf(shownId)
    const next = order[Math.min(order.length - 1, Math.max(0, at + by))]
    if (next === undefined || next === shownId) return
    void navigate({ to: '/approvals/$id', params: { id: next }, replace: chosenId !== null })
  }
  const mark = () => {
    const mine = onScreen?.mine
    if (!onScreen || onScreen.publication.id !== shownId || !mine || mine.reasons.length > 0) return
    const { id, title } = onScreen.publication
    const { contentHash } = onScreen.submission
    setMarked((before) =>
      before.some((one) => one.publicationId === id)
        ? before.filter((one) => one.publicationId !== id)
        : [...before, { publicationId: id, title, stepId: mine.stepId, contentHash }],
    )
  }
  useKeys([
    { keys: 'ArrowDown', name: t('keys.select'), run: () => step(1) },
    { keys: 'ArrowUp', run: () => step(-1) },
    { keys: 'X', name: t('keys.mark'), run: mark },
  ])
  const onShown = useCallback((request: RequestData) => setOnScreen(request), [])
  return (
    <div className="sel-approvals-desk">
      <InboxList chosenId={shownId} marked={new Set(marked.map((one) => one.publicationId))} />
      <div className="sel-approvals-pane">
        {marked.length > 0 && <MarkedBar marked={marked} onDone={setMarked} />}
        {shownId !== null && <Request key={shownId} publicationId={shownId} onShown={onShown} />}
      </div>
    </div>
  )
}
