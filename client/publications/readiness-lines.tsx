import { Link } from '@tanstack/react-router'
import type { inferRouterOutputs } from '@trpc/server'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { full } from '../../domain/language/format.ts'
import type { Blocker } from '../../domain/publishing/blockers.ts'
import type { AppRouter } from '../../server/router.ts'
import { ExceptPause } from '../marks/except-pause.tsx'
import { useMe } from '../shell/me.ts'
import { useReader } from '../shell/reader.ts'
import { platformOf } from '../ui/platform-mark.tsx'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import './readiness.css'

export type ReadinessAnswer = inferRouterOutputs<AppRouter>['reading']['readiness']
type T = TFunction<['readiness', 'ui']>

type Props = {
  publicationId: string
  answer: ReadinessAnswer
  /** Takes the place of the link, where the page itself can go there. */
  onGo?: (blocker: Blocker) => void
  /** Only what blocks and warns, for where who approved stands elsewhere. */
  withoutApprovals?: boolean
}

/** What still blocks, who lifts it and where; then what only warns, and who has approved. */
export function ReadinessLines({ publicationId, answer, onGo, withoutApprovals = false }: Props) {
  const { t } = useTranslation(['readiness', 'ui'])
  const reader = useReader()
  const me = useMe().person.id
  const ordered = [...answer.blockers].sort((one, other) => rank(one) - rank(other))

  return (
    <ul className="sel-lifts">
      {ordered.map((blocker) => (
        <li key={keyOf(blocker)}>
          <ReadinessMark state={blocker.severity === 'blocker' ? 'blocked' : 'warning'} label={null} />
          <span className="sel-lift-words">
            <b>{whatOf(blocker, answer, t)}</b>
            <span>{whoOf(blocker, answer, t, me)}</span>
          </span>
          {blocker.code === 'paused' && blocker.liftedBy.people.some((person) => person.id === me) ? (
            <ExceptPause
              pauseId={blocker.data.pauseId}
              publicationId={publicationId}
              name={blocker.data.name}
            />
          ) : blocker.code === 'crowded' && answer.plannedDay !== null ? (
            <Link
              to="/calendar"
              search={{ view: 'list', date: answer.plannedDay, public: [answer.public?.id ?? 'none'] }}
              className="sel-link"
            >
              {t('go.day')}
            </Link>
          ) : (
            <Go
              blocker={blocker}
              publicationId={publicationId}
              words={goOf(blocker, answer, t, me)}
              onGo={onGo}
            />
          )}
        </li>
      ))}
      {!withoutApprovals &&
        answer.approvedBy.map((decision) => (
          <li key={`${decision.name} ${decision.at}`}>
            <ReadinessMark state="ready" label={null} />
            <span className="sel-lift-words">
              <b>
                {decision.onBehalfOf === null
                  ? t('approvedBy', { name: decision.name })
                  : t('approvedFor', { name: decision.name, holder: decision.onBehalfOf })}
              </b>
              <span>{full(decision.at, reader)}</span>
            </span>
          </li>
        ))}
    </ul>
  )
}

/** The same code may come twice: for two variants, pauses, issues or neighbours. */
function keyOf({ code, variantId, data }: Blocker): string {
  return `${code} ${variantId ?? ''} ${JSON.stringify(data)}`
}

function rank(blocker: Blocker): number {
  return blocker.severity === 'blocker' ? 0 : 1
}

type GoProps = { blocker: Blocker; publicationId: string; words: string; onGo: Props['onGo'] }

function Go({ blocker, publicationId, words, onGo }: GoProps) {
  const { page } = blocker
  if (page.name === 'issue') {
    if (page.issueId === null) return null
    return (
      <Link to="/issues/$id" params={{ id: page.issueId }} className="sel-link">
        {words}
      </Link>
    )
  }
  if (onGo !== undefined) {
    return (
      <button type="button" className="sel-link" onClick={() => onGo(blocker)}>
        {words}
      </button>
    )
  }
  const tab = page.part === 'briefing' ? 'briefing' : page.part === 'approval' ? 'approvals' : undefined
  return (
    <Link to="/publications/$id" params={{ id: publicationId }} search={{ tab }} className="sel-link">
      {words}
    </Link>
  )
}

function whatOf(blocker: Blocker, answer: ReadinessAnswer, t: T): string {
  switch (blocker.code) {
    case 'approval_missing':
      return t(blocker.data.isSubmitted ? 'what.approval_waiting' : 'what.approval_not_submitted')
    case 'alignment_missing': {
      const { why, version, signedVersion, openQuestions } = blocker.data
      if (why === 'question_open') return t('what.alignment_question_open', { count: openQuestions })
      if (why === 'not_signed') return t('what.alignment_not_signed', { version })
      if (why === 'changed_since') return t('what.alignment_changed_since', { signed: signedVersion })
      return t('what.alignment_no_briefing')
    }
    case 'question_open':
      return t('what.question_open', { count: blocker.data.count })
    case 'acknowledgement_low':
      return t('what.acknowledgement_low', blocker.data)
    case 'variant_invalid': {
      const variant = answer.variants.find((one) => one.variantId === blocker.variantId)
      if (variant === undefined) return t('what.variant_invalid_unknown')
      const platform = t(`ui:platform.${platformOf(variant.platform)}`)
      return t('what.variant_invalid', { account: `${variant.handle} (${platform})` })
    }
    case 'paused':
      return t('what.paused', { name: blocker.data.name })
    case 'event_cancelled':
      return t('what.event_cancelled', blocker.data)
    case 'embargoed':
      return t(blocker.data.of === 'campaign' ? 'what.embargoed_campaign' : 'what.embargoed', blocker.data)
    case 'time_missing': {
      const { timeKind } = blocker.data
      if (timeKind === 'tentative') return t('what.time_missing_tentative')
      return t(timeKind === 'open' ? 'what.time_missing_open' : 'what.time_missing_none')
    }
    case 'clash':
      return t('what.clash', { minutes: Math.abs(Math.round(blocker.data.minutesApart)) })
    case 'crowded':
      return t('what.crowded', {
        count: blocker.data.others,
        public: answer.public?.name ?? t('generalPublic'),
      })
    default:
      return t(`what.${blocker.code}`)
  }
}

/** Up to two by name, of more the first and how many others. */
function namesOf(blocker: Blocker, t: T): string | null {
  const names = blocker.liftedBy.people.map((person) => person.name)
  const [first, second] = names
  if (first === undefined) return null
  if (names.length === 1) return first
  return names.length === 2 ? `${first}, ${second}` : t('who.several', { first, count: names.length - 1 })
}

function whoOf(blocker: Blocker, answer: ReadinessAnswer, t: T, me: string): string {
  const isMine = blocker.liftedBy.people.some((person) => person.id === me)
  const names = namesOf(blocker, t)
  switch (blocker.code) {
    case 'approval_missing':
      if (isMine) return t(blocker.data.isSubmitted ? 'who.youDecide' : 'who.youSubmit')
      if (names === null) return t(blocker.data.isSubmitted ? 'who.approverNobody' : 'who.plannerNobody')
      return t(blocker.data.isSubmitted ? 'who.approver' : 'who.planner', { names })
    case 'alignment_missing': {
      const { why } = blocker.data
      if (why === 'no_briefing') return isMine ? t('who.youWrite') : waitsFor(names, t)
      if (why === 'question_open') {
        const { question } = answer
        if (question === null) return waitsFor(names, t)
        if (isMine) return t('who.youAnswer', question)
        return t('who.asked', { ...question, names: names ?? '' })
      }
      if (isMine) return t('who.youSign')
      if (names === null) return t('who.lead_agentNobody')
      return answer.alignmentDueAt === null
        ? t('who.lead_agent', { names })
        : t('who.lead_agentDue', { names, at: answer.alignmentDueAt })
    }
    case 'acknowledgement_low':
      return blocker.severity === 'warning' ? t('warningOnly') : t('who.agent')
    case 'paused':
      return names === null ? t('who.exceptionNobody') : t('who.exception', { names })
    case 'held':
      return names === null ? t('who.nobody') : t('who.issue_lead', { names })
    case 'embargoed':
      return t('who.embargo')
    case 'time_past':
      return isMine || names === null ? t('who.you') : t('who.newTime', { names })
    case 'variant_invalid':
    case 'time_missing':
      return isMine ? t('who.you') : waitsFor(names, t)
    default:
      return t('warningOnly')
  }
}

function waitsFor(names: string | null, t: T): string {
  return names === null ? t('who.plannerNobody') : t('who.planner', { names })
}

function goOf(blocker: Blocker, answer: ReadinessAnswer, t: T, me: string): string {
  const isMine = blocker.liftedBy.people.some((person) => person.id === me)
  if (blocker.page.name === 'issue') return t('go.issue')
  switch (blocker.page.part) {
    case 'content': {
      const variant = answer.variants.find((one) => one.variantId === blocker.variantId)
      if (variant === undefined) return t('go.content')
      return t('go.contentOf', { platform: t(`ui:platform.${platformOf(variant.platform)}`) })
    }
    case 'approval':
      return isMine && blocker.code === 'approval_missing' && !blocker.data.isSubmitted
        ? t('go.submit')
        : t('go.approval')
    case 'briefing':
      return isMine && blocker.code === 'alignment_missing' && blocker.data.why === 'question_open'
        ? t('go.answer')
        : t('go.briefing')
    default:
      return t('go.time')
  }
}
