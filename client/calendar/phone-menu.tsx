import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MoveDialog } from '../publications/move-dialog.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { Entry } from './entry.ts'
import { useDuplicate } from './use-duplicate.ts'
import './calendar.css'

/** What a long press on a row offers: open, move, duplicate. */
export function PhoneMenu({
  entry,
  mayPlan,
  onClose,
}: {
  entry: Entry
  mayPlan: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('calendar')
  const navigate = useNavigate()
  const duplicate = useDuplicate()
  const [isMoving, setIsMoving] = useState(false)

  if (isMoving) {
    const { id, title, timeVersion, timeKind, day, at } = entry
    return (
      <MoveDialog
        publication={{ id, title, timeVersion, timeKind, plannedDay: day, plannedAt: at }}
        onClose={onClose}
      />
    )
  }
  return (
    <Sheet isOpen onClose={onClose} title={entry.title}>
      <div className="ph-menu">
        <Link to="/publications/$id" params={{ id: entry.id }} className="cal-option">
          {t('peek.open')}
        </Link>
        {entry.move === 'yes' && (
          <button type="button" className="cal-option" onClick={() => setIsMoving(true)}>
            {t('peek.move')}
          </button>
        )}
        {entry.move === 'closed' && <p className="sel-second">{t('peek.closed')}</p>}
        {mayPlan && (
          <button
            type="button"
            className="cal-option"
            onClick={async () => {
              const made = await duplicate.run({ publicationId: entry.id, isCorrection: false })
              if (made.ok) void navigate({ to: '/publications/$id', params: { id: made.value.id } })
            }}
          >
            {t('peek.duplicate')}
          </button>
        )}
      </div>
    </Sheet>
  )
}
