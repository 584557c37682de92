import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { capital } from '../../domain/language/format.ts'
import { lackingKey } from '../publishing/lacking.ts'
import { useTRPC } from '../shell/trpc.ts'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import type { RequestData } from './request-data.ts'

/** What is still missing beside the decision, and what is done already: by whom and when. */
export function RequestFacts({ request }: { request: RequestData }) {
  const { t } = useTranslation(['approvals', 'calendar'])
  const trpc = useTRPC()
  const { data } = useQuery(trpc.reading.readiness.queryOptions({ publicationId: request.publication.id }))
  const blockers = data?.blockers.filter((found) => found.severity === 'blocker') ?? []
  const others = blockers.filter((found) => found.code !== 'approval_missing')
  const leftIds = request.mine?.leftAfterIds ?? []
  const leftSteps = request.steps.filter((step) => leftIds.includes(step.id))
  const isMine = request.mine !== null && request.mine.reasons.length === 0
  const title = () => {
    if (!isMine) {
      return blockers.length === 0 ? t('nothingMissing') : t('missing', { count: blockers.length })
    }
    const missing = others.length + leftSteps.length
    return missing === 0 ? t('onlyYou') : t('stillMissing', { count: missing })
  }
  return (
    <section className="sel-request-facts" aria-live="off">
      {data !== undefined && <h2>{title()}</h2>}
      <ul>
        {others.map((found) => (
          <li key={`${found.code} ${found.variantId}`}>
            <ReadinessMark state="blocked" label={null} size={20} />
            <span>{capital(t(`calendar:lacking.${lackingKey(found)}`))}</span>
            <span className="sel-second">
              {found.liftedBy.people.map((person) => person.name).join(', ')}
            </span>
          </li>
        ))}
        {request.signature !== null && (
          <li>
            <ReadinessMark state="ready" label={null} size={20} />
            <span>{t('done.signed')}</span>
            <span className="sel-second">
              {t('done.by', { name: request.signature.by, at: request.signature.at })}
            </span>
          </li>
        )}
        {request.steps.flatMap((step) =>
          step.decisions
            .filter((decision) => decision.revokedAt === null && decision.kind === 'approve')
            .map((decision) => (
              <li key={decision.id}>
                <ReadinessMark state="ready" label={null} size={20} />
                <span>{t('done.step', { position: step.position })}</span>
                <span className="sel-second">
                  {decision.onBehalfOf === null
                    ? t('done.by', { name: decision.by.name, at: decision.decidedAt })
                    : t('done.byFor', {
                        name: decision.by.name,
                        leader: decision.onBehalfOf.name,
                        at: decision.decidedAt,
                      })}
                </span>
              </li>
            )),
        )}
        {isMine &&
          leftSteps.map((step) => (
            <li key={step.id}>
              <ReadinessMark state="notBegun" label={null} size={20} />
              <span>{t('tab.stepOf', { position: step.position })}</span>
              <span className="sel-second">
                {t('tab.open', { names: step.waitingFor.length > 0 ? step.waitingFor : step.asked })}
              </span>
            </li>
          ))}
      </ul>
    </section>
  )
}
