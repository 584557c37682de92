import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { accounts } from '../../domain/language/id/accounts.ts'
import { NumberField } from '../agency/number-field.tsx'
import type { FieldProblem } from '../ui/error-summary.tsx'
import { OfficeHolderField } from './office-holder-field.tsx'

export type OfficeHolder = { personId: string } | { name: string }

export type AccountForm = {
  handle: string
  displayName: string
  officeHolder: OfficeHolder | null
  office: string
  minimumMinutes: number | null
}

type Props = {
  form: AccountForm
  isExecutive: boolean
  /** Who holds the office now. */
  holder?: { id: string; name: string } | null
  /** The sentence per field, by its name. */
  sentences: Record<string, string>
  onChange: (changes: Partial<AccountForm>) => void
}

/** What can change of an account; the same fields when it is added. */
export function AccountFields({ form, isExecutive, holder, sentences, onChange }: Props) {
  const { t } = useTranslation('accounts')
  return (
    <>
      <TextInput
        id="account-handle"
        label={t('fields.handle')}
        description={t('fields.handleHint')}
        value={form.handle}
        error={sentences.handle}
        autoComplete="off"
        onChange={(event) => onChange({ handle: event.currentTarget.value })}
      />
      <TextInput
        id="account-displayName"
        label={t('fields.displayName')}
        value={form.displayName}
        error={sentences.displayName}
        autoComplete="off"
        onChange={(event) => onChange({ displayName: event.currentTarget.value })}
      />
      {isExecutive && (
        <>
          <OfficeHolderField
            value={form.officeHolder}
            present={holder}
            error={sentences.officeHolder ?? sentences['officeHolder.name']}
            onChange={(officeHolder) => onChange({ officeHolder })}
          />
          <TextInput
            id="account-office"
            label={t('fields.office')}
            description={t('fields.officeHint')}
            value={form.office}
            error={sentences.office}
            autoComplete="off"
            onChange={(event) => onChange({ office: event.currentTarget.value })}
          />
        </>
      )}
      <NumberField
        id="account-minimumMinutes"
        label={t('fields.minimumMinutes')}
        description={t('fields.minimumMinutesHint')}
        value={form.minimumMinutes}
        error={sentences.minimumMinutes}
        onChange={(minimumMinutes) => onChange({ minimumMinutes })}
      />
    </>
  )
}

/** The problems as the list above a form names them: each with its field. */
export function useNamedProblems(sentences: Record<string, string>): FieldProblem[] {
  const { t } = useTranslation('accounts')
  return Object.entries(sentences).map(([field, sentence]) => {
    const name = labels[field.split('.').at(-1) ?? ''] ?? labels[field]
    return {
      fieldId: `account-${field}`,
      sentence: name === undefined ? sentence : `${t(`fields.${name}`)}: ${sentence}`,
    }
  })
}

const labels: Record<string, LabelName | undefined> = {
  unitId: 'unit',
  handle: 'handle',
  displayName: 'displayName',
  officeHolder: 'officeHolder',
  name: 'officeHolderName',
  office: 'office',
  minimumMinutes: 'minimumMinutes',
}

type LabelName = keyof (typeof accounts)['fields']
