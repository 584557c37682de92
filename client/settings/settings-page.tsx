import { Link, useParams } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '../../domain/permissions.ts'
import { useMay } from '../shell/me.ts'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import '../people/outside.css'
import './settings.css'

function section(load: () => Promise<ComponentType>) {
  return lazy(async () => ({ default: await load() }))
}

/** Each section of the settings, in the order of the list: its address, who sees it, its page of 720 px. */
const sections = {
  agency: {
    right: 'agency.manage',
    Body: section(() => import('../agency/agency-section.tsx').then((room) => room.AgencySection)),
  },
  people: {
    right: 'people.manage',
    Body: section(() => import('../people/people-section.tsx').then((room) => room.PeopleSection)),
  },
  units: {
    right: 'agency.manage',
    Body: section(() => import('../agency/units-section.tsx').then((room) => room.UnitsSection)),
  },
  accounts: {
    right: 'accounts.manage',
    Body: section(() => import('./accounts-section.tsx').then((room) => room.AccountsSection)),
  },
  marks: {
    right: 'marks.manage',
    Body: section(() => import('./marks-section.tsx').then((room) => room.MarksSection)),
  },
  templates: {
    right: 'template.manage',
    Body: section(() => import('../templates/templates-section.tsx').then((room) => room.TemplatesSection)),
  },
  mails: {
    right: 'audit.read',
    Body: section(() => import('./mails-section.tsx').then((room) => room.MailsSection)),
  },
  audit: {
    right: 'audit.read',
    Body: section(() => import('./audit-section.tsx').then((room) => room.AuditSection)),
  },
} satisfies Record<string, { right: Action; Body: ComponentType }>

const names = Object.keys(sections) as (keyof typeof sections)[]

/** The frame of the settings: the list of sections on the left, one of them beside it. */
export function SettingsPage() {
  const { t } = useTranslation(['agency', 'shell'])
  const may = useMay()
  const asked = useParams({ from: '/framed/settings/$section' }).section
  const open = names.filter((name) => may(sections[name].right))
  const shown = open.find((name) => name === asked)
  if (shown === undefined) return <NotFoundPage />
  const { Body } = sections[shown]
  return (
    <>
      <PageTitle
        title={t('shell:nav.settings')}
        tabTitle={`${t(`sections.${shown}`)}, ${t('shell:nav.settings')}`}
      />
      <div className="sel-settings">
        <nav className="sel-settings-list" aria-label={t('sections.label')}>
          {open.map((name) => (
            <Link
              key={name}
              to="/settings/$section"
              params={{ section: name }}
              aria-current={name === shown ? 'page' : undefined}
            >
              {t(`sections.${name}`)}
            </Link>
          ))}
        </nav>
        <div className="sel-settings-body">
          <Suspense fallback={<LoadingLines />}>
            <Body />
          </Suspense>
        </div>
      </div>
    </>
  )
}
