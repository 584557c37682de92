import { eq, sql } from 'drizzle-orm'
import { newId } from '../../db/ids.ts'
import { units } from '../../db/schema/agency.ts'
import { invitations, people } from '../../db/schema/people.ts'
import { inviteInput } from '../../domain/people/input.ts'
import { addHours } from '../../domain/time.ts'
import { command } from '../infrastructure/command.ts'
import { hashToken } from '../infrastructure/one-time-token.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { invitationToken } from './invitation-token.ts'

/** Source: Selaras invariants, 22: one-time links of invitation, 7 days. */
const VALID_HOURS = 7 * 24

/**
 * Invites somebody by a link that the inviter hands on. An earlier open invitation to the same address ends with it.
 * Gives the id; the door adds the link (`invitationPath`). Refusals: `email_taken`, `not_found` for a unit.
 */
export const invite = command({
  name: 'people.invite',
  right: 'people.manage',
  input: inviteInput,
  async run({ tx, person, input, moment, record, world }) {
    proveRight(person, 'people.manage', null)
    const email = input.email.toLowerCase()
    const [taken] = await tx
      .select({ id: people.id })
      .from(people)
      .where(sql`lower(${people.email}) = ${email}`)
    if (taken) refuse('email_taken', { email: input.email })
    for (const { unitId } of input.grants) {
      if (unitId === null) continue
      const [unit] = await tx.select({ endedAt: units.endedAt }).from(units).where(eq(units.id, unitId))
      if (!unit || unit.endedAt !== null) return refuseMissing()
    }
    await tx
      .update(invitations)
      .set({ revokedAt: moment })
      .where(
        sql`lower(${invitations.email}) = ${email} and ${invitations.acceptedAt} is null and ${invitations.revokedAt} is null`,
      )
    const id = newId()
    const expiresAt = addHours(moment, VALID_HOURS)
    await tx.insert(invitations).values({
      id,
      tokenHash: hashToken(invitationToken(world, id)),
      name: input.name,
      email: input.email,
      grants: input.grants,
      invitedBy: person.id,
      invitedAt: moment,
      expiresAt,
    })
    await record({
      room: 'people',
      subjectId: id,
      action: 'people.invited',
      version: 1,
      after: { name: input.name, grants: input.grants },
      data: { invitationId: id },
    })
    return { invitationId: id, expiresAt }
  },
})
