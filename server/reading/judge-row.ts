import { mustBeAligned } from '../../domain/publications/objectives.ts'
import { type PublicationPhase, phaseOf, publicationPhases } from '../../domain/publications/states.ts'
import { type PublicationStatus, statusOf } from '../../domain/publications/status.ts'
import { endsSubmission, phaseAfter } from '../../domain/publications/transitions.ts'
import type { Blocker, BlockerCode } from '../../domain/publishing/blockers.ts'
import { type ReadinessFacts, readiness } from '../../domain/publishing/readiness.ts'
import type { Instant } from '../../domain/time.ts'
import type { Agency } from '../infrastructure/command.ts'
import type { CalendarRow } from './calendar-rows.ts'
import type { FactsOnce } from './facts-once.ts'
import type { Neighbours } from './places.ts'

/** The one blocker by name: its code, for the briefing what is missing about it. */
export type OnlyBlocker =
  | Exclude<BlockerCode, 'alignment_missing'>
  | 'alignment_no_briefing'
  | 'alignment_question_open'
  | 'alignment_not_signed'
  | 'alignment_changed_since'

export type Judged = {
  status: PublicationStatus
  blockers: number
  warnings: number
  /** The blocker, where there is exactly one; with none the warning, where there is exactly one. */
  only: OnlyBlocker | null
}

// The same for hundreds of rows, so they are not made anew for each.
const nobody: ReadinessFacts['waitingFor'] = []
const noPauses: ReadinessFacts['exceptedPauseIds'] = []
const noHolds: ReadinessFacts['holds'] = []
const noFindings: ReadinessFacts['findings'] = []
const noEmbargoes: ReadinessFacts['embargoes'] = []
const aHold: ReadinessFacts['holds'][number] = { issueId: null, leads: [] }
const oneHold: ReadinessFacts['holds'] = [aHold]

/**
 * What readiness is judged by, from a list's row and what is the same for all rows. Nobody is named: a list says what is
 * missing, the page of the publication says who lifts it.
 */
export function factsOf(
  row: CalendarRow,
  once: FactsOnce,
  neighbours: Neighbours,
  agency: Agency,
): ReadinessFacts {
  return {
    publicationId: row.id,
    state: row.state,
    handedOverAt: row.handedOverAt,
    objective: row.objective,
    unitId: row.unitId,
    accounts: accountsOf(row, once),
    owner: null,
    stepsRequired: row.stepsRequired,
    stepsDecided: row.stepsDecided,
    waitingFor: nobody,
    isAlignmentRequired: mustBeAligned({
      objective: row.objective,
      subjectClass: row.subjectClass,
      hasExecutiveAccount: row.isExecutive,
      alsoAlignedClasses: agency.alsoAlignedClasses,
    }),
    briefingVersion: row.briefingVersion,
    signedVersion: row.signedVersion,
    openQuestions: row.openQuestions,
    questionsAfterSignature: row.questionsAfterSignature,
    leadAgents: nobody,
    acknowledgedCount: row.acknowledgedCount,
    agentsOnShift: once.agentsOnShift,
    acknowledgementPercent: agency.acknowledgementPercent,
    acknowledgementBlocks: agency.acknowledgementBlocks,
    findings:
      row.blockingFindings === 0
        ? noFindings
        : Array.from({ length: row.blockingFindings }, () => ({
            variantId: null,
            accountId: null,
            count: 1,
          })),
    pauses: once.pauses,
    exceptedPauseIds: once.excepted.get(row.id) ?? noPauses,
    exceptionApprovers: nobody,
    embargoes: embargoesOf(row, once),
    cancelledEvent: row.agendaEventId === null ? null : (once.cancelledEvents.get(row.agendaEventId) ?? null),
    holds: holdsOf(row, once),
    plannedAt: row.plannedAt,
    timeKind: row.timeKind,
    graceMinutes: agency.graceMinutes,
    near: neighbours.near,
    othersThatDay: neighbours.othersThatDay,
    crowdedFrom: agency.crowdedFrom,
  }
}

/** One for each issue that holds it back, as the page of the publication names them. */
function holdsOf(row: CalendarRow, once: FactsOnce): ReadinessFacts['holds'] {
  if (!row.isHeld) return noHolds
  const several = once.severalHolds.get(row.id)
  return several === undefined ? oneHold : Array.from({ length: several }, () => aHold)
}

function embargoesOf(row: CalendarRow, once: FactsOnce): ReadinessFacts['embargoes'] {
  const ofCampaign = row.campaignId === null ? undefined : once.embargoes.get(row.campaignId)
  if (row.embargoUntil === null && ofCampaign === undefined) return noEmbargoes
  const found: ReadinessFacts['embargoes'][number][] = []
  if (row.embargoUntil !== null) found.push({ of: 'publication', until: row.embargoUntil, name: null })
  if (ofCampaign !== undefined) found.push({ of: 'campaign', until: ofCampaign.until, name: ofCampaign.name })
  return found
}

function accountsOf(row: CalendarRow, once: FactsOnce): ReadinessFacts['accounts'] {
  const accounts = []
  for (const accountId of row.accountIds) {
    const account = once.accounts.get(accountId)
    if (account !== undefined) accounts.push(account)
  }
  return accounts
}

/** The row's word and the number of what blocks and what warns, judged at `moment`. */
export function judge(
  row: CalendarRow,
  facts: () => ReadinessFacts,
  agency: Pick<Agency, 'graceMinutes' | 'confirmMinutes'>,
  moment: Instant,
): Judged {
  const found = isJudged(row) ? readiness(facts(), moment) : nothing
  let blockers = 0
  let first: Blocker | undefined
  for (const one of found) {
    if (one.severity === 'warning') continue
    blockers += 1
    first ??= one
  }
  const warnings = found.length - blockers
  const status = statusOf(
    {
      state: row.state,
      plannedAt: row.plannedAt,
      handedOverAt: row.handedOverAt,
      variantCount: row.variantCount,
      postedCount: row.postedCount,
      notPostedCount: row.notPostedCount,
      withdrawnCount: row.withdrawnCount,
      isHeld: row.isHeld,
      isReady: blockers === 0,
      graceMinutes: agency.graceMinutes,
      confirmMinutes: agency.confirmMinutes,
    },
    moment,
  )
  const alone = blockers === 1 ? first : blockers === 0 && warnings === 1 ? found[0] : undefined
  return { status, blockers, warnings, only: alone === undefined ? null : nameOf(alone) }
}

const nothing: Blocker[] = []

const judgedPhases: Record<PublicationPhase, boolean> = {
  idea: true,
  draft: true,
  in_review: true,
  approved: true,
  handed_over: false,
  published: false,
  cancelled: false,
}

/** Whether `readiness` says something of it; what is out or cancelled is not asked. */
function isJudged(row: Pick<CalendarRow, 'state' | 'handedOverAt'>): boolean {
  return judgedPhases[phaseOf(row)]
}

function nameOf(blocker: Blocker): OnlyBlocker {
  return blocker.code === 'alignment_missing' ? `alignment_${blocker.data.why}` : blocker.code
}

type Moving = { isOpen: boolean; endsApproval: boolean }

const moving = Object.fromEntries(
  publicationPhases.map((phase) => {
    const of = (command: 'move' | 'move_bound_time'): Moving => {
      const to = phaseAfter(phase, command)
      return { isOpen: to !== null, endsApproval: to !== null && endsSubmission(phase, to) }
    }
    return [phase, { free: of('move'), bound: of('move_bound_time') }]
  }),
) as Record<PublicationPhase, { free: Moving; bound: Moving }>

/** Whether the state lets it move, and whether moving to another time then ends its approval. */
export function movingOf(row: Pick<CalendarRow, 'state' | 'handedOverAt' | 'isTimeBound'>): Moving {
  return moving[phaseOf(row)][row.isTimeBound ? 'bound' : 'free']
}
