import { useTranslation } from 'react-i18next'
import { ActionButton } from '../ui/action-button.tsx'
import './move.css'

type Props = { count: number; onMove: () => void; onClear: () => void }

/** How many are marked, and what moves them together. */
export function MarkedBar({ count, onMove, onClear }: Props) {
  const { t } = useTranslation('calendar')
  return (
    <section className="cal-move-bar cal-marked" aria-label={t('marks.count', { count })}>
      <p className="cal-move-title">{t('marks.count', { count })}</p>
      <div className="cal-move-row">
        <ActionButton size="small" weight="primary" shortcut="M" onClick={onMove}>
          {t('marks.move')}
        </ActionButton>
        <ActionButton size="small" onClick={onClear}>
          {t('marks.clear')}
        </ActionButton>
      </div>
    </section>
  )
}
