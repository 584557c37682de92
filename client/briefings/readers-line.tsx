import { useTranslation } from 'react-i18next'
import type { Briefing } from './briefing-data.ts'

const MOST_NAMED = 8

/** Who has read the version, by name. */
export function ReadersLine({ readers }: { readers: Briefing['readers'] }) {
  const { t } = useTranslation('briefings')
  if (readers.length === 0) return <p className="sel-second sel-brief-small">{t('reading.noReaders')}</p>
  if (readers.length <= MOST_NAMED) {
    return <p className="sel-second sel-brief-small">{t('reading.readers', { names: readers })}</p>
  }
  return (
    <details className="sel-brief-earlier sel-brief-small">
      <summary>{t('reading.readers', { names: readers.slice(0, MOST_NAMED) })}</summary>
      <p>{t('reading.readers', { names: readers })}</p>
    </details>
  )
}
