import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { delegations, roleGrants } from '../../db/schema/people.ts'
import { delegateInput } from '../../domain/people/input.ts'
import { type Grant, holdsAnywhere } from '../../domain/permissions.ts'
import { command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { hasToDelegate, proveDelegationRight } from './leader-units.ts'
import { lockActivePerson } from './lock-person.ts'

/**
 * Lets one person decide for an office-holder from a moment to a moment, under the number of its letter; entered by the leader
 * or the private office of the leader's unit. The leader is told. Refusals: `nothing_to_delegate`, `delegation_to_oneself`,
 * `delegate_not_approver`, `delegation_overlaps`, `person_inactive`, `not_found`.
 */
export const delegate = command({
  name: 'people.delegate',
  right: 'own.account',
  input: delegateInput,
  async run({ tx, person, input, moment, record }) {
    const leader = await lockActivePerson(tx, input.leaderId)
    await proveDelegationRight(tx, person, leader.id)
    if (!(await hasToDelegate(tx, leader.id)))
      refuse('nothing_to_delegate', { person: { id: leader.id, name: leader.name } })
    if (input.delegateId === leader.id) refuse('delegation_to_oneself', {})
    const deputy = await lockActivePerson(tx, input.delegateId)
    if (!holdsAnywhere(await grantsOf(tx, deputy.id), 'approval.decide'))
      refuse('delegate_not_approver', { person: { id: deputy.id, name: deputy.name } })
    if (input.endsAt <= moment)
      refuse('input_invalid', { fields: [{ path: 'endsAt', code: 'already_over', params: {} }] })
    const [other] = await tx
      .select()
      .from(delegations)
      .where(
        and(
          eq(delegations.leaderId, leader.id),
          eq(delegations.delegateId, deputy.id),
          isNull(delegations.revokedAt),
          lt(delegations.startsAt, input.endsAt),
          gt(delegations.endsAt, input.startsAt),
        ),
      )
    if (other) refuse('delegation_overlaps', { startsAt: other.startsAt, endsAt: other.endsAt })
    const [row] = await tx
      .insert(delegations)
      .values({ ...input, enteredBy: person.id, enteredAt: moment })
      .returning({ id: delegations.id })
    if (!row) throw new Error('no delegation came back')
    await record({
      room: 'people',
      subjectId: leader.id,
      action: 'people.delegated',
      version: leader.version,
      after: { ...input },
      data: { delegationId: row.id, leaderId: leader.id, delegateId: deputy.id },
    })
    return { delegationId: row.id }
  },
})

async function grantsOf(tx: Tx, personId: string): Promise<Grant[]> {
  return tx
    .select({ role: roleGrants.role, unitId: roleGrants.unitId })
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, personId), isNull(roleGrants.endedAt)))
}
