import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTabTitle } from '../ui/page-title.tsx'

/** Not there and not permitted read the same. Pages show it too, when a read is refused with `not_found`. */
export function NotFoundPage() {
  const { t } = useTranslation('shell')
  useTabTitle(t('notFound.title'))
  return (
    <div className="sel-notice">
      <h1>{t('notFound.title')}</h1>
      <p className="sel-second">{t('notFound.body')}</p>
      <Link to="/">{t('notFound.back')}</Link>
    </div>
  )
}

/** The same where no frame stands around it. */
export function NowherePage() {
  return (
    <main>
      <NotFoundPage />
    </main>
  )
}
