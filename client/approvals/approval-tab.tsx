import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../shell/failure.ts'
import { useMe } from '../shell/me.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import { Section } from '../ui/section.tsx'
import type { ToldStep, ToldSubmission } from './request-data.ts'
import { WillBeAsked } from './will-be-asked.tsx'
import './approval-tab.css'

/** The approvals of one publication in its page: who will be asked, the steps and decisions now, and those before. */
export function ApprovalTab({ publicationId }: { publicationId: string }) {
  const { t } = useTranslation('approvals')
  const trpc = useTRPC()
  const { data, error } = useQuery(trpc.approvals.ofPublication.queryOptions({ publicationId }))
  if (data === undefined) {
    return error === null ? (
      <LoadingLines count={4} />
    ) : (
      <RefusalSentence failure={failureOf(error)} of="load" />
    )
  }
  const live = data.submissions.find((submission) => submission.isLive)
  const earlier = data.submissions.filter((submission) => !submission.isLive)
  return (
    <div className="sel-approval-tab">
      {live === undefined ? (
        <WillBeAsked publicationId={publicationId} />
      ) : (
        <Section title={t('tab.live')} level={3}>
          <Submission submission={live} publicationId={publicationId} />
        </Section>
      )}
      {earlier.length > 0 && (
        <Section title={t('tab.earlier')} level={3}>
          {earlier.map((submission) => (
            <Submission key={submission.id} submission={submission} publicationId={publicationId} />
          ))}
        </Section>
      )}
      {data.submissions.length === 0 && <Empty inline>{t('tab.none')}</Empty>}
      <Link to="/publications/$id/record" params={{ id: publicationId }} className="sel-link">
        {t('tab.file')}
      </Link>
    </div>
  )
}

function Submission({ submission, publicationId }: { submission: ToldSubmission; publicationId: string }) {
  const { t } = useTranslation('approvals')
  const { person } = useMe()
  const { submittedBy, submittedAt, contentHash, endedAt, endedBy, endedWhy } = submission
  const asksMe = submission.steps.some((step) => step.waitingFor.some((one) => one.id === person.id))
  return (
    <div className="sel-approval-submission">
      <p className="sel-second">
        {t('tab.submitted', { name: submittedBy.name, at: submittedAt })}{' '}
        <code title={contentHash}>{t('tab.hash', { hash: contentHash.slice(0, 12) })}</code>
      </p>
      <ol>
        {submission.steps.map((step) => (
          <Step key={step.id} step={step} isLive={submission.isLive} />
        ))}
      </ol>
      {endedAt !== null && endedWhy !== null && (
        <p>{t(`ended.${endedWhy}`, { by: endedBy ?? '', at: endedAt })}</p>
      )}
      {asksMe && (
        <Link to="/approvals/$id" params={{ id: publicationId }} className="sel-link">
          {t('tab.decide')}
        </Link>
      )}
    </div>
  )
}

function Step({ step, isLive }: { step: ToldStep; isLive: boolean }) {
  const { t } = useTranslation('approvals')
  const mark = step.state === 'done' ? 'ready' : step.state === 'open' ? 'blocked' : 'notBegun'
  return (
    <li>
      <ReadinessMark state={isLive || step.state === 'done' ? mark : 'notBegun'} label={null} />
      <div>
        <b>
          {t('tab.stepOf', { position: step.position })}
          {': '}
          {step.officeHolder === null ? t(`approver.${step.approver}`) : step.officeHolder.name}
        </b>
        {isLive && step.state === 'open' && (
          <span>
            {step.waitingFor.length === 0 ? t('tab.nobody') : t('tab.open', { names: step.waitingFor })}
          </span>
        )}
        {isLive && step.state === 'waiting' && <span className="sel-second">{t('tab.waiting')}</span>}
        {isLive && step.state !== 'done' && (
          <span className={step.isLate ? 'sel-late' : 'sel-second'}>
            {step.isLate ? t('tab.late', { at: step.dueAt }) : t('tab.due', { at: step.dueAt })}
            {step.escalatedAt !== null
              ? `. ${t('tab.escalated', { at: step.escalatedAt })}`
              : step.remindedAt !== null
                ? `. ${t('tab.reminded', { at: step.remindedAt })}`
                : ''}
          </span>
        )}
        {step.decisions.map((decision) => (
          <span key={decision.id} data-revoked={decision.revokedAt !== null || undefined}>
            {t(`tab.kinds.${decision.kind}`, {
              name:
                decision.onBehalfOf === null
                  ? decision.by.name
                  : t('tab.onBehalf', { name: decision.by.name, leader: decision.onBehalfOf.name }),
              at: decision.decidedAt,
            })}
            {decision.revokedAt !== null && `. ${t('tab.revoked', { at: decision.revokedAt })}`}
            {decision.comment !== '' && <q>{decision.comment}</q>}
            {decision.hasLostTheRight && decision.revokedAt === null && (
              <span className="sel-second">{t('tab.lostRight')}</span>
            )}
          </span>
        ))}
      </div>
    </li>
  )
}
