import { useTranslation } from 'react-i18next'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import type { Outline } from './template.ts'
import './templates.css'

type Props = {
  publicationId: string
  outline: Outline
  /** The questions that the briefing has already. */
  asked: readonly string[]
  onWrite: (question: string) => void
}

/** What the template asks and the briefing does not answer yet: each is written, or put aside. */
export function OutlineQuestions({ publicationId, outline, asked, onWrite }: Props) {
  const { t } = useTranslation('templates')
  const trpc = useTRPC()
  const drop = useCommand(trpc.templates.dropQuestion, { refresh: [trpc.templates.outline.pathFilter()] })
  const open = outline.questions.filter((question) => !asked.includes(question))
  if (open.length === 0) return null
  return (
    <div className="sel-outline">
      <p className="sel-field-label">{t('outline.questions', { name: outline.template })}</p>
      <ul>
        {open.map((question) => (
          <li key={question}>
            <span>{question}</span>
            <span className="sel-outline-acts">
              <button
                type="button"
                className="sel-link"
                aria-label={t('outline.writeOf', { question })}
                onClick={() => onWrite(question)}
              >
                {t('outline.write')}
              </button>
              <button
                type="button"
                className="sel-link"
                aria-label={t('outline.dropOf', { question })}
                onClick={() => void drop.run({ publicationId, question })}
              >
                {t('outline.drop')}
              </button>
            </span>
          </li>
        ))}
      </ul>
      <RefusalSentence failure={drop.failure} />
    </div>
  )
}
