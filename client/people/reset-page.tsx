import { TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { passwordGap } from '../../domain/people/password.ts'
import { type Failure, refusedWith } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { useTabTitle } from '../ui/page-title.tsx'
import { askSignIn } from './ask-sign-in.ts'
import { OutsidePage } from './outside-page.tsx'
import { PasswordField } from './password-field.tsx'
import { useTokenInAddress } from './token-in-address.ts'

/** Without a token it sends a link; with the link's token it sets the password. */
export function ResetPage() {
  const token = useTokenInAddress()
  return (
    <OutsidePage>
      {token === null ? <AskForLink /> : <SetPassword token={token} />}
      <p>
        <Link className="sel-link" to="/sign-in" search={{ next: undefined }}>
          <BackWords />
        </Link>
      </p>
    </OutsidePage>
  )
}

function BackWords() {
  const { t } = useTranslation('people')
  return t('reset.back')
}

function AskForLink() {
  const { t } = useTranslation('people')
  const [email, setEmail] = useState('')
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  useTabTitle(t('reset.askTitle'))

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isPending) return
    setPending(true)
    const refused = await askSignIn('request-password-reset', { email })
    setPending(false)
    setFailure(refused)
    if (refused === null) setSentTo(email)
  }

  return (
    <>
      <h1>{t('reset.askTitle')}</h1>
      {sentTo !== null && <p role="status">{t('reset.asked', { email: sentTo })}</p>}
      {sentTo === null && (
        <form className="sel-form" onSubmit={(event) => void submit(event)}>
          <p className="sel-second">{t('reset.askIntro')}</p>
          <RefusalSentence failure={failure} />
          <TextInput
            type="email"
            name="email"
            label={t('signIn.email')}
            value={email}
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <ActionButton type="submit" weight="primary" isPending={isPending} pendingText={t('reset.asking')}>
            {t('reset.ask')}
          </ActionButton>
        </form>
      )}
    </>
  )
}

function SetPassword({ token }: { token: string }) {
  const { t } = useTranslation('people')
  const [password, setPassword] = useState('')
  const [isDone, setDone] = useState(false)
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const unfit = refusedWith(failure, 'password_unfit')
  const isSpent = refusedWith(failure, 'link_spent') !== null
  useTabTitle(t('reset.setTitle'))

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isPending) return
    const gap = passwordGap(password)
    if (gap !== null) return setFailure(refusedLocally(gap))
    setPending(true)
    const refused = await askSignIn('reset-password', { token, newPassword: password })
    setPending(false)
    setFailure(refused)
    if (refused === null) setDone(true)
  }

  if (isDone)
    return (
      <>
        <h1>{t('reset.setTitle')}</h1>
        <p role="status">{t('signIn.afterReset')}</p>
      </>
    )
  return (
    <>
      <h1>{t('reset.setTitle')}</h1>
      <form className="sel-form" onSubmit={(event) => void submit(event)}>
        <p className="sel-second">{t('reset.setIntro')}</p>
        {unfit === null && <RefusalSentence failure={failure} />}
        {isSpent && (
          <a className="sel-link" href="/reset">
            {t('reset.again')}
          </a>
        )}
        <PasswordField
          id="new-password"
          value={password}
          onChange={setPassword}
          error={unfit === null ? null : t(`password.gap.${unfit.gap}`)}
        />
        <ActionButton type="submit" weight="primary" isPending={isPending}>
          {t('reset.set')}
        </ActionButton>
      </form>
    </>
  )
}

function refusedLocally(gap: NonNullable<ReturnType<typeof passwordGap>>): Failure {
  return {
    kind: 'refused',
    refusal: { code: 'password_unfit', data: { gap } },
    requestId: null,
    mayTryAgain: false,
  }
}
