import { Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { accounts } from '../../domain/language/id/accounts.ts'
import type { OwnLimits } from '../../domain/platforms/platform.ts'
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
  ownLimits: OwnLimits
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

const figures = ['maxCharacters', 'maxHeadlineCharacters', 'maxMedia'] as const
const demands = ['requiresMedia', 'requiresAlternativeText'] as const

/** What can change of an account; the same fields when it is added. */
export function AccountFields({ form, isExecutive, holder, sentences, onChange }: Props) {
  const { t } = useTranslation('accounts')
  const setLimit = (changes: OwnLimits) => onChange({ ownLimits: { ...form.ownLimits, ...changes } })
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
      <fieldset className="sel-account-limits">
        <legend>{t('fields.ownLimits')}</legend>
        <p className="sel-second">{t('fields.ownLimitsHint')}</p>
        <div className="sel-settings-fields">
          {figures.map((limit) => (
            <NumberField
              key={limit}
              id={`account-ownLimits.${limit}`}
              label={t(`fields.${limit}`)}
              value={form.ownLimits[limit] ?? null}
              error={sentences[`ownLimits.${limit}`]}
              onChange={(value) => setLimit({ [limit]: value })}
            />
          ))}
          {demands.map((demand) => (
            <Checkbox
              key={demand}
              label={t(`fields.${demand}`)}
              checked={form.ownLimits[demand] === true}
              onChange={(event) => setLimit({ [demand]: event.currentTarget.checked })}
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}

/** Limits as the door takes them: what is empty is left out, and none at all is null. */
export function limitsToSend(limits: OwnLimits): Record<string, number | boolean> | null {
  const set = Object.entries(limits).filter(
    (entry): entry is [string, number | boolean] =>
      entry[1] !== null && entry[1] !== undefined && entry[1] !== false,
  )
  return set.length === 0 ? null : Object.fromEntries(set)
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
  maxCharacters: 'maxCharacters',
  maxHeadlineCharacters: 'maxHeadlineCharacters',
  maxMedia: 'maxMedia',
}

type LabelName = keyof (typeof accounts)['fields']
