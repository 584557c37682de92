import { and, eq, isNull } from 'drizzle-orm'
import { invitations } from '../../db/schema/people.ts'
import { revokeInvitationInput } from '../../domain/people/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'

/** Makes an invitation's link worthless. `not_found` for one that was used or revoked already. */
export const revokeInvitation = command({
  name: 'people.revokeInvitation',
  right: 'people.manage',
  input: revokeInvitationInput,
  async run({ tx, person, input, moment, record }) {
    proveRight(person, 'people.manage', null)
    const [revoked] = await tx
      .update(invitations)
      .set({ revokedAt: moment })
      .where(
        and(
          eq(invitations.id, input.invitationId),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      )
      .returning({ id: invitations.id })
    if (!revoked) return refuseMissing()
    await record({
      room: 'people',
      subjectId: revoked.id,
      action: 'people.invitation_revoked',
      version: 2,
      data: { invitationId: revoked.id },
    })
    return { invitationId: revoked.id }
  },
})
