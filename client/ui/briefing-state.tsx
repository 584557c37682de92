import { useTranslation } from 'react-i18next'
import { ReadinessMark, type ReadinessState } from './readiness-mark.tsx'
import './marks.css'

export type BriefingStanding =
  | { kind: 'aligned'; version: number }
  | { kind: 'waiting'; you?: boolean }
  | { kind: 'newVersion'; version: number }
  | { kind: 'openQuestions'; count: number }
  | { kind: 'notBegun' }
  | { kind: 'notNeeded' }

/** How far the contact centre is: mark, words, and below them who has read it or what the caller adds. */
export function BriefingState(props: {
  standing: BriefingStanding
  readers?: { read: number; of: number }
  detail?: string
}) {
  const { t } = useTranslation('ui')
  const { standing, readers, detail } = props
  const below = detail ?? (readers ? t('briefing.readBy', readers) : null)
  const mark = markOf(standing)
  return (
    <span
      className="sel-briefing"
      data-plain={standing.kind === 'notNeeded' || standing.kind === 'notBegun' || undefined}
    >
      {mark ? <ReadinessMark {...mark} label={null} /> : <span />}
      <b>{words()}</b>
      {below !== null && <small>{below}</small>}
    </span>
  )

  function words(): string {
    switch (standing.kind) {
      case 'aligned':
        return t('briefing.aligned', { version: standing.version })
      case 'waiting':
        return standing.you ? t('briefing.waitingYou') : t('briefing.waiting')
      case 'newVersion':
        return t('briefing.newVersion', { version: standing.version })
      case 'openQuestions':
        return t('briefing.openQuestions', { count: standing.count })
      case 'notBegun':
        return t('briefing.notBegun')
      case 'notNeeded':
        return t('briefing.notNeeded')
    }
  }
}

function markOf(standing: BriefingStanding): { state: ReadinessState; count?: number } | null {
  switch (standing.kind) {
    case 'aligned':
      return { state: 'ready' }
    case 'waiting':
    case 'newVersion':
      return { state: 'blocked' }
    case 'openQuestions':
      return { state: 'blocked', count: standing.count }
    case 'notBegun':
      return { state: 'notBegun' }
    case 'notNeeded':
      return null
  }
}
