import { IconDeviceMobile, IconLogout, IconSearch, IconTemplate, IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useInstall } from '../offline/install.ts'
import { Sheet } from '../ui/sheet.tsx'
import { openLayer } from './frame-layer.ts'
import { rolesOf, useMay, useMe } from './me.ts'
import { destinations, furtherPages, navigationOf } from './navigation.ts'
import { signOut } from './session.ts'
import { pageGlyphs } from './tabs-below.tsx'

/** Lainnya: the pages that are not among the four tabs, search, own account, the way out. */
export function MorePages({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell')
  const roles = rolesOf(useMe())
  const may = useMay()
  const { tabs } = navigationOf(roles)
  const install = useInstall()
  const pages = furtherPages(roles).filter((page) => !tabs.includes(page))

  return (
    <Sheet isOpen onClose={onClose} title={t('nav.moreTitle')}>
      <nav className="sel-menu-list" aria-label={t('nav.moreTitle')}>
        <button type="button" onClick={() => openLayer('search')}>
          <IconSearch size={20} aria-hidden />
          {t('search.open')}
        </button>
        {pages.map((page) => {
          const Glyph = pageGlyphs[page]
          return (
            <Link key={page} to={destinations[page].path} onClick={onClose}>
              <Glyph size={20} aria-hidden />
              {t(`nav.${page}`)}
            </Link>
          )
        })}
        {may('template.manage') && (
          <Link to="/settings/$section" params={{ section: 'templates' }} onClick={onClose}>
            <IconTemplate size={20} aria-hidden />
            {t('nav.templates')}
          </Link>
        )}
        <Link to="/me" onClick={onClose}>
          <IconUser size={20} aria-hidden />
          {t('nav.me')}
        </Link>
        {install !== null && (
          <button type="button" onClick={install}>
            <IconDeviceMobile size={20} aria-hidden />
            {t('account.install')}
          </button>
        )}
        <button type="button" onClick={() => void signOut()}>
          <IconLogout size={20} aria-hidden />
          {t('account.signOut')}
        </button>
      </nav>
    </Sheet>
  )
}
