import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTRPC } from '../shell/trpc.ts'

type Props = {
  value: string | null
  /** Who stands there now, so that the name shows before the list is there. */
  present: { id: string; name: string } | null
  error?: string
  onChange: (personId: string | null) => void
}

/** Who stands for an answer: anybody active, found by name. */
export function VerifierField({ value, present, error, onChange }: Props) {
  const { t } = useTranslation('answers')
  const trpc = useTRPC()
  const [search, setSearch] = useState('')
  const [asked] = useDebouncedValue(search, 200)
  const people = useQuery({
    ...trpc.people.directory.queryOptions({ search: asked, role: null }),
    placeholderData: (before) => before,
  })
  const listed = (people.data ?? []).map(({ id, name, position }) => ({
    value: id,
    label: position === null ? name : `${name}, ${position}`,
  }))
  const isListed = present === null || listed.some((one) => one.value === present.id)
  return (
    <Select
      id="entry-verifierId"
      label={t('entry.verifier')}
      description={t('entry.verifierHint')}
      placeholder={t('entry.noVerifier')}
      data={isListed ? listed : [{ value: present.id, label: present.name }, ...listed]}
      value={value}
      error={error}
      searchable
      clearable
      onSearchChange={setSearch}
      onChange={onChange}
    />
  )
}
