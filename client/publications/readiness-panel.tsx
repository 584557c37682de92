import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { duration } from '../../domain/language/format.ts'
import type { Blocker, BlockerCode } from '../../domain/publishing/blockers.ts'
import { failureOf } from '../shell/failure.ts'
import { useIsPhone } from '../shell/phone.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { LoadingLines } from '../ui/loading.tsx'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import { type ReadinessAnswer, ReadinessLines } from './readiness-lines.tsx'
import './readiness.css'

type Props = {
  publicationId: string
  /** Where the page itself goes to what blocks; without it each line has a link. */
  onGo?: (blocker: Blocker) => void
}

/**
 * What still blocks this publication, always on top: who lifts it and where, what only warns, what is fine. On the phone
 * one line that unfolds.
 */
export function ReadinessPanel({ publicationId, onGo }: Props) {
  const { t } = useTranslation(['readiness', 'ui'])
  const trpc = useTRPC()
  const reader = useReader()
  const isPhone = useIsPhone()
  const id = useId()
  const [isUnfolded, setIsUnfolded] = useState(false)
  const { data, error } = useQuery(trpc.reading.readiness.queryOptions({ publicationId }))

  if (error) return <RefusalSentence failure={failureOf(error)} of="load" />
  if (data === undefined) return <LoadingLines count={3} height={44} />

  const count = data.blockers.filter((one) => one.severity === 'blocker').length
  const sentence = sentenceOf(data, t)
  const left = data.plannedAt === null ? null : Date.parse(data.plannedAt) - Date.parse(reader.now)
  const title = sentence ?? (count === 0 ? t('titleReady') : t('title', { count }))
  const body = sentence === null && (
    <>
      <ReadinessLines publicationId={publicationId} answer={data} onGo={onGo} />
      <Fine answer={data} />
    </>
  )

  if (isPhone && sentence === null) {
    return (
      <section className="sel-readiness-panel" data-fold aria-labelledby={id}>
        <h2 id={id}>
          <button type="button" aria-expanded={isUnfolded} onClick={() => setIsUnfolded(!isUnfolded)}>
            <ReadinessMark
              state={count > 0 ? 'blocked' : data.blockers.length > 0 ? 'warning' : 'ready'}
              count={count > 0 ? count : undefined}
              label={null}
              size={20}
            />
            <span>{count === 0 ? t('lineReady') : t('line', { count })}</span>
            <IconChevronDown size={18} aria-hidden />
          </button>
        </h2>
        {isUnfolded && body}
      </section>
    )
  }
  return (
    <section className="sel-readiness-panel" aria-labelledby={id}>
      <div className="sel-readiness-head">
        <h2 id={id}>{title}</h2>
        {sentence === null && left !== null && left > 0 && (
          <span>{t('timeLeft', { words: duration(left, reader.language) })}</span>
        )}
      </div>
      {body}
    </section>
  )
}

/** For what is out or cancelled nothing blocks any more: one sentence instead. */
function sentenceOf(data: ReadinessAnswer, t: ReturnType<typeof useTranslation<['readiness', 'ui']>>['t']) {
  if (data.status === 'cancelled') return t('cancelled')
  if (data.state === 'published') return t('posted')
  return data.handedOverAt === null ? null : t('out')
}

const groups = {
  approval: ['approval_missing'],
  alignment: ['alignment_missing', 'briefing_missing', 'question_open', 'acknowledgement_low'],
  limits: ['variant_invalid'],
  time: ['time_missing', 'time_past', 'embargoed'],
  pause: ['paused', 'held'],
  distance: ['clash', 'crowded'],
} as const satisfies Record<string, readonly BlockerCode[]>

/** The rest in one sentence: what is looked at and is as it should be. */
function Fine({ answer }: { answer: ReadinessAnswer }) {
  const { t } = useTranslation('readiness')
  const found = new Set<string>(answer.blockers.map((one) => one.code))
  if (answer.warningFindings > 0) found.add('variant_invalid')
  const names = Object.keys(groups) as (keyof typeof groups)[]
  const things = names
    .filter((name) => groups[name].every((code) => !found.has(code)))
    .map((name) => t(`fineThings.${name}`))
  const [first, ...rest] = things
  if (first === undefined) return null
  const text = t('fine', { things: [first.charAt(0).toUpperCase() + first.slice(1), ...rest] })
  return (
    <p className="sel-readiness-fine">
      <ReadinessMark state="ready" label={null} />
      <span>{text}</span>
    </p>
  )
}
