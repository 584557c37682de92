import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { capital } from '../../domain/language/format.ts'
import { asFailure } from '../approvals/said-refusal.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence, useRefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import type { HandoverData } from './handover-data.ts'
import { lackingKey } from './lacking.ts'

/** What still blocks it and who lifts that; without a blocker, the one act that hands it over. */
export function BeforeHandover({ handover }: { handover: HandoverData }) {
  const { t } = useTranslation(['publishing', 'calendar', 'ui'])
  const trpc = useTRPC()
  const say = useRefusalSentence()
  const { now } = useReader()
  const reasonId = useId()
  const command = useCommand(trpc.publishing.handOver, { refresh: [trpc.publishing.pathFilter()] })
  const blocking = handover.blockers.filter((found) => found.severity === 'blocker')
  const [reason] = handover.reasons.filter((found) => found.code !== 'not_ready')
  const sentence = handover.may ? (reason ? say(asFailure(reason)) : null) : t('before.notYours')
  const isReady = handover.reasons.length === 0
  const { plannedAt, goesUntil } = handover
  return (
    <section className="sel-handover-before">
      {blocking.length > 0 && (
        <>
          <h2>{t('before.missing', { count: blocking.length })}</h2>
          <ul>
            {blocking.map((found) => (
              <li key={`${found.code} ${found.variantId}`}>
                <ReadinessMark state="blocked" label={null} />
                <span>{capital(t(`calendar:lacking.${lackingKey(found)}`))}</span>
                {found.liftedBy.people.length > 0 && (
                  <span className="sel-second">{t('before.whoLifts', { names: found.liftedBy.people })}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {isReady && <p>{t('before.ready')}</p>}
      {isReady && goesUntil !== null && (
        <p className="sel-second">{t('before.lateUntil', { at: goesUntil })}</p>
      )}
      {plannedAt !== null && plannedAt > now && (
        <p className="sel-second">{t('before.notYet', { at: plannedAt })}</p>
      )}
      <div className="sel-handover-act">
        <ActionButton
          weight="primary"
          disabled={!isReady || !handover.may}
          reasonId={sentence === null ? undefined : reasonId}
          isPending={command.isPending}
          pendingText={t('ui:actions.recording')}
          onClick={() => void command.run({ publicationId: handover.id })}
        >
          {t('before.handOver')}
        </ActionButton>
        {sentence !== null && (
          <span id={reasonId} className="sel-second">
            {sentence}
          </span>
        )}
      </div>
      <RefusalSentence failure={command.failure} />
    </section>
  )
}
