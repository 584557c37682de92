import { IconBell } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFrame } from './frame.ts'
import { openLayer } from './frame-layer.ts'

/** The bell; its number counts only what waits for the person. */
export function BellButton({ className = '' }: { className?: string }) {
  const { t } = useTranslation('shell')
  const { bell } = useFrame()
  const name = bell > 0 ? t('bell.openWithCount', { count: bell }) : t('bell.open')
  return (
    <button
      type="button"
      className={`sel-round ${className}`}
      aria-label={name}
      aria-haspopup="dialog"
      onClick={() => openLayer('bell')}
    >
      <IconBell size={20} stroke={2} aria-hidden />
      {bell > 0 && (
        <span className="sel-badge" aria-hidden="true">
          {bell > 99 ? '99+' : bell}
        </span>
      )}
    </button>
  )
}

/** The bell in the first row of a page on the phone, where there is no top bar. */
export function PhoneBell() {
  return <BellButton className="sel-phone-bell" />
}
