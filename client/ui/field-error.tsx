import { useTranslation } from 'react-i18next'
import { ReadinessMark } from './readiness-mark.tsx'
import './parts.css'

/** The sentence under a field; give its id to the field's `aria-describedby`. Nothing where there is no sentence. */
export function FieldError({ id, children }: { id?: string; children: string | null | undefined }) {
  const { t } = useTranslation('ui')
  if (!children) return null
  return (
    <p id={id} className="sel-field-error">
      <ReadinessMark state="blocked" label={null} />
      <span className="sel-hidden">{t('errors.prefix')}</span>
      {children}
    </p>
  )
}
