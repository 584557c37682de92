import { useTranslation } from 'react-i18next'
import { Section } from '../ui/section.tsx'
import type { Question } from './briefing-data.ts'
import { QuestionView } from './question-view.tsx'

/** What agents asked: the open ones first, the settled ones folded. Nothing where nobody asked. */
export function QuestionsPart({
  questions,
  mayAnswer,
  level = 3,
}: {
  questions: readonly Question[]
  mayAnswer: boolean
  level?: 2 | 3
}) {
  const { t } = useTranslation('briefings')
  const open = questions.filter((question) => question.state === 'open')
  const settled = questions.filter((question) => question.state !== 'open')
  if (questions.length === 0) return null
  return (
    <Section
      title={t('questions.title')}
      level={level}
      detail={open.length > 0 ? t('questions.open', { count: open.length }) : undefined}
    >
      {open.length > 0 && (
        <ul className="sel-brief-questions">
          {open.map((question) => (
            <QuestionView key={question.id} question={question} mayAnswer={mayAnswer} />
          ))}
        </ul>
      )}
      {settled.length > 0 && (
        <details className="sel-brief-earlier" open={open.length === 0 && settled.length < 4}>
          <summary>{t('questions.earlier', { count: settled.length })}</summary>
          <ul className="sel-brief-questions">
            {settled.map((question) => (
              <QuestionView key={question.id} question={question} mayAnswer={mayAnswer} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}
