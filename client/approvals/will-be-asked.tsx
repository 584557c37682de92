import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import { Section } from '../ui/section.tsx'
import { asFailure } from './said-refusal.ts'
import './approval-tab.css'

/** Who would be asked at each step, told before anything is submitted; and why it cannot be, with who could be named. */
export function WillBeAsked({ publicationId }: { publicationId: string }) {
  const { t } = useTranslation('approvals')
  const trpc = useTRPC()
  const { data } = useQuery(trpc.approvals.whoWillBeAsked.queryOptions({ publicationId }))
  if (data === undefined || (data.steps.length === 0 && data.reasons.length === 0)) return null
  return (
    <Section title={t('tab.willBeAsked')} level={3}>
      {data.reasons.map((reason) => (
        <RefusalSentence key={reason.code} failure={asFailure(reason)} />
      ))}
      <ol className="sel-approval-steps">
        {data.steps.map((step) => (
          <li key={step.position}>
            <ReadinessMark state="notBegun" label={null} />
            <div>
              <b>
                {t('tab.stepOf', { position: step.position })}
                {': '}
                {t(`approver.${step.approver}`)}
              </b>
              <span>
                {step.asked.length === 0
                  ? t('tab.nobody')
                  : step.asked
                      .map((person) =>
                        person.onBehalfOf === null
                          ? person.name
                          : t('tab.onBehalf', { name: person.name, leader: person.onBehalfOf }),
                      )
                      .join(', ')}
              </span>
              <span className="sel-second">
                {t('tab.due', { at: step.dueAt })}
                {step.asked.length > 1 && `. ${t(`tab.${step.needs}`)}`}
              </span>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
