import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Key } from '../ui/key.tsx'
import { AccountMenu } from './account-menu.tsx'
import { BellButton } from './bell-button.tsx'
import { useCounts } from './counts.ts'
import { openLayer } from './frame-layer.ts'
import { LogoBars } from './logo.tsx'
import { rolesOf, useMe } from './me.ts'
import { destinations, navigationOf } from './navigation.ts'

/** One row of words: the product, the agency, the pages of one's roles, search, bell, account. */
export function TopBar() {
  const { t } = useTranslation('shell')
  const me = useMe()
  const counts = useCounts()

  return (
    <div className="sel-bar">
      <Link to="/" className="sel-logo">
        <LogoBars />
        {t('product')}
      </Link>
      <span className="sel-agency">{me.agency.name}</span>
      <nav className="sel-nav" aria-label={t('nav.label')}>
        <ul>
          {navigationOf(rolesOf(me)).row.map((page) => (
            <li key={page}>
              <Link to={destinations[page].path}>
                {t(`nav.${page}`)}
                {counts(page) > 0 && (
                  <span className="sel-count">
                    <span aria-hidden="true">{counts(page)}</span>
                    <span className="sel-hidden">{t('nav.waiting', { count: counts(page) })}</span>
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="sel-bar-end">
        <button
          type="button"
          className="sel-search-field"
          aria-keyshortcuts="Control+K"
          onClick={() => openLayer('search')}
        >
          <IconSearch size={16} stroke={2} aria-hidden />
          <span>{t('search.open')}</span>
          <Key of="Ctrl K" />
        </button>
        <BellButton />
        <AccountMenu />
      </div>
    </div>
  )
}
