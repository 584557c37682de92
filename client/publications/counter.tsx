import { useTranslation } from 'react-i18next'
import type { TagCount, TextCount } from '../../domain/platforms/platform.ts'

const RADIUS = 7
const LENGTH = 2 * Math.PI * RADIUS
/** With more room than this the number says nothing. */
const PLENTY = 10_000

/** A ring that fills as the text grows, in words what is left or over, and the tags the platform will find in it. */
export function Counter({ count }: { count: TextCount | null }) {
  const { t } = useTranslation(['publications', 'platforms'])
  if (count === null) return <span className="sel-counter" />
  const { counted, limit } = count
  const left = limit === null ? null : limit - counted
  const share = limit === null || limit === 0 ? 0 : Math.min(1, counted / limit)
  const isOver = left !== null && left < 0
  return (
    <span className="sel-counter" data-over={isOver || undefined}>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <circle className="sel-counter-ground" cx="9" cy="9" r={RADIUS} />
        {share > 0 && (
          <circle
            className="sel-counter-ring"
            cx="9"
            cy="9"
            r={RADIUS}
            strokeDasharray={`${share * LENGTH} ${LENGTH}`}
            transform="rotate(-90 9 9)"
          />
        )}
      </svg>
      <span>
        {left === null || left > PLENTY
          ? t('variants.enough')
          : isOver
            ? t('variants.over', { count: -left })
            : t('variants.left', { count: left })}
        {tags('hashtags', count.hashtags)}
        {tags('mentions', count.mentions)}
      </span>
    </span>
  )

  function tags(kind: 'hashtags' | 'mentions', { counted: found, limit: most }: TagCount) {
    if (found === 0) return null
    const words =
      most === null
        ? t(`platforms:count.${kind}`, { count: found })
        : t(`platforms:count.${kind}Of`, { count: found, limit: most })
    return <span className="sel-counter-tags">{words}</span>
  }
}
