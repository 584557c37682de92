import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AccountChoice } from '../publications/account-choice.tsx'
import { ClassChoice } from '../publications/class-choice.tsx'
import type { Choices } from '../publications/editor-data.ts'
import { ObjectiveGlyph } from '../ui/objective-mark.tsx'
import { Section } from '../ui/section.tsx'
import { Segments } from '../ui/segments.tsx'
import type { TemplateForm } from './template-form.ts'
import './templates.css'

type Props = {
  form: TemplateForm
  choices: Choices
  /** By field, or by field and place in it. */
  sentences: Record<string, string>
  onChange: (changes: Partial<TemplateForm>) => void
}

type AreaField = 'mainText' | 'keyMessages' | 'notToSay' | 'summaryPrompt' | 'questions'

/** All that a template says, in the order in which a publication and its briefing ask for it. */
export function TemplateFields({ form, choices, sentences, onChange }: Props) {
  const { t } = useTranslation(['templates', 'ui', 'publications'])
  const problemOf = (field: string) =>
    Object.entries(sentences).find(([path]) => path === field || path.startsWith(`${field}.`))?.[1]
  const area = (field: AreaField, rows: number, hint: string) => (
    <Textarea
      id={`template-${field}`}
      label={t(`fields.${field}`)}
      description={hint}
      autosize
      minRows={rows}
      maxRows={16}
      spellCheck
      value={form[field]}
      error={problemOf(field)}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  )
  return (
    <>
      <TextInput
        id="template-name"
        label={t('fields.name')}
        description={t('hints.name')}
        value={form.name}
        maxLength={80}
        autoFocus
        autoComplete="off"
        error={problemOf('name')}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <div className="sel-pub-pair">
        <Segments
          label={t('fields.objective')}
          isLabelShown
          segments={(['promote', 'protect'] as const).map((value) => ({
            value,
            label: t(`ui:objective.${value}`),
            mark: <ObjectiveGlyph objective={value} />,
            tone: value,
          }))}
          value={form.objective}
          onChange={(objective) => onChange({ objective })}
        />
        <NativeSelect
          label={t('fields.language')}
          data={(['id', 'en'] as const).map((value) => ({
            value,
            label: t(`publications:languages.${value}`),
          }))}
          value={form.language}
          onChange={(event) => onChange({ language: event.currentTarget.value === 'en' ? 'en' : 'id' })}
        />
      </div>
      <ClassChoice
        idPrefix="template-class"
        value={form.subjectClass}
        onChange={(subjectClass) => onChange({ subjectClass })}
        others={{
          objective: form.objective,
          hasExecutiveAccount: false,
          alsoAlignedClasses: choices.alsoAlignedClasses,
        }}
      />
      <AccountChoice
        accounts={choices.accounts.filter((account) => account.kind === 'institutional')}
        chosen={form.accountIds}
        label={t('fields.accountIds')}
        hint={t('hints.accounts')}
        onChange={(accountIds) => onChange({ accountIds })}
      />
      {area('mainText', 4, t('hints.mainText'))}
      <Section title={t('briefing')} level={3}>
        <div className="sel-template-outline">
          {area('keyMessages', 3, t('hints.lines'))}
          {area('notToSay', 2, t('hints.lines'))}
          {area('summaryPrompt', 2, t('hints.summaryPrompt'))}
          {area('questions', 3, t('hints.questions'))}
        </div>
      </Section>
    </>
  )
}
