import { Select, Switch, useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { firstPages } from '../../domain/people/input.ts'
import { switchSingleKeys } from '../shell/keys.ts'
import { useMe } from '../shell/me.ts'
import { useOwnChoices } from '../shell/own-choices.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { Section } from '../ui/section.tsx'
import { Segments } from '../ui/segments.tsx'

const pageNames = {
  '/calendar': 'calendar',
  '/upcoming': 'upcoming',
  '/approvals': 'approvals',
  '/desk': 'desk',
  '/issues': 'issues',
  '/duty': 'duty',
  '/settings': 'settings',
} as const

/** Language, light or dark, the page that comes first, single-letter keys: each counts as soon as it is chosen. */
export function ChoicesForm() {
  const { t, i18n } = useTranslation(['people', 'shell'])
  const trpc = useTRPC()
  const { person } = useMe()
  const { colorScheme } = useMantineColorScheme()
  const { chooseLanguage, chooseAppearance } = useOwnChoices()
  const change = useCommand(trpc.people.changeProfile, { refresh: [trpc.people.me.queryFilter()] })
  return (
    <Section title={t('me.work')}>
      <div className="sel-form">
        <Segments
          label={t('me.language')}
          isLabelShown
          segments={[
            { value: 'id', label: t('me.indonesian') },
            { value: 'en', label: t('me.english') },
          ]}
          value={i18n.language === 'en' ? 'en' : 'id'}
          onChange={(language) => void chooseLanguage(language)}
        />
        <Segments
          label={t('me.appearance')}
          isLabelShown
          segments={[
            { value: 'light', label: t('me.light') },
            { value: 'dark', label: t('me.dark') },
            { value: 'auto', label: t('me.auto') },
          ]}
          value={colorScheme}
          onChange={(scheme) => void chooseAppearance(scheme)}
        />
        <Select
          label={t('me.firstPage')}
          data={[
            { value: 'role', label: t('me.firstPageByRole') },
            ...firstPages.map((page) => ({ value: page, label: t(`shell:nav.${pageNames[page]}`) })),
          ]}
          value={person.firstPage ?? 'role'}
          onChange={(picked) => {
            const firstPage = firstPages.find((page) => page === picked) ?? null
            void change.run({ firstPage })
          }}
        />
        <Switch
          label={t('me.singleKeys')}
          description={t('me.singleKeysHelp')}
          checked={!person.singleKeysOff}
          onChange={(event) => {
            const singleKeysOff = !event.currentTarget.checked
            switchSingleKeys(singleKeysOff)
            void change.run({ singleKeysOff })
          }}
        />
        <RefusalSentence failure={change.failure} />
      </div>
    </Section>
  )
}
