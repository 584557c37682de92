import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'

/** "Jangan dikatakan lagi": what the person copied and was withdrawn since, until they confirm each. */
export function TakenBack() {
  const { t } = useTranslation('answers')
  const trpc = useTRPC()
  const { data } = useQuery(trpc.answers.takenBack.queryOptions({}))
  const hear = useCommand(trpc.answers.hear, { refresh: [trpc.answers.takenBack.pathFilter()] })
  const entries = data?.entries ?? []
  if (entries.length === 0) return null
  return (
    <section className="sel-desk-taken-back" aria-labelledby="desk-taken-back">
      <h2 id="desk-taken-back">{t('desk.takenBack')}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <div>
              <s>{entry.question}</s>
              <p>
                {entry.instead === null
                  ? t('desk.noCorrection')
                  : t('desk.correction', { answer: entry.instead })}
              </p>
              <p className="sel-second">{t('desk.takenBackWhy', { copied: entry.copiedAt, at: entry.at })}</p>
            </div>
            <ActionButton isPending={hear.isPending} onClick={() => void hear.run({ entryId: entry.id })}>
              {t('desk.heard')}
            </ActionButton>
          </li>
        ))}
      </ul>
      <RefusalSentence failure={hear.failure} />
    </section>
  )
}
