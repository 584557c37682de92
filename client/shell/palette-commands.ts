import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { openLayer } from './frame-layer.ts'
import { rolesOf, useMay, useMe } from './me.ts'
import { destinations, furtherPages } from './navigation.ts'
import { useOwnChoices } from './own-choices.ts'
import { signOut } from './session.ts'
import { useTRPC } from './trpc.ts'

type PaletteCommand = { id: string; title: string; isPage: boolean; run: () => void }

/** What Ctrl K offers beside what it finds: the pages of one's roles and the commands that need no page. */
export function usePaletteCommands(): PaletteCommand[] {
  const { t, i18n } = useTranslation('shell')
  const navigate = useNavigate()
  const roles = rolesOf(useMe())
  const may = useMay()
  const trpc = useTRPC()
  const templates = useQuery({
    ...trpc.templates.list.queryOptions({}),
    enabled: may('template.use'),
  })
  const { chooseAppearance, chooseLanguage } = useOwnChoices()
  const isDark = document.documentElement.dataset.mantineColorScheme === 'dark'
  const isIndonesian = i18n.language === 'id'

  const pages = furtherPages(roles).map((page) => ({
    id: page,
    title: t(`nav.${page}`),
    isPage: true,
    run: () => void navigate({ href: destinations[page].path }),
  }))
  const command = (id: string, title: string, run: () => void) => ({ id, title, isPage: false, run })
  const plan = [
    command(
      'new',
      t('search.newPublication'),
      () => void navigate({ to: '/calendar', search: { new: '1' } }),
    ),
  ]

  const fromTemplates = (templates.data ?? []).map(({ id, name }) =>
    command(
      `template-${id}`,
      t('search.newFromTemplate', { name }),
      () => void navigate({ to: '/calendar', search: { new: '1', template: id } }),
    ),
  )
  const templatesPage = {
    id: 'templates',
    title: t('nav.templates'),
    isPage: true,
    run: () => void navigate({ to: '/settings/$section', params: { section: 'templates' } }),
  }

  return [
    ...(roles.has('planner') || roles.has('contributor') ? plan : []),
    command('issue', t('search.recordIssue'), () => void navigate({ to: '/issues', search: { new: '1' } })),
    command('duty-now', t('search.onDuty'), () => void navigate({ to: '/duty' })),
    ...pages,
    ...(may('template.manage') ? [templatesPage] : []),
    { id: 'me', title: t('nav.me'), isPage: true, run: () => void navigate({ to: '/me' }) },
    command('appearance', isDark ? t('search.light') : t('search.dark'), () => {
      void chooseAppearance(isDark ? 'light' : 'dark')
    }),
    command('language', isIndonesian ? t('search.english') : t('search.indonesian'), () => {
      void chooseLanguage(isIndonesian ? 'en' : 'id')
    }),
    command('keys', t('search.showKeys'), () => setTimeout(() => openLayer('keys'), 0)),
    command('sign-out', t('search.signOut'), () => void signOut()),
    ...fromTemplates,
  ]
}
