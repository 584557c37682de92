import type { NamedPerson } from '../people/person.ts'
import { type Grant, hasRole } from '../permissions.ts'
import type { Instant } from '../time.ts'
import { type Delegation, delegationCovers } from './delegation.ts'
import type { StepPlan } from './policy.ts'
import type { ApprovalRefusal } from './refusals.ts'

export type Candidate = NamedPerson & {
  grants: readonly Grant[]
  /** Not deactivated. */
  isActive: boolean
  /** An office-holder may have no sign-in, and then decides through a delegate only. */
  canSignIn: boolean
}

/** All who could matter for the steps: the units' approvers and communications leads, office-holders, delegates. */
export type ApproverDirectory = {
  people: readonly Candidate[]
  communicationsLeads: Readonly<Record<string, string | null>>
  delegations: readonly Delegation[]
}

/** Somebody who may fill a step; for a delegate, for whom and by which delegation. */
export type EligiblePerson = NamedPerson & { onBehalfOfId: string | null; delegationId: string | null }

export type AskedStep = StepPlan & { asked: EligiblePerson[] }

/** Who holds the right to fill `step` at `moment`, authors included. */
export function eligibleFor(
  step: Pick<StepPlan, 'approver' | 'unitId' | 'officeHolderId'>,
  directory: ApproverDirectory,
  subjectClass: string | null,
  moment: Instant,
): EligiblePerson[] {
  const present = directory.people.filter((person) => person.isActive && person.canSignIn)
  const inPerson = (person: Candidate): EligiblePerson => ({
    id: person.id,
    name: person.name,
    onBehalfOfId: null,
    delegationId: null,
  })
  if (step.approver === 'unit_approver') {
    return present.filter((person) => hasRole(person.grants, 'approver', step.unitId)).map(inPerson)
  }
  if (step.approver === 'communications_lead') {
    const leadId = directory.communicationsLeads[step.unitId] ?? null
    return present.filter((person) => person.id === leadId).map(inPerson)
  }
  const holderId = step.officeHolderId
  if (holderId === null) return []
  const eligible = present.filter((person) => person.id === holderId).map(inPerson)
  for (const delegation of directory.delegations) {
    if (delegation.leaderId !== holderId || !delegationCovers(delegation, moment, subjectClass)) continue
    const delegate = present.find((person) => person.id === delegation.delegateId)
    if (delegate === undefined || eligible.some((person) => person.id === delegate.id)) continue
    eligible.push({ ...inPerson(delegate), onBehalfOfId: holderId, delegationId: delegation.id })
  }
  return eligible
}

/**
 * The steps with who is asked at each: those eligible who wrote none of it.
 * Reasons: `nobody_left` for each step that nobody can fill, given that one person fills one step at most within a
 * list; with `couldBeNamed`, active approvers who wrote none of it. Source: Selaras rules, Approval, submitting.
 */
export function askedAt(
  steps: readonly StepPlan[],
  directory: ApproverDirectory,
  authorIds: readonly string[],
  subjectClass: string | null,
  moment: Instant,
): { steps: AskedStep[]; reasons: ApprovalRefusal[] } {
  const asked = steps.map((step) => ({
    ...step,
    asked: eligibleFor(step, directory, subjectClass, moment).filter(
      (person) => !authorIds.includes(person.id),
    ),
  }))
  const blocked = firstUnfillable(asked)
  if (blocked === null) return { steps: asked, reasons: [] }
  const eligibleIds = new Set(blocked.asked.map((person) => person.id))
  const couldBeNamed = directory.people.filter(
    (person) =>
      person.isActive &&
      person.canSignIn &&
      !authorIds.includes(person.id) &&
      !eligibleIds.has(person.id) &&
      person.grants.some((grant) => grant.role === 'approver'),
  )
  return {
    steps: asked,
    reasons: [
      {
        code: 'nobody_left',
        data: {
          position: blocked.position,
          approver: blocked.approver,
          unitId: blocked.unitId,
          accountId: blocked.accountId,
          couldBeNamed: couldBeNamed.map(({ id, name }) => ({ id, name })),
        },
      },
    ],
  }
}

/** The first step that no choice of people for the steps before it leaves fillable; null where all can be filled. */
function firstUnfillable(steps: readonly AskedStep[]): AskedStep | null {
  let deepest = -1
  const fill = (index: number, taken: ReadonlyMap<string, ReadonlySet<string>>): boolean => {
    const step = steps[index]
    if (step === undefined) return true
    deepest = Math.max(deepest, index)
    const isFree = (person: EligiblePerson) =>
      step.policies.every((policy) => !taken.get(policy)?.has(person.id))
    const free = step.asked.filter(isFree)
    if (step.needs === 'all') {
      if (step.asked.length === 0 || free.length < step.asked.length) return false
      return fill(index + 1, withTaken(taken, step, free))
    }
    return free.some((person) => fill(index + 1, withTaken(taken, step, [person])))
  }
  return fill(0, new Map()) ? null : (steps[deepest] ?? null)
}

function withTaken(
  taken: ReadonlyMap<string, ReadonlySet<string>>,
  step: AskedStep,
  people: readonly EligiblePerson[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const next = new Map(taken)
  for (const policy of step.policies) {
    next.set(policy, new Set([...(next.get(policy) ?? []), ...people.map((person) => person.id)]))
  }
  return next
}
