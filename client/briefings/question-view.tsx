import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Picture } from '../ui/account-name.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import type { Question } from './briefing-data.ts'
import { shortened } from './paragraph.tsx'
import { SettleForm, type SettleWay } from './settle-form.tsx'

type Props = { question: Question; mayAnswer: boolean }

/** A question that was asked on a briefing, with what became of it or what the planner may do about it. */
export function QuestionView({ question, mayAnswer }: Props) {
  const { t } = useTranslation('briefings')
  const [way, setWay] = useState<SettleWay | null>(null)
  const isOpen = question.state === 'open'
  const mayTurn = mayAnswer && (isOpen || question.state === 'answered')
  return (
    <li className="sel-brief-question" data-open={isOpen || undefined}>
      <p className="sel-brief-asker">
        <Picture name={question.by} />
        <span>
          <b>{question.by}</b>
          {t('questions.asked', { name: '', at: question.at })}{' '}
          {t('questions.onVersion', { version: question.number })}
        </span>
      </p>
      {question.aboutText !== null && (
        <p className="sel-second sel-brief-small">
          {t('questions.about', { text: shortened(question.aboutText) })}
        </p>
      )}
      <p className="sel-brief-prose">{question.body}</p>
      {question.isAfterSignature && isOpen && (
        <p className="sel-brief-warning">
          <ReadinessMark state="warning" label={null} size={16} /> {t('questions.afterSignature')}
        </p>
      )}
      {question.state !== 'open' && (
        <div className="sel-brief-settled">
          <p className="sel-second sel-brief-small">
            {t(`questions.settled.${question.state}`, { name: question.settledBy ?? '' })}
          </p>
          <p className="sel-brief-prose">{question.answer}</p>
        </div>
      )}
      {way !== null && <SettleForm question={question} way={way} onClose={() => setWay(null)} />}
      {way === null && mayTurn && (
        <div className="sel-brief-actions">
          {isOpen && (
            <ActionButton size="small" onClick={() => setWay('answer')}>
              {t('questions.answer')}
            </ActionButton>
          )}
          <ActionButton size="small" onClick={() => setWay('entry')}>
            {t('questions.turn')}
          </ActionButton>
          {isOpen && (
            <ActionButton size="small" weight="quiet" onClick={() => setWay('decline')}>
              {t('questions.decline')}
            </ActionButton>
          )}
        </div>
      )}
    </li>
  )
}
