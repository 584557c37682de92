import { Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MomentField } from '../people/moment-field.tsx'
import type { EntryForm } from './entry-form.ts'
import { VerifierField } from './verifier-field.tsx'

type Props = {
  form: EntryForm
  sentences: Record<string, string>
  verifier?: { id: string; name: string } | null
  onChange: (changes: Partial<EntryForm>) => void
}

/** What is written of an entry; the same fields when it is new and when it changes. */
export function EntryFields({ form, sentences, verifier = null, onChange }: Props) {
  const { t } = useTranslation('answers')
  const text = (field: 'answer' | 'voiceAnswer' | 'socialAnswer' | 'notToSay' | 'source') => ({
    id: `entry-${field}`,
    label: t(`fields.${field}`),
    value: form[field],
    error: sentences[field],
    autosize: true,
    minRows: field === 'answer' ? 3 : 1,
    maxRows: 16,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [field]: event.currentTarget.value }),
  })
  return (
    <>
      <TextInput
        id="entry-question"
        label={t('fields.question')}
        description={t('entry.questionHint')}
        value={form.question}
        error={sentences.question}
        autoComplete="off"
        data-first
        onChange={(event) => onChange({ question: event.currentTarget.value })}
      />
      <Textarea {...text('answer')} />
      <Textarea {...text('voiceAnswer')} description={t('entry.voiceHint')} />
      <Textarea {...text('socialAnswer')} description={t('entry.voiceHint')} />
      <Textarea {...text('notToSay')} />
      <Textarea {...text('source')} description={t('entry.sourceHint')} />
      <VerifierField
        value={form.verifierId}
        present={verifier}
        error={sentences.verifierId}
        onChange={(verifierId) => onChange({ verifierId })}
      />
      <div className="sel-entry-moments">
        <MomentField
          id="entry-validFrom"
          dayLabel={t('fields.validFrom')}
          clockLabel={t('entry.clock')}
          value={form.from}
          error={sentences.validFrom}
          onChange={(from) => onChange({ from })}
        />
        <p className="sel-second">{t('entry.validFromHint')}</p>
        <MomentField
          id="entry-validUntil"
          dayLabel={t('fields.validUntil')}
          clockLabel={t('entry.clock')}
          value={form.until}
          error={sentences.validUntil}
          onChange={(until) => onChange({ until })}
        />
        <p className="sel-second">{t('entry.validUntilHint')}</p>
      </div>
    </>
  )
}
