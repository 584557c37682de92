import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useChangedBy } from '../shell/live.ts'
import type { Entry } from './entry.ts'
import { ValidityLine } from './validity-line.tsx'

/** The library as a table; on the phone each row is a block with its labels. */
export function EntryTable({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation('answers')
  return (
    <table className="sel-library">
      <thead>
        <tr>
          <th scope="col">{t('library.columns.question')}</th>
          <th scope="col">{t('library.columns.verifier')}</th>
          <th scope="col">{t('library.columns.validity')}</th>
          <th scope="col">{t('library.columns.use')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  )
}

function EntryRow({ entry }: { entry: Entry }) {
  const { t } = useTranslation('answers')
  const changedBy = useChangedBy('answers', entry.id)
  return (
    <tr data-changed-by={changedBy ?? undefined}>
      <td>
        <Link to="/library/$id" params={{ id: entry.id }}>
          {entry.question}
        </Link>
      </td>
      <td data-label={t('library.columns.verifier')}>
        {entry.verifier?.name ?? <span className="sel-second">{t('library.noVerifier')}</span>}
      </td>
      <td data-label={t('library.columns.validity')}>
        <ValidityLine entry={entry} />
      </td>
      <td data-label={t('library.columns.use')} className="sel-library-use">
        {entry.askedToday}
      </td>
    </tr>
  )
}
