import { Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTRPC } from '../shell/trpc.ts'
import type { OfficeHolder } from './account-fields.tsx'

type Props = {
  value: OfficeHolder | null
  /** Who stands there now, so that their name shows before the list is there. */
  present?: { id: string; name: string } | null
  error?: string
  onChange: (value: OfficeHolder | null) => void
}

const NEW = 'new'

/** Somebody Selaras knows, or a name typed here: an office-holder needs no sign-in. */
export function OfficeHolderField({ value, present = null, error, onChange }: Props) {
  const { t } = useTranslation('accounts')
  const trpc = useTRPC()
  const [search, setSearch] = useState('')
  const [asked] = useDebouncedValue(search, 200)
  const people = useQuery({
    ...trpc.people.directory.queryOptions({ search: asked, role: null }),
    placeholderData: (before) => before,
  })
  const isNew = value !== null && 'name' in value
  const listed = (people.data ?? []).map(({ id, name, position }) => ({
    value: id,
    label: position === null ? name : `${name}, ${position}`,
  }))
  const known =
    present === null || listed.some((one) => one.value === present.id)
      ? listed
      : [{ value: present.id, label: present.name }, ...listed]
  return (
    <>
      <Select
        id="account-officeHolder"
        label={t('fields.officeHolder')}
        description={t('fields.officeHolderHint')}
        data={[...known, { value: NEW, label: t('fields.officeHolderNew') }]}
        value={value === null ? null : isNew ? NEW : value.personId}
        error={isNew ? undefined : error}
        searchable
        onSearchChange={setSearch}
        onChange={(chosen) =>
          onChange(
            chosen === null ? null : chosen !== NEW ? { personId: chosen } : isNew ? value : { name: '' },
          )
        }
      />
      {isNew && (
        <TextInput
          id="account-officeHolder.name"
          label={t('fields.officeHolderName')}
          value={value.name}
          error={error}
          autoComplete="off"
          autoFocus
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
      )}
    </>
  )
}
