import { Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languageOf } from '../../domain/language/format.ts'
import { type PasswordGap, passwordGap } from '../../domain/people/password.ts'
import { platformIds } from '../../domain/platforms/platform.ts'
import { askSignIn } from '../people/ask-sign-in.ts'
import { PasswordField } from '../people/password-field.tsx'
import { failureOf, refusedWith } from '../shell/failure.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { enter } from '../shell/session.ts'
import { useTRPC } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { likelyZone, ZoneField } from './zone-field.tsx'

const first = {
  code: '',
  name: '',
  zone: likelyZone(),
  yourName: '',
  email: '',
  password: '',
  unit: '',
  platform: 'instagram',
  handle: '',
}

/** Where each field of the form stands in the server's input. */
const places: Record<string, keyof typeof first> = {
  code: 'code',
  name: 'name',
  zone: 'zone',
  'administrator.name': 'yourName',
  'administrator.email': 'email',
  'administrator.password': 'password',
  unit: 'unit',
  'account.platform': 'platform',
  'account.handle': 'handle',
}

const labels = {
  code: 'start.code',
  name: 'start.agencyName',
  zone: 'start.zone',
  yourName: 'start.yourName',
  email: 'start.yourEmail',
  password: 'people:password.label',
  unit: 'start.unit',
  platform: 'start.platform',
  handle: 'start.handle',
} as const satisfies Record<keyof typeof first, string>

/** Three short steps on one page; ends signed in, on the calendar. */
export function SetUpForm({ needsCode }: { needsCode: boolean }) {
  const { t, i18n } = useTranslation(['agency', 'people', 'ui'])
  const trpc = useTRPC()
  const setUp = useMutation(trpc.agency.setUp.mutationOptions())
  const [form, setForm] = useState(first)
  const [gap, setGap] = useState<PasswordGap | null>(null)
  const [areMissingShown, setMissingShown] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const failure = setUp.error ? failureOf(setUp.error) : null
  const sentences = useFieldSentences(failure)
  const unfit = gap ?? refusedWith(failure, 'password_unfit')?.gap ?? null
  const isCodeWrong = refusedWith(failure, 'first_visit_code_wrong') !== null

  const byField: Partial<Record<keyof typeof first, string>> = {}
  for (const [path, sentence] of Object.entries(sentences)) {
    const field = places[path]
    if (field) byField[field] = sentence
  }
  if (areMissingShown)
    for (const field of ['name', 'yourName', 'email', 'unit'] as const)
      if (form[field].trim() === '') byField[field] = t('ui:fieldErrors.missing')
  if (unfit !== null) byField.password = t(`people:password.gap.${unfit}`)
  if (isCodeWrong) byField.code = t('refusals.first_visit_code_wrong')
  const problems = Object.values(places).flatMap((field) => {
    const sentence = byField[field]
    return sentence ? [{ fieldId: `set-up-${field}`, sentence: `${t(labels[field])}: ${sentence}` }] : []
  })

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (setUp.isPending) return
    setAttempt((before) => before + 1)
    const found = passwordGap(form.password, [form.yourName, form.email, form.name])
    setGap(found)
    setMissingShown(true)
    const isMissing = [form.name, form.yourName, form.email, form.unit].some((text) => text.trim() === '')
    if (found !== null || isMissing) return
    const made = await setUp
      .mutateAsync({
        code: form.code,
        name: form.name,
        zone: form.zone,
        locale: languageOf(i18n.language),
        administrator: { name: form.yourName, email: form.email, password: form.password },
        unit: form.unit,
        account:
          form.handle.trim() === ''
            ? null
            : { platform: form.platform as (typeof platformIds)[number], handle: form.handle },
      })
      .catch(() => null)
    if (made === null) return
    const refused = await askSignIn('sign-in/email', { email: form.email, password: form.password })
    void enter(refused === null ? '/calendar' : '/sign-in')
  }

  const text = (field: keyof typeof first) => ({
    id: `set-up-${field}`,
    value: form[field],
    error: byField[field],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setForm((before) => ({ ...before, [field]: value }))
    },
  })

  return (
    <form className="sel-form" onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary problems={problems} attempt={attempt} />
      {problems.length === 0 && <RefusalSentence failure={failure} />}
      {needsCode && (
        <TextInput
          {...text('code')}
          label={t('start.code')}
          description={t('start.codeHelp')}
          autoComplete="off"
        />
      )}
      <Step number={1} title={t('start.agency')}>
        <TextInput {...text('name')} label={t('start.agencyName')} autoComplete="organization" />
        <ZoneField
          id="set-up-zone"
          value={form.zone}
          error={byField.zone}
          onChange={(zone) => setForm((before) => ({ ...before, zone }))}
        />
      </Step>
      <Step number={2} title={t('start.you')}>
        <TextInput {...text('yourName')} label={t('start.yourName')} autoComplete="name" />
        <TextInput {...text('email')} type="email" label={t('start.yourEmail')} autoComplete="username" />
        <PasswordField
          id="set-up-password"
          value={form.password}
          error={byField.password ?? null}
          onChange={(password) => setForm((before) => ({ ...before, password }))}
        />
      </Step>
      <Step number={3} title={t('start.first')}>
        <TextInput
          {...text('unit')}
          label={t('start.unit')}
          description={t('start.unitHelp')}
          autoComplete="off"
        />
        <Select
          id="set-up-platform"
          label={t('start.platform')}
          data={platformIds.map((platform) => ({ value: platform, label: t(`ui:platform.${platform}`) }))}
          value={form.platform}
          onChange={(platform) => platform !== null && setForm((before) => ({ ...before, platform }))}
        />
        <TextInput
          {...text('handle')}
          label={t('start.handle')}
          description={t('start.handleHelp')}
          autoComplete="off"
        />
        <p className="sel-second">{t('start.policy')}</p>
      </Step>
      <ActionButton
        type="submit"
        weight="primary"
        isPending={setUp.isPending}
        pendingText={t('start.pending')}
      >
        {t('start.submit')}
      </ActionButton>
    </form>
  )
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  const { t } = useTranslation('agency')
  return (
    <fieldset className="sel-start-step">
      <legend>
        <span className="sel-second">{t('start.step', { number })}</span> {title}
      </legend>
      {children}
    </fieldset>
  )
}
