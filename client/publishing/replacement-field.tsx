import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTRPC } from '../shell/trpc.ts'

const LETTERS = 2
const WAIT_MILLISECONDS = 200

type Named = { id: string; title: string }
type Props = {
  /** The one that is withdrawn, which replaces nothing. */
  publicationId: string
  /** Publications that correct it already, offered before anything is typed. */
  corrections: readonly Named[]
  value: string | null
  onChange: (publicationId: string | null) => void
}

/** Which publication stands in the place of a withdrawn one: a correction of it, or any other found by its words. */
export function ReplacementField({ publicationId, corrections, value, onChange }: Props) {
  const { t } = useTranslation('publishing')
  const trpc = useTRPC()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<Named | null>(null)
  const [asked] = useDebouncedValue(search.trim(), WAIT_MILLISECONDS)
  const found = useQuery({
    ...trpc.reading.search.queryOptions({ query: asked }),
    enabled: asked.length >= LETTERS && asked !== chosen?.title,
    placeholderData: keepPreviousData,
  })
  const items = (found.data?.items ?? []).filter((item) => item.kind === 'publication')
  const listed = new Map<string, string>(
    [...corrections, ...items, ...(chosen === null ? [] : [chosen])]
      .filter((one) => one.id !== publicationId)
      .map((one) => [one.id, one.title]),
  )
  return (
    <Select
      label={t('variant.replacement')}
      description={t('variant.replacementHint')}
      placeholder={t('variant.noReplacement')}
      data={[...listed].map(([id, title]) => ({ value: id, label: title }))}
      value={value}
      searchable
      clearable
      filter={({ options }) => options}
      onSearchChange={setSearch}
      onChange={(id) => {
        setChosen(id === null ? null : { id, title: listed.get(id) ?? '' })
        onChange(id)
      }}
    />
  )
}
