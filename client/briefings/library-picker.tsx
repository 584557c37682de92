import { TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { LoadingLines } from '../ui/loading.tsx'
import { Sheet } from '../ui/sheet.tsx'

type Props = {
  taken: readonly string[]
  onTake: (entry: { id: string; question: string; answer: string }) => void
  onClose: () => void
}

/** Entries of the library by the words of their question; what ended cannot be taken. */
export function LibraryPicker({ taken, onTake, onClose }: Props) {
  const { t } = useTranslation('briefings')
  const trpc = useTRPC()
  const [words, setWords] = useState('')
  const asked = useDeferredValue(words.trim())
  const found = useQuery({
    ...trpc.answers.library.queryOptions({ words: asked, filter: 'all', cursor: null }),
    placeholderData: keepPreviousData,
  })
  const entries = (found.data?.entries ?? []).filter((entry) => entry.validity !== 'withdrawn').slice(0, 20)
  return (
    <Sheet isOpen onClose={onClose} title={t('library.title')}>
      <TextInput
        data-autofocus
        label={t('library.search')}
        description={t('library.hint')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {found.isPending && <LoadingLines count={4} />}
      {found.isError && <RefusalSentence failure={failureOf(found.error)} of="load" />}
      {found.isSuccess && entries.length === 0 && (
        <p className="sel-second sel-brief-none">{t('library.nothing')}</p>
      )}
      <ul className="sel-brief-picks">
        {entries.map((entry) => {
          const isTaken = taken.includes(entry.id)
          return (
            <li key={entry.id}>
              <div>
                <b>{entry.question}</b>
                <p>{entry.answer}</p>
                <p className="sel-second sel-brief-small">{t(`entries.validity.${entry.validity}`)}</p>
              </div>
              {isTaken ? (
                <span className="sel-second">{t('library.taken')}</span>
              ) : (
                <button
                  type="button"
                  className="sel-small-button"
                  aria-label={t('library.takeOf', { question: entry.question })}
                  onClick={() => onTake(entry)}
                >
                  {t('library.take')}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </Sheet>
  )
}
