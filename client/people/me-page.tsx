import { useTranslation } from 'react-i18next'
import { MailChoices } from '../notifications/mail-choices.tsx'
import { signOut } from '../shell/session.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { FeedsSection } from '../views/feeds-section.tsx'
import { ChoicesForm } from './choices-form.tsx'
import { DelegationsList } from './delegations-list.tsx'
import { ProfileForm } from './profile-form.tsx'
import { SessionsList } from './sessions-list.tsx'
import './outside.css'
import '../settings/settings.css'
import './me.css'

/** One's own: profile, language, appearance, keys, first page, delegations, sessions. */
export function MePage() {
  const { t } = useTranslation(['people', 'shell'])
  return (
    <>
      <PageTitle
        title={t('me.title')}
        actions={<ActionButton onClick={() => void signOut()}>{t('shell:account.signOut')}</ActionButton>}
      />
      <div className="sel-me">
        <ChoicesForm />
        <ProfileForm />
        <MailChoices />
        <DelegationsList title={t('delegation.title')} />
        <FeedsSection />
        <SessionsList />
      </div>
    </>
  )
}
