import { IconPlayerPauseFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ui } from '../../domain/language/id/ui.ts'
import './marks.css'

export type StatusName = keyof (typeof ui)['status']

const dashed: readonly StatusName[] = ['idea', 'draft']
const quiet: readonly StatusName[] = ['published', 'partly_published', 'withdrawn', 'cancelled', 'not_posted']
const struck: readonly StatusName[] = ['withdrawn', 'cancelled']

/** The status as a word; `framed` beside a page's title, with the edge that the calendar gives the same status. */
export function StatusWord({ status, framed = false }: { status: StatusName; framed?: boolean }) {
  const { t } = useTranslation('ui')
  return (
    <span
      className="sel-status"
      data-framed={framed || undefined}
      data-edge={framed ? edgeOf(status) : undefined}
      data-quiet={quiet.includes(status) || undefined}
      data-struck={struck.includes(status) || undefined}
      data-late={status === 'overdue' || undefined}
    >
      {status === 'held' && <IconPlayerPauseFilled size={12} aria-hidden />}
      {t(`status.${status}`)}
    </span>
  )
}

function edgeOf(status: StatusName): 'dashed' | 'solid' | 'none' {
  if (dashed.includes(status)) return 'dashed'
  return quiet.includes(status) ? 'none' : 'solid'
}
