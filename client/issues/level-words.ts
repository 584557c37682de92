import { useTranslation } from 'react-i18next'
import { useReader } from '../shell/reader.ts'
import type { Room } from './room-data.ts'

type Change = NonNullable<Room['level']>
type KnownReason = {
  because: 'harm' | 'uptake' | 'opinion_leaders' | 'issue_count' | 'below_thresholds'
  value?: number
  threshold?: number
}

const known: readonly KnownReason['because'][] = [
  'harm',
  'uptake',
  'opinion_leaders',
  'issue_count',
  'below_thresholds',
]

/** Why the level is what it is, in words and with its moment, as the head of the room says it. */
export function useLevelReason(): (change: Change | null) => string {
  const { t } = useTranslation('issues')
  const whyOf = useLevelWhy()
  return (change) => {
    if (change === null) return ''
    const { because, at } = change
    const why = whyOf(change)
    if (because.how === 'by_hand') return t('because.changed', { at, why })
    return t(because.how === 'recorded' ? 'because.recorded' : 'because.raised', { at, why })
  }
}

/** The reason alone: the rule with its numbers, or who changed it and the reason they gave. */
export function useLevelWhy(): (change: Pick<Change, 'because' | 'by'>) => string {
  const { t } = useTranslation('issues')
  useReader()
  return ({ because, by }) =>
    because.how === 'by_hand'
      ? t('because.by_hand', { by: by ?? t('chronology.system'), reason: String(because.reason ?? '') })
      : reasonsIn(because.reasons)
          .map((reason) =>
            t(`because.${reason.because}`, { value: reason.value ?? 0, threshold: reason.threshold ?? 0 }),
          )
          .join(', ')
}

function reasonsIn(value: unknown): KnownReason[] {
  if (!Array.isArray(value)) return []
  return value.filter(
    (reason): reason is KnownReason =>
      typeof reason === 'object' && reason !== null && known.some((one) => one === reason.because),
  )
}
