import { useTranslation } from 'react-i18next'
import './marks.css'

export type ReadinessState = 'ready' | 'blocked' | 'warning' | 'notBegun'

type Props = {
  state: ReadinessState
  /** Number of blockers or warnings; without it an exclamation mark stands in the octagon. */
  count?: number
  size?: number
  /** The name in words, such as "kurang bahan jawaban". Null where the words stand beside the mark. */
  label?: string | null
}

/**
 * Shape and number, so that colour is never the only difference: octagon = blocked, disc with a tick = ready,
 * outlined triangle = warnings only, dashed circle = not begun. Nothing at all when the post is out: do not render it.
 */
export function ReadinessMark({ state, count, size = 18, label }: Props) {
  const { t } = useTranslation('ui')
  const name = label === undefined ? nameOf() : label
  const described = name === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name }

  function nameOf(): string {
    if (state === 'ready') return t('readiness.ready')
    if (state === 'notBegun') return t('readiness.notBegun')
    if (state === 'warning') return t('readiness.warnings', { count: count ?? 1 })
    return t('readiness.blockers', { count: count ?? 1 })
  }

  return (
    <span className={`sel-readiness ${classes[state]}`} title={name ?? undefined} {...described}>
      <Shape state={state} count={count} size={size} />
    </span>
  )
}

/** The mark alone, without a name: for where the words stand beside it already, and hundreds are drawn at once. */
export function ReadinessSign({ state, count, size = 18 }: Omit<Props, 'label'>) {
  return (
    <span className={`sel-readiness ${classes[state]}`} aria-hidden="true">
      <Shape state={state} count={count} size={size} />
    </span>
  )
}

function Shape({ state, count, size }: Omit<Props, 'label'>) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true">
      {state === 'blocked' && <Octagon count={count} />}
      {state === 'ready' && (
        <>
          <circle cx="10" cy="10" r="9" fill="currentColor" />
          <path
            className="sel-stroke"
            d="m6 10.3 2.7 2.7L14 7.6"
            strokeWidth="2.1"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      )}
      {state === 'warning' && (
        <>
          <path d="M10 2.2 18.6 17H1.4z" stroke="currentColor" strokeWidth="1.8" strokeLinejoin="round" />
          <path d="M10 7.6v4.2M10 14.3v.2" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" />
        </>
      )}
      {state === 'notBegun' && (
        <circle cx="10" cy="10" r="8" stroke="currentColor" strokeWidth="1.8" strokeDasharray="3.2 3.08" />
      )}
    </svg>
  )
}

const classes: Record<ReadinessState, string> = {
  ready: 'sel-ready',
  blocked: 'sel-blocked',
  warning: 'sel-warning',
  notBegun: 'sel-not-begun',
}

function Octagon({ count }: { count?: number }) {
  return (
    <>
      <path
        d="M6.4 1.4h7.2l5 5v7.2l-5 5H6.4l-5-5V6.4z"
        fill="currentColor"
        stroke="currentColor"
        strokeLinejoin="round"
      />
      {count === undefined ? (
        <path className="sel-stroke" d="M10 5.4v5.4M10 14.2v.2" strokeWidth="2.2" strokeLinecap="round" />
      ) : (
        <text className="sel-sign" x="10" y="14.1">
          {count > 9 ? '9+' : count}
        </text>
      )}
    </>
  )
}
