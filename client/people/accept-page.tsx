import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languageOf } from '../../domain/language/format.ts'
import { type PasswordGap, passwordGap } from '../../domain/people/password.ts'
import { failureOf, refusedWith } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { enter } from '../shell/session.ts'
import { useTRPC } from '../shell/trpc.ts'
import { showZone } from '../shell/zone.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { useTabTitle } from '../ui/page-title.tsx'
import { askSignIn } from './ask-sign-in.ts'
import { OutsidePage } from './outside-page.tsx'
import { PasswordField } from './password-field.tsx'
import { useRoleWords } from './role-words.ts'
import { useTokenInAddress } from './token-in-address.ts'

/** The page behind an invitation's link: who invites as what, and the password that makes it an account. */
export function AcceptPage() {
  const { t } = useTranslation('people')
  const token = useTokenInAddress()
  return (
    <OutsidePage>
      {token === null ? <Spent /> : <Invitation token={token} />}
      <p>
        <Link className="sel-link" to="/sign-in" search={{ next: undefined }}>
          {t('invitation.already')}
        </Link>
      </p>
    </OutsidePage>
  )
}

function Spent() {
  const { t } = useTranslation('people')
  useTabTitle(t('invitation.spentTitle'))
  return (
    <>
      <h1>{t('invitation.spentTitle')}</h1>
      <p>{t('invitation.spent')}</p>
    </>
  )
}

function Invitation({ token }: { token: string }) {
  const { t, i18n } = useTranslation('people')
  const trpc = useTRPC()
  const roleWords = useRoleWords()
  const shown = useQuery({ ...trpc.people.invitation.queryOptions({ token }), staleTime: Infinity, retry: 0 })
  const accept = useMutation(trpc.people.accept.mutationOptions())
  const [password, setPassword] = useState('')
  const [gap, setGap] = useState<PasswordGap | null>(null)
  const zone = shown.data?.zone
  useTabTitle(shown.data ? t('invitation.title', { agency: shown.data.agency }) : '')
  useEffect(() => {
    if (zone) showZone(zone)
  }, [zone])

  if (shown.isPending) return <LoadingLines count={4} />
  const loadFailure = shown.error ? failureOf(shown.error) : null
  const failure = accept.error ? failureOf(accept.error) : null
  const isSpent = [loadFailure, failure].some((one) => refusedWith(one, 'link_spent') !== null)
  if (isSpent) return <Spent />
  if (!shown.data) return <RefusalSentence failure={loadFailure} of="load" />
  const { data } = shown
  const unfit = gap ?? refusedWith(failure, 'password_unfit')?.gap ?? null

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (accept.isPending) return
    const found = passwordGap(password, [data.name, data.email])
    setGap(found)
    if (found !== null) return
    const made = await accept
      .mutateAsync({ token, password, locale: languageOf(i18n.language) })
      .catch(() => null)
    if (made === null) return
    const refused = await askSignIn('sign-in/email', { email: made.email, password })
    void enter(refused === null ? '/' : '/sign-in')
  }

  return (
    <>
      <h1>{t('invitation.title', { agency: data.agency })}</h1>
      <div>
        <p>{t('invitation.intro', { invitedBy: data.invitedBy })}</p>
        <ul>
          {data.grants.map((grant) => (
            <li key={`${grant.role} ${grant.unitName}`}>
              <b>{roleWords(grant.role, grant.unitName)}</b>{' '}
              <span className="sel-second">{t(`roleMeaning.${grant.role}`)}</span>
            </li>
          ))}
        </ul>
      </div>
      <p>{t('invitation.signInAs', { email: data.email })}</p>
      <form className="sel-form" onSubmit={(event) => void submit(event)}>
        {unfit === null && <RefusalSentence failure={failure} />}
        <input type="hidden" name="email" value={data.email} autoComplete="username" />
        <PasswordField
          id="new-password"
          value={password}
          onChange={setPassword}
          error={unfit === null ? null : t(`password.gap.${unfit}`)}
        />
        <ActionButton
          type="submit"
          weight="primary"
          isPending={accept.isPending}
          pendingText={t('invitation.pending')}
        >
          {t('invitation.submit')}
        </ActionButton>
      </form>
      <p className="sel-second">{t('invitation.until', { at: data.expiresAt })}</p>
    </>
  )
}
