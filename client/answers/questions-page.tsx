import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../shell/announce.ts'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { QuestionRow } from './question-row.tsx'
import { WriteEntry } from './write-entry.tsx'
import './answers.css'

/** What callers asked and nobody could answer, most asked first, to be worked off. */
export function QuestionsPage() {
  const { t } = useTranslation('answers')
  const trpc = useTRPC()
  const query = useQuery(trpc.answers.questions.queryOptions({}))
  const [answering, setAnswering] = useState<string | null>(null)
  const questions = query.data?.questions ?? []
  const chosen = questions.find((question) => question.id === answering)
  if (chosen) {
    return (
      <>
        <PageTitle
          title={t('questions.answer')}
          back={
            <button type="button" className="sel-link" onClick={() => setAnswering(null)}>
              {t('questions.title')}
            </button>
          }
        />
        <div className="sel-entry">
          <WriteEntry
            question={chosen}
            onClose={() => setAnswering(null)}
            onDone={() => {
              setAnswering(null)
              announce(t('questions.title'))
            }}
          />
        </div>
      </>
    )
  }
  return (
    <>
      <PageTitle
        title={t('questions.title')}
        actions={
          <Link to="/library" className="sel-link">
            {t('library.title')}
          </Link>
        }
      />
      {query.isPending && <LoadingLines count={6} height={72} />}
      {query.isError && <RefusalSentence failure={failureOf(query.error)} of="load" />}
      {query.isSuccess && questions.length === 0 && <Empty>{t('questions.empty')}</Empty>}
      <ul className="sel-questions">
        {questions.map((question) => (
          <QuestionRow
            key={question.id}
            question={question}
            mayAnswer={query.data?.mayAnswer ?? false}
            onAnswer={() => setAnswering(question.id)}
          />
        ))}
      </ul>
    </>
  )
}
