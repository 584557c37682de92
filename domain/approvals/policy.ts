import type { AccountKind } from '../accounts/kinds.ts'
import { addHours, addMinutes, type Instant, minutesBetween } from '../time.ts'

/** Who fills a step: an approver of the account's unit, that unit's communications lead, the account's office-holder or their delegate. */
const stepApprovers = ['unit_approver', 'communications_lead', 'office_holder'] as const
export type StepApprover = (typeof stepApprovers)[number]

export type PolicyStep = {
  approver: StepApprover
  /** Whether one of those asked is enough or each of them must agree. */
  needs: 'any' | 'all'
  /** How long before the planned time the decision is due. */
  dueMinutesBefore: number
}

export type Policy = {
  /** A decision is bound to the planned time too, so that moving ends it. */
  isTimeBound: boolean
  /** One to four, in order. */
  steps: readonly PolicyStep[]
}

/** The policies in force from the first day. Source: Selaras rules, Approval, defaults. */
export const defaultPolicies: Record<AccountKind, Policy> = {
  institutional: {
    isTimeBound: false,
    steps: [{ approver: 'unit_approver', needs: 'any', dueMinutesBefore: 120 }],
  },
  executive: {
    isTimeBound: true,
    steps: [
      { approver: 'communications_lead', needs: 'any', dueMinutesBefore: 240 },
      { approver: 'office_holder', needs: 'any', dueMinutesBefore: 120 },
    ],
  },
}

export type PolicyAccount = {
  id: string
  unitId: string
  kind: AccountKind
  officeHolderId: string | null
}

/** A step a submission must pass. Two steps belong to one list where they share a name in `policies`. */
export type StepPlan = {
  /** From 1; the order of asking. */
  position: number
  approver: StepApprover
  needs: 'any' | 'all'
  unitId: string
  /** The executive account whose office-holder is asked; null for the other approvers. */
  accountId: string | null
  officeHolderId: string | null
  policies: string[]
  dueMinutesBefore: number
}

type Placed = Omit<StepPlan, 'position'> & { depth: number; key: string }

/**
 * The steps that all accounts of one publication ask for together: the same approvers at the same place are asked once,
 * and the step then serves every policy concerned. Order within each policy is kept.
 * Source: Selaras rules, Approval: "a publication on several accounts meets every policy concerned".
 */
export function stepsFor(
  accounts: readonly PolicyAccount[],
  policies: Record<AccountKind, Policy> = defaultPolicies,
): StepPlan[] {
  const placed = new Map<string, Placed>()
  for (const account of [...accounts].sort(byKindThenId)) {
    const list = listOf(account)
    policies[account.kind].steps.forEach((step, depth) => {
      const key = `${depth}|${needsOf(step)}|${seatOf(step.approver, account)}`
      const known = placed.get(key)
      if (known === undefined) {
        placed.set(key, { ...placeOf(step, account), policies: [list], depth, key })
        return
      }
      if (!known.policies.includes(list)) known.policies.push(list)
      known.dueMinutesBefore = Math.max(known.dueMinutesBefore, step.dueMinutesBefore)
    })
  }
  return [...placed.values()]
    .sort((one, other) => one.depth - other.depth)
    .map(({ depth: _depth, key: _key, ...step }, index) => ({ position: index + 1, ...step }))
}

/** Whether a move ends the submission: so where any account's policy binds the time. */
export function isTimeBoundFor(
  accounts: readonly Pick<PolicyAccount, 'kind'>[],
  policies: Record<AccountKind, Policy> = defaultPolicies,
): boolean {
  return accounts.some((account) => policies[account.kind].isTimeBound)
}

/**
 * When a step is due that begins to wait at `from`: so long before the planned time as its policy says. Where that is past
 * already, half of the time that is left until the planned time, so that nothing is overdue when it is asked for. Without
 * a time, or with one that is past, a day after `from`. Source: docs/decisions/0008-a-deadline-that-is-past-already.md.
 */
export function stepDueAt(
  step: Pick<StepPlan, 'dueMinutesBefore'>,
  plannedAt: Instant | null,
  from: Instant,
): Instant {
  if (plannedAt === null || plannedAt <= from) return addHours(from, 24)
  const due = addMinutes(plannedAt, -step.dueMinutesBefore)
  return due > from ? due : addMinutes(from, Math.floor(minutesBetween(from, plannedAt) / 2))
}

/** When the policy wanted the decision, where that is past at `moment` though the planned time is ahead; null otherwise. */
export function missedDeadline(
  step: Pick<StepPlan, 'dueMinutesBefore'>,
  plannedAt: Instant | null,
  moment: Instant,
): Instant | null {
  if (plannedAt === null || plannedAt <= moment) return null
  const due = addMinutes(plannedAt, -step.dueMinutesBefore)
  return due > moment ? null : due
}

/** The list within which a person fills one step at most: the policy as it reads for this account's people. */
function listOf(account: PolicyAccount): string {
  return account.kind === 'executive'
    ? `executive:${account.unitId}:${account.officeHolderId ?? account.id}`
    : `institutional:${account.unitId}`
}

/** Two accounts whose step has the same seat are asked once. */
function seatOf(approver: StepApprover, account: PolicyAccount): string {
  return approver === 'office_holder'
    ? `office_holder:${account.officeHolderId ?? account.id}`
    : `${approver}:${account.unitId}`
}

/** An office is one voice: the holder's or a delegate's, never both. */
function needsOf(step: PolicyStep): 'any' | 'all' {
  return step.approver === 'office_holder' ? 'any' : step.needs
}

function placeOf(step: PolicyStep, account: PolicyAccount): Omit<Placed, 'policies' | 'depth' | 'key'> {
  const isOffice = step.approver === 'office_holder'
  return {
    approver: step.approver,
    needs: needsOf(step),
    unitId: account.unitId,
    accountId: isOffice ? account.id : null,
    officeHolderId: isOffice ? account.officeHolderId : null,
    dueMinutesBefore: step.dueMinutesBefore,
  }
}

function byKindThenId(one: PolicyAccount, other: PolicyAccount): number {
  if (one.kind !== other.kind) return one.kind === 'institutional' ? -1 : 1
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
