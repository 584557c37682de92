import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { invitations, people, roleGrants } from '../../db/schema/people.ts'
import { user } from '../../db/schema/sign-in.ts'
import type { acceptInput } from '../../domain/people/input.ts'
import { passwordGap } from '../../domain/people/password.ts'
import { limitTries } from '../infrastructure/limit-tries.ts'
import { insertUser, passwordHashOf } from '../infrastructure/new-user.ts'
import { recorder } from '../infrastructure/record.ts'
import { refuse } from '../infrastructure/refuse.ts'
import type { RequestContext } from '../infrastructure/trpc.ts'
import { momentOf } from '../infrastructure/world.ts'
import { lockInvitation } from './invitation-row.ts'
import { sessionLimits } from './limits.ts'

type Caller = Pick<RequestContext, 'world' | 'ipAddress' | 'requestId'>

/**
 * Makes the person, their sign-in and their roles from an invitation, once: whoever comes second with the same link is
 * refused with `link_spent`, as is a link that is unknown, revoked or older than 7 days. Refusals: `password_unfit`,
 * `too_many_tries`, `email_taken` too (somebody was given the address in between).
 */
export async function accept(caller: Caller, input: z.output<typeof acceptInput>) {
  const { world } = caller
  await limitTries(world.store, 'accept from', caller.ipAddress, sessionLimits.linkByAddress)
  const known = await world.store.transaction(async (tx) =>
    lockInvitation(tx, input.token, await momentOf(world, tx)),
  )
  if (known === null) return refuse('link_spent', {})
  const gap = passwordGap(input.password, [known.name, known.email])
  if (gap) refuse('password_unfit', { gap })
  const passwordHash = await passwordHashOf(input.password)

  return world.store.transaction(async (tx) => {
    const moment = await momentOf(world, tx)
    const invitation = await lockInvitation(tx, input.token, moment)
    if (invitation === null) return refuse('link_spent', {})
    const { name, email } = invitation
    const taken = await tx.select({ id: user.id }).from(user).where(eq(user.email, email.toLowerCase()))
    const named = await tx
      .select({ id: people.id })
      .from(people)
      .where(sql`lower(${people.email}) = ${email.toLowerCase()}`)
    if (taken.length + named.length > 0) return refuse('email_taken', { email })
    const userId = await insertUser(tx, { name, email, passwordHash, moment })
    const [person] = await tx
      .insert(people)
      .values({
        name,
        email,
        locale: input.locale,
        theme: 'auto',
        singleKeysOff: false,
        userId,
        createdAt: moment,
        version: 1,
      })
      .returning({ id: people.id })
    if (!person) throw new Error('no person came back')
    await tx.insert(roleGrants).values(
      invitation.grants.map((grant) => ({
        ...grant,
        personId: person.id,
        grantedBy: invitation.invitedBy,
        grantedAt: moment,
      })),
    )
    await tx
      .update(invitations)
      .set({ acceptedAt: moment, personId: person.id })
      .where(eq(invitations.id, invitation.id))
    await recorder(
      tx,
      person.id,
      moment,
      caller.requestId,
    )({
      room: 'people',
      subjectId: person.id,
      action: 'people.accepted',
      version: 1,
      after: { name, grants: invitation.grants },
      data: { invitationId: invitation.id, invitedBy: invitation.invitedBy },
    })
    return { personId: person.id, email }
  })
}
