import {
  type Icon,
  IconBook,
  IconCalendar,
  IconCalendarFilled,
  IconChecks,
  IconFlag,
  IconHeadset,
  IconHelpCircle,
  IconIdBadge2,
  IconMenu2,
  IconNotes,
  IconSettings,
  IconTableImport,
} from '@tabler/icons-react'
import { Link, useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCounts } from './counts.ts'
import { openLayer, useFrameLayer } from './frame-layer.ts'
import { rolesOf, useMe } from './me.ts'
import { type Destination, destinations, navigationOf } from './navigation.ts'

export const pageGlyphs: Record<Destination, Icon> = {
  calendar: IconCalendar,
  approvals: IconChecks,
  upcoming: IconNotes,
  desk: IconHeadset,
  library: IconBook,
  questions: IconHelpCircle,
  issues: IconFlag,
  duty: IconIdBadge2,
  import: IconTableImport,
  settings: IconSettings,
}

/** The phone's navigation: four pages of one's roles, and Lainnya for the rest. */
export function TabsBelow() {
  const { t } = useTranslation('shell')
  const roles = rolesOf(useMe())
  const counts = useCounts()
  const { layer } = useFrameLayer()
  const path = useRouterState({ select: (state) => state.location.pathname })

  return (
    <nav className="sel-tabs" aria-label={t('nav.label')}>
      <ul>
        {navigationOf(roles).tabs.map((page) => {
          const isHere = path.startsWith(destinations[page].path)
          const Glyph = isHere && page === 'calendar' ? IconCalendarFilled : pageGlyphs[page]
          return (
            <li key={page}>
              <Link to={destinations[page].path}>
                <span className="sel-tab-glyph">
                  <Glyph size={24} stroke={1.8} aria-hidden />
                  {counts(page) > 0 && (
                    <span className="sel-badge">
                      <span aria-hidden="true">{counts(page)}</span>
                      <span className="sel-hidden">{t('nav.waiting', { count: counts(page) })}</span>
                    </span>
                  )}
                </span>
                <span>{page === 'library' ? t('nav.libraryShort') : t(`nav.${page}`)}</span>
              </Link>
            </li>
          )
        })}
        <li>
          <button
            type="button"
            aria-haspopup="dialog"
            aria-expanded={layer === 'more'}
            onClick={() => openLayer('more')}
          >
            <span className="sel-tab-glyph">
              <IconMenu2 size={24} stroke={1.8} aria-hidden />
            </span>
            <span>{t('nav.more')}</span>
          </button>
        </li>
      </ul>
    </nav>
  )
}
