import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlatformMark, platformOf } from '../ui/platform-mark.tsx'
import './publications.css'

export type ChoosableAccount = {
  id: string
  platform: string
  handle: string
  displayName: string
  kind: 'institutional' | 'executive'
}

const SEARCH_FROM = 13

type Props = {
  accounts: readonly ChoosableAccount[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  label?: string
  hint?: string
}

/** The accounts as boxes to tick; a field narrows them where there are many. */
export function AccountChoice({ accounts, chosen, onChange, ...words }: Props) {
  const { t } = useTranslation('publications')
  const { t: ui } = useTranslation('ui')
  const label = words.label ?? t('create.account')
  const [typed, setTyped] = useState('')
  const shown = accounts.filter(
    (account) => chosen.includes(account.id) || matches(account, typed.trim().toLowerCase()),
  )
  return (
    <fieldset className="sel-choices">
      <legend className="sel-field-label">{label}</legend>
      {accounts.length >= SEARCH_FROM && (
        <TextInput
          className="sel-choices-search"
          aria-label={label}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {shown.map((account) => (
        <label key={account.id} className="sel-choice">
          <input
            type="checkbox"
            checked={chosen.includes(account.id)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? [...chosen, account.id]
                  : chosen.filter((one) => one !== account.id),
              )
            }
          />
          <PlatformMark platform={platformOf(account.platform)} />
          <span>{account.handle}</span>
          {account.kind === 'executive' && <span className="sel-second">{ui('account.executive')}</span>}
        </label>
      ))}
      <p className="sel-choices-hint">
        {accounts.length === 0 ? t('variants.noAccounts') : (words.hint ?? t('create.accountHint'))}
      </p>
    </fieldset>
  )
}

function matches(account: ChoosableAccount, words: string): boolean {
  return `${account.handle} ${account.displayName} ${account.platform}`.toLowerCase().includes(words)
}
