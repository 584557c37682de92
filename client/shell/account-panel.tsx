import { useMantineColorScheme } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useInstall } from '../offline/install.ts'
import { Key } from '../ui/key.tsx'
import { Peek } from '../ui/peek.tsx'
import { Segments } from '../ui/segments.tsx'
import { openLayer } from './frame-layer.ts'
import { useMe } from './me.ts'
import { useOwnChoices } from './own-choices.ts'
import { signOut } from './session.ts'

/** Below the initials: own page, language, light and dark, keys, the way out. */
export function AccountPanel({ opener, onClose }: { opener: HTMLElement; onClose: () => void }) {
  const { t, i18n } = useTranslation('shell')
  const me = useMe()
  const { colorScheme } = useMantineColorScheme()
  const { chooseLanguage, chooseAppearance } = useOwnChoices()
  const install = useInstall()

  return (
    <Peek anchor={opener} side="below" label={t('account.menu', { name: me.person.name })} onClose={onClose}>
      <h2>{me.person.name}</h2>
      <p className="sel-second">{me.person.position ?? me.person.email}</p>
      <div className="sel-own-choices">
        <Segments
          label={t('account.language')}
          isLabelShown
          value={i18n.language === 'en' ? 'en' : 'id'}
          onChange={(language) => void chooseLanguage(language)}
          segments={[
            { value: 'id', label: 'Indonesia' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Segments
          label={t('account.appearance')}
          isLabelShown
          value={colorScheme}
          onChange={(appearance) => void chooseAppearance(appearance)}
          segments={[
            { value: 'auto', label: t('account.system') },
            { value: 'light', label: t('account.light') },
            { value: 'dark', label: t('account.dark') },
          ]}
        />
      </div>
      <div className="sel-menu-list">
        <Link to="/me" data-first onClick={onClose}>
          {t('account.mine')}
        </Link>
        <button type="button" onClick={() => openLayer('keys')}>
          {t('account.keys')}
          <Key of="?" />
        </button>
        {install !== null && (
          <button type="button" onClick={install}>
            {t('account.install')}
          </button>
        )}
        {me.agency.isDemo && (
          <Link to="/start" onClick={onClose}>
            {t('account.changePerson')}
          </Link>
        )}
        <button type="button" onClick={() => void signOut()}>
          {t('account.signOut')}
        </button>
      </div>
    </Peek>
  )
}
