import { Menu, useMantineColorScheme } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Picture } from '../ui/account-name.tsx'
import { Key } from '../ui/key.tsx'
import { openLayer } from './frame-layer.ts'
import { useMe } from './me.ts'
import { useOwnChoices } from './own-choices.ts'
import { signOut } from './session.ts'

const schemes = ['light', 'dark', 'auto'] as const

/** The initials at the end of the bar: own page, language, light and dark, keys, the way out. */
export function AccountMenu() {
  const { t, i18n } = useTranslation('shell')
  const me = useMe()
  const { colorScheme } = useMantineColorScheme()
  const { chooseLanguage, chooseAppearance } = useOwnChoices()
  const tick = <IconCheck size={16} aria-hidden />

  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button type="button" className="sel-round">
          <Picture name={me.person.name} />
          <span className="sel-hidden">{t('account.menu', { name: me.person.name })}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.person.name}</Menu.Label>
        <Menu.Item component={Link} to="/me">
          {t('account.mine')}
        </Menu.Item>
        <Menu.Item rightSection={<Key of="?" />} onClick={() => openLayer('keys')}>
          {t('account.keys')}
        </Menu.Item>
        <Menu.Label>{t('account.language')}</Menu.Label>
        {(['id', 'en'] as const).map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            rightSection={i18n.language === language ? tick : undefined}
            onClick={() => void chooseLanguage(language)}
          >
            {language === 'id' ? 'Bahasa Indonesia' : 'English'}
          </Menu.Item>
        ))}
        <Menu.Label>{t('account.appearance')}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme}
            rightSection={colorScheme === scheme ? tick : undefined}
            onClick={() => void chooseAppearance(scheme)}
          >
            {scheme === 'auto' ? t('account.system') : t(`account.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {me.agency.isDemo && (
          <Menu.Item component={Link} to="/start">
            {t('account.changePerson')}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => void signOut()}>{t('account.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
