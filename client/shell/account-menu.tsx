import { useTranslation } from 'react-i18next'
import { Picture } from '../ui/account-name.tsx'
import { openLayer, useFrameLayer } from './frame-layer.ts'
import { useMe } from './me.ts'

/** The initials at the end of the bar; what they open is loaded when it is first opened. */
export function AccountMenu() {
  const { t } = useTranslation('shell')
  const me = useMe()
  const { layer } = useFrameLayer()
  return (
    <button
      type="button"
      className="sel-round"
      aria-haspopup="dialog"
      aria-expanded={layer === 'account'}
      onClick={() => openLayer('account')}
    >
      <Picture name={me.person.name} />
      <span className="sel-hidden">{t('account.menu', { name: me.person.name })}</span>
    </button>
  )
}
