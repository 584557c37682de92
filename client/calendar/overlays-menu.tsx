import { IconStack2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CalendarAct } from './calendar-acts.tsx'
import { Menu } from './menu.tsx'
import type { CalendarSearch } from './search.ts'
import { useOverlays } from './use-others.ts'

type Props = {
  search: CalendarSearch
  onChange: (change: Partial<CalendarSearch>) => void
  onAct: (act: CalendarAct) => void
  /** Drawn as a sign with its name unseen, where words have no room. */
  isIcon?: boolean
}

/** Which of the other calendars are drawn, and the way to what they are. */
export function OverlaysMenu({ search, onChange, onAct, isIcon = false }: Props) {
  const { t } = useTranslation('calendar')
  const overlays = useOverlays().data ?? []
  const without = search.without ?? []
  const left = overlays.filter(({ id }) => without.includes(id)).length
  return (
    <Menu
      label={
        left === 0
          ? t('others.label')
          : t('filters.of', { name: t('others.label'), chosen: t('others.without', { count: left }) })
      }
      {...(isIcon && { icon: <IconStack2 size={18} aria-hidden />, isAtEnd: true })}
      isChosen={left > 0}
    >
      {(close) => (
        <>
          {overlays.length > 0 && (
            <fieldset className="cal-options">
              <legend className="sel-hidden">{t('others.label')}</legend>
              {overlays.map(({ id, name, unit, problem }) => (
                <label key={id} className="cal-option">
                  <input
                    type="checkbox"
                    checked={!without.includes(id)}
                    onChange={(event) => {
                      const next = event.currentTarget.checked
                        ? without.filter((one) => one !== id)
                        : [...without, id]
                      onChange({ without: next.length === 0 ? undefined : next })
                    }}
                  />
                  <span>{name}</span>
                  {problem === null ? unit && <small>{unit}</small> : <small>{t('others.problem')}</small>}
                </label>
              ))}
            </fieldset>
          )}
          <button
            type="button"
            className="cal-option"
            onClick={() => {
              close()
              onAct('overlays')
            }}
          >
            {t(overlays.length === 0 ? 'others.first' : 'others.manage')}
          </button>
        </>
      )}
    </Menu>
  )
}
