import { and, eq, isNull } from 'drizzle-orm'
import { delegations } from '../../db/schema/people.ts'
import { endDelegationInput } from '../../domain/people/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { proveDelegationRight } from './leader-units.ts'
import { lockPerson } from './lock-person.ts'

/** Revokes a delegation from this moment on; what was decided under it stands. `not_found` for one revoked already. */
export const endDelegation = command({
  name: 'people.endDelegation',
  right: 'own.account',
  input: endDelegationInput,
  async run({ tx, person, input, moment, record }) {
    const isOpen = and(eq(delegations.id, input.delegationId), isNull(delegations.revokedAt))
    const [row] = await tx.select().from(delegations).where(isOpen).for('update')
    if (!row) return refuseMissing()
    await proveDelegationRight(tx, person, row.leaderId)
    const leader = await lockPerson(tx, row.leaderId)
    await tx.update(delegations).set({ revokedAt: moment, revokedBy: person.id }).where(isOpen)
    await record({
      room: 'people',
      subjectId: leader.id,
      action: 'people.delegation_revoked',
      version: leader.version,
      data: { delegationId: row.id, leaderId: leader.id, delegateId: row.delegateId },
    })
    return { delegationId: row.id }
  },
})
