import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { libraryFilters } from '../../domain/answers/choices.ts'
import { failureOf } from '../shell/failure.ts'
import { useKeys } from '../shell/keys.ts'
import { useMay } from '../shell/me.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC, useTRPCClient } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { Segments } from '../ui/segments.tsx'
import { EntryTable } from './entry-table.tsx'
import { WriteEntry } from './write-entry.tsx'
import './answers.css'

const route = getRouteApi('/framed/library')

/** The library: every answer with its verifier, until when it holds and how much it is used. */
export function LibraryPage() {
  const { t } = useTranslation('answers')
  const { q = '', show = 'all', new: isNew } = route.useSearch()
  const navigate = useNavigate()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const may = useMay()
  const mayWrite = may('answers.write')
  const [typed, setTyped] = useState(q)
  const [words] = useDebouncedValue(typed.trim(), 200)
  useEffect(() => {
    if (words === q) return
    const search = { q: words || undefined, show: show === 'all' ? undefined : show }
    void navigate({ to: '/library', search, replace: true })
  }, [words, q, show, navigate])
  const pages = useInfiniteQuery({
    queryKey: [...trpc.answers.library.pathKey(), { words, show }],
    queryFn: ({ pageParam }) => client.answers.library.query({ words, filter: show, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
    placeholderData: keepPreviousData,
  })
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? []
  const openNew = () => void navigate({ to: '/library', search: { new: '1' } })
  const closeNew = () => void navigate({ to: '/library', search: {}, replace: true })
  useKeys([{ keys: 'N', name: t('library.new'), when: () => mayWrite, run: openNew }])

  if (isNew && mayWrite) {
    return (
      <>
        <PageTitle
          title={t('entry.newTitle')}
          back={
            <Link to="/library" className="sel-link">
              {t('library.title')}
            </Link>
          }
        />
        <div className="sel-entry">
          <WriteEntry
            onClose={closeNew}
            onDone={(id) => void navigate({ to: '/library/$id', params: { id }, replace: true })}
          />
        </div>
      </>
    )
  }
  const isFiltered = words !== '' || show !== 'all'
  return (
    <>
      <PageTitle
        title={t('library.title')}
        actions={
          <>
            {may('answers.count') && (
              <Link to="/questions" className="sel-link">
                {t('library.questions')}
              </Link>
            )}
            {mayWrite && (
              <ActionButton weight="primary" shortcut="N" onClick={openNew}>
                {t('library.new')}
              </ActionButton>
            )}
          </>
        }
      />
      <div className="sel-library-filters">
        <TextInput
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Segments
          label={t('library.filter')}
          segments={libraryFilters.map((value) => ({ value, label: t(`library.filters.${value}`) }))}
          value={show}
          onChange={(value) =>
            void navigate({
              to: '/library',
              search: { q: words || undefined, show: value === 'all' ? undefined : value },
              replace: true,
            })
          }
        />
      </div>
      {pages.isPending && <LoadingLines count={8} height={56} />}
      {pages.isError && <RefusalSentence failure={failureOf(pages.error)} of="load" />}
      {pages.isSuccess && entries.length === 0 && (
        <Empty
          action={
            isFiltered ? (
              <ActionButton
                onClick={() => {
                  setTyped('')
                  void navigate({ to: '/library', search: {}, replace: true })
                }}
              >
                {t('library.clear')}
              </ActionButton>
            ) : undefined
          }
        >
          {isFiltered ? t('library.nothingFits') : t('library.empty')}
        </Empty>
      )}
      {entries.length > 0 && <EntryTable entries={entries} />}
      {pages.hasNextPage && (
        <div className="sel-library-more">
          <ActionButton isPending={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('library.more')}
          </ActionButton>
        </div>
      )}
    </>
  )
}
