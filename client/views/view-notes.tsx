import { useTranslation } from 'react-i18next'
import type { Opened, SavedView } from '../calendar/saved.ts'

/** What the open view does not do as it was kept: it is not there, or names what has ended. */
export function ViewNotes({ opened }: { opened: Opened }) {
  const { t } = useTranslation('views')
  const nameOf = ({ kind, name }: SavedView['gone'][number]) =>
    name === null ? t(`gone.nameless.${kind}`) : t(`gone.${kind}`, { name })
  if (opened.state === 'missing') {
    return (
      <p className="cal-view-note" role="status">
        {t('missing')}
      </p>
    )
  }
  if (opened.view === null || opened.view.gone.length === 0) return null
  return (
    <p className="cal-view-note" role="status">
      {t('gone.sentence', { name: opened.view.name, what: opened.view.gone.map(nameOf) })}
    </p>
  )
}
