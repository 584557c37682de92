import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import './parts.css'

export type FieldProblem = { fieldId: string; sentence: string }

/**
 * "Ada 2 yang perlu diperbaiki", above the form: takes the focus when problems come, and each line leads to its field.
 * `attempt` counts how often the person tried to send, so that a second try takes the focus again.
 */
export function ErrorSummary({ problems, attempt }: { problems: readonly FieldProblem[]; attempt: number }) {
  const { t } = useTranslation('ui')
  const id = useId()
  const element = useRef<HTMLDivElement>(null)
  const hasProblems = problems.length > 0

  useEffect(() => {
    if (hasProblems && attempt > 0) element.current?.focus()
  }, [hasProblems, attempt])

  if (!hasProblems) return null
  return (
    <div ref={element} className="sel-error-summary" role="alert" aria-labelledby={id} tabIndex={-1}>
      <h2 id={id}>{t('errors.summary', { count: problems.length })}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.fieldId}>
            <button type="button" onClick={() => document.getElementById(problem.fieldId)?.focus()}>
              {problem.sentence}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
