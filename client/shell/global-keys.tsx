import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { openLayer } from './frame-layer.ts'
import { type KeyBinding, useKeys } from './keys.ts'
import { rolesOf, useMe } from './me.ts'
import { destinations, furtherPages } from './navigation.ts'

/** The keys that work on every page. A page's own binding of the same key comes first. */
export function GlobalKeys() {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const roles = rolesOf(useMe())
  const mayPlan = roles.has('planner') || roles.has('contributor')

  const go: KeyBinding[] = furtherPages(roles).flatMap((page) => {
    const { key, path } = destinations[page]
    if (key === null) return []
    return [
      {
        keys: `G ${key}`,
        name: t('keys.go', { page: t(`nav.${page}`) }),
        run: () => void navigate({ href: path }),
      },
    ]
  })

  useKeys(
    [
      { keys: 'Ctrl K', name: t('keys.search'), inFields: true, run: () => openLayer('search') },
      { keys: '/', name: t('keys.desk'), run: () => void navigate({ to: '/desk' }) },
      {
        keys: 'N',
        name: t('keys.new'),
        when: () => mayPlan,
        run: () => void navigate({ to: '/calendar', search: { new: '1' } }),
      },
      { keys: 'I', name: t('keys.issue'), run: () => void navigate({ to: '/issues', search: { new: '1' } }) },
      ...go,
      { keys: '?', name: t('keys.help'), run: () => openLayer('keys') },
    ],
    'everywhere',
  )
  return null
}
