import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../shell/me.ts'
import { Empty } from '../ui/empty.tsx'

type Props = { period: string; isFiltered: boolean; mayPlan: boolean; onClear: () => void }

/** Nothing there: because nothing is planned, or because the filter keeps nothing. */
export function EmptyNote({ period, isFiltered, mayPlan, onClear }: Props) {
  const { t } = useTranslation('calendar')
  if (isFiltered) {
    return (
      <Empty
        inline
        action={
          <button type="button" className="sel-link" onClick={onClear}>
            {t('filters.clear')}
          </button>
        }
      >
        {t('empty.filtered')}
      </Empty>
    )
  }
  return (
    <Empty inline action={<FirstDoor />}>
      {t(mayPlan ? 'empty.period' : 'empty.periodRead', { period })}
    </Empty>
  )
}

/** Where a calendar gets its first publications from: a plan that exists already, or the people who will plan. */
function FirstDoor() {
  const { t } = useTranslation('calendar')
  const may = useMay()
  if (may('publication.import')) {
    return (
      <Link to="/import" className="sel-link">
        {t('empty.import')}
      </Link>
    )
  }
  if (!may('people.manage')) return null
  return (
    <Link to="/settings/$section" params={{ section: 'people' }} className="sel-link">
      {t('empty.invite')}
    </Link>
  )
}
