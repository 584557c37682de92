import { PasswordInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldError } from '../ui/field-error.tsx'

type Props = {
  id: string
  value: string
  onChange: (value: string) => void
  /** The sentence that says what is wrong with it. */
  error: string | null
}

/** A new password: the rule before typing, the length while typing. */
export function PasswordField({ id, value, onChange, error }: Props) {
  const { t } = useTranslation('people')
  const helpId = useId()
  const length = [...value.normalize('NFC')].length
  return (
    <div>
      <PasswordInput
        id={id}
        label={t('password.label')}
        value={value}
        autoComplete="new-password"
        aria-describedby={error === null ? helpId : `${helpId} ${id}-error`}
        error={error !== null}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <p id={helpId} className="sel-password-help">
        <span>{t('password.rule')}</span>
        <span>{length > 0 && t('password.length', { count: length })}</span>
      </p>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  )
}
