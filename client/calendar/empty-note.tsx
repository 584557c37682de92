import { useTranslation } from 'react-i18next'
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
  return <Empty inline>{t(mayPlan ? 'empty.period' : 'empty.periodRead', { period })}</Empty>
}
