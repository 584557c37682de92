import { useTranslation } from 'react-i18next'
import { ActionButton } from '../ui/action-button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { Days } from './days.ts'
import { ExportLinks } from './export-menu.tsx'
import { filterCount, filterOf, noFilter } from './filter.ts'
import { FilterMenus, type FilterProps, WordsField } from './filter-row.tsx'
import { OverlaysMenu } from './overlays-menu.tsx'
import type { Opened } from './saved.ts'
import { ViewsMenu } from './views-menu.tsx'
import './calendar.css'

type Props = FilterProps & { opened: Opened; days: Days; count: number; onClose: () => void }

/** The filters in a sheet that ends in how many it shows; below them what can be taken along. */
export function PhoneFilters(props: Props) {
  const { opened, days, search, onChange, onAct, count, onClose } = props
  const { t } = useTranslation('calendar')
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('filters.title')}
      foot={
        <ActionButton weight="primary" size="phone" fullWidth onClick={onClose}>
          {t('filters.show', { count })}
        </ActionButton>
      }
    >
      <div className="ph-filters">
        <ViewsMenu opened={opened} shownAs={opened.view?.kind ?? 'week'} days={null} onAct={onAct} />
        <WordsField value={search.q ?? ''} onChange={(q) => onChange({ q: q === '' ? undefined : q })} />
        <FilterMenus {...props} />
        <OverlaysMenu search={search} onChange={onChange} onAct={onAct} />
        <label className="cal-option">
          <input
            type="checkbox"
            checked={search.ready === 'no'}
            onChange={(event) => onChange({ ready: event.currentTarget.checked ? 'no' : undefined })}
          />
          {t('filters.notReady')}
        </label>
        {filterCount(search) > 0 && (
          <ActionButton onClick={() => onChange(noFilter)}>{t('filters.clear')}</ActionButton>
        )}
        <section className="ph-take" aria-label={t('file.take')}>
          <h3>{t('file.take')}</h3>
          <ExportLinks days={days} filter={filterOf(search)} onTaken={onClose} />
          <button type="button" className="cal-option" onClick={() => onAct('subscribe')}>
            {t(opened.view === null ? 'file.subscribe' : 'file.subscribeView')}
          </button>
        </section>
      </div>
    </Sheet>
  )
}
