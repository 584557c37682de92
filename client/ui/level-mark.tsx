import { useTranslation } from 'react-i18next'
import './marks.css'

export type IssueLevel = 'issue' | 'opinion_leader' | 'public_interest'

const heights: Record<IssueLevel, number> = { issue: 1, opinion_leader: 2, public_interest: 3 }

/** Three rising bars, as many filled as the level is high, with the level in words; crimson at level 3 alone. */
export function LevelMark(props: { level: IssueLevel; word?: boolean; size?: number }) {
  const { t } = useTranslation('ui')
  const { level, word = true, size = 16 } = props
  const name = t(`level.${level}`)
  return (
    <span className="sel-mark sel-level" data-level={level}>
      <LevelBars level={level} size={size} />
      {word ? <b>{name}</b> : <span className="sel-hidden">{name}</span>}
    </span>
  )
}

/** The bars alone, without a name. */
export function LevelBars({ level, size = 16 }: { level: IssueLevel; size?: number }) {
  const filled = heights[level]
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
      {[1, 2, 3].map((bar) => (
        <rect
          key={bar}
          className={bar > filled ? 'sel-bar-empty' : undefined}
          x={1 + (bar - 1) * 5}
          y={14 - bar * 4 - 1}
          width="4"
          height={bar * 4 + 1}
          rx="0.5"
        />
      ))}
    </svg>
  )
}
