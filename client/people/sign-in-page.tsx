import { PasswordInput, TextInput } from '@mantine/core'
import { Link, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { enter } from '../shell/session.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { useTabTitle } from '../ui/page-title.tsx'
import { askSignIn } from './ask-sign-in.ts'
import { OutsidePage } from './outside-page.tsx'

export function SignInPage() {
  const { t } = useTranslation('people')
  const { next } = useSearch({ from: '/sign-in' })
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  useTabTitle(t('signIn.title'))

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isPending) return
    setPending(true)
    setFailure(null)
    const refused = await askSignIn('sign-in/email', { email, password })
    if (refused === null) return void enter(next ?? '/')
    setPending(false)
    setFailure(refused)
  }

  return (
    <OutsidePage>
      <h1>{t('signIn.title')}</h1>
      <form className="sel-form" onSubmit={(event) => void submit(event)}>
        <RefusalSentence id="sign-in-failure" failure={failure} />
        <TextInput
          type="email"
          name="email"
          label={t('signIn.email')}
          value={email}
          autoComplete="username"
          autoFocus
          required
          withAsterisk={false}
          aria-describedby={failure ? 'sign-in-failure' : undefined}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          name="password"
          label={t('signIn.password')}
          value={password}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <div className="sel-form-actions">
          <ActionButton
            type="submit"
            weight="primary"
            isPending={isPending}
            pendingText={t('signIn.pending')}
          >
            {t('signIn.submit')}
          </ActionButton>
          <Link className="sel-link" to="/reset" search={{ token: undefined }}>
            {t('signIn.forgotten')}
          </Link>
        </div>
      </form>
    </OutsidePage>
  )
}
