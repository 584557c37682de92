import { useTranslation } from 'react-i18next'
import './marks.css'

/** "Baru", or "2 hal baru" where a number is given. */
export function NewMark({ count }: { count?: number }) {
  const { t } = useTranslation('ui')
  return <span className="sel-new">{count === undefined ? t('new') : t('newParts', { count })}</span>
}
