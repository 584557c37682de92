import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '../shell/phone.ts'
import { useTRPC } from '../shell/trpc.ts'
import { useTabTitle } from '../ui/page-title.tsx'
import { ApprovalsDesk } from './approvals-desk.tsx'
import { Request } from './request.tsx'

/** One request: alone on the phone, beside the list on the desktop. */
export function RequestPage() {
  const { id } = useParams({ from: '/framed/approvals/$id' })
  const isPhone = useIsPhone()
  if (!isPhone) return <ApprovalsDesk chosenId={id} />
  return (
    <div className="sel-request-page" data-alone>
      <PlaceInQueue publicationId={id} />
      <Request publicationId={id} />
    </div>
  )
}

/** "Persetujuan 1 dari 3", with the way to the one before and the one after. */
function PlaceInQueue({ publicationId }: { publicationId: string }) {
  const { t } = useTranslation('approvals')
  const trpc = useTRPC()
  const { data } = useQuery(trpc.approvals.request.queryOptions({ publicationId, seenHash: null }))
  const { position = null, count = 0, previousId = null, nextId = null } = data?.queue ?? {}
  const title = position === null ? t('positionNone') : t('position', { position, count })
  useTabTitle(data === undefined ? title : data.publication.title)
  return (
    <nav className="sel-request-place" aria-label={title}>
      <Arrow id={previousId} direction="back" label={previousId === null ? t('toList') : t('previous')} />
      <span>{title}</span>
      {nextId !== null && <Arrow id={nextId} direction="on" label={t('next')} />}
    </nav>
  )
}

function Arrow({ id, direction, label }: { id: string | null; direction: 'back' | 'on'; label: string }) {
  const Glyph = direction === 'back' ? IconChevronLeft : IconChevronRight
  const glyph = <Glyph size={26} stroke={2.2} aria-hidden />
  if (id === null) {
    return (
      <Link to="/approvals" aria-label={label} className="sel-request-arrow">
        {glyph}
      </Link>
    )
  }
  return (
    <Link to="/approvals/$id" params={{ id }} aria-label={label} className="sel-request-arrow">
      {glyph}
    </Link>
  )
}
