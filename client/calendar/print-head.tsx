import { useTranslation } from 'react-i18next'
import { zoneFullName } from '../../domain/language/format.ts'
import { useMe } from '../shell/me.ts'
import { useReader } from '../shell/reader.ts'
import './print.css'

/** Only on paper: agency, what it is, printed when and by whom, the zone, "Internal". */
export function PrintHead({ period }: { period: string }) {
  const { t } = useTranslation('calendar')
  const reader = useReader()
  const me = useMe()
  return (
    <header className="cal-print-head">
      <b>{me.agency.name}</b>
      <strong>{t('title', { period })}</strong>
      <span>{t('print.printed', { at: reader.now, name: me.person.name })}</span>
      <span>{zoneFullName(reader.now, reader)}</span>
      <span>{t('print.internal')}</span>
    </header>
  )
}
