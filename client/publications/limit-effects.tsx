import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LimitChanges } from '../../domain/platforms/own-limits.ts'
import type { PlatformFinding, PlatformId } from '../../domain/platforms/platform.ts'
import type { PlannedTime } from '../../domain/publications/planned-time.ts'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { LoadingLines } from '../ui/loading.tsx'
import { timeWords } from './time-words.ts'
import { useFindingSentence } from './use-finding-sentence.ts'

type Affected = PlannedTime & { id: string; title: string; findings: readonly PlatformFinding[] }

/** Before the act, in its place: which planned publications a change of limits would hold, and which it would free. */
export function LimitEffects({ accountId, changes }: { accountId: string; changes: LimitChanges }) {
  const { t } = useTranslation('accounts')
  const trpc = useTRPC()
  const isAsked = Object.keys(changes).length > 0
  const effects = useQuery({
    ...trpc.publications.limitEffects.queryOptions({ id: accountId, limits: changes }),
    enabled: isAsked,
    placeholderData: (before) => before,
  })
  const found = effects.data
  return (
    <section className="sel-limit-effects" aria-label={t('limits.effects')} aria-live="polite">
      <h4>{t('limits.effects')}</h4>
      <p className="sel-second">{t('limits.effectsHint')}</p>
      {effects.isError && <RefusalSentence failure={failureOf(effects.error)} of="load" />}
      {found === undefined && !effects.isError && <LoadingLines count={1} height={24} />}
      {found !== undefined && found.breaks.length === 0 && found.mends.length === 0 && (
        <p>{t('limits.noEffect')}</p>
      )}
      {found !== undefined && found.breaks.length > 0 && (
        <AffectedList
          title={t('limits.breaks', { count: found.breaks.length })}
          platform={found.platform}
          affected={found.breaks}
        />
      )}
      {found !== undefined && found.mends.length > 0 && (
        <AffectedList
          title={t('limits.mends', { count: found.mends.length })}
          platform={found.platform}
          affected={found.mends}
        />
      )}
      {found?.isCut === true && <p className="sel-second">{t('limits.isCut')}</p>}
    </section>
  )
}

function AffectedList(props: { title: string; platform: PlatformId; affected: readonly Affected[] }) {
  const { title, platform, affected } = props
  const { t } = useTranslation('publications')
  const say = useFindingSentence()
  return (
    <>
      <h5>{title}</h5>
      <ul>
        {affected.map((one) => (
          <li key={one.id}>
            <Link to="/publications/$id" params={{ id: one.id }} className="sel-link">
              {one.title}
            </Link>
            <span className="sel-second">
              {timeWords(t, one)}. {one.findings.map((finding) => say(finding, platform)).join(' ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
