import { eq } from 'drizzle-orm'
import { callerQuestions } from '../../db/schema/answers.ts'
import { mails } from '../../db/schema/notifications.ts'
import { delegations, invitations, people } from '../../db/schema/people.ts'
import { dataOf } from './event-data.ts'
import { notify, type Telling } from './notify.ts'
import type { Teller } from './tell.ts'

export const peopleTellers: Record<string, Teller> = {
  /** The mail names the invitation only; its link is made from it when the mail is sent. */
  'people.invited': async ({ tx, event }) => {
    const id = dataOf(event).invitationId ?? event.subjectId
    const [invitation] = await tx.select().from(invitations).where(eq(invitations.id, id))
    if (!invitation || invitation.acceptedAt !== null || invitation.revokedAt !== null) return
    const [inviter] = await tx
      .select({ locale: people.locale })
      .from(people)
      .where(eq(people.id, invitation.invitedBy))
    await tx
      .insert(mails)
      .values({
        causeId: invitation.id,
        address: invitation.email,
        kind: 'invitation',
        locale: inviter?.locale ?? 'id',
        data: { invitationId: invitation.id, byId: invitation.invitedBy },
        writtenAt: event.at,
        attempts: 0,
      })
      .onConflictDoNothing()
  },

  'people.delegated': (telling) => tellDelegation(telling, 'delegated'),
  'people.delegation_revoked': (telling) => tellDelegation(telling, 'delegation_revoked'),

  'people.role_granted': async (telling) => {
    const { personId, role } = dataOf(telling.event)
    await notify(telling, 'role_granted', [personId ?? telling.event.subjectId], { role })
  },

  'answers.question_answered': async (telling) => {
    const id = dataOf(telling.event).questionId ?? telling.event.subjectId
    const [question] = await telling.tx.select().from(callerQuestions).where(eq(callerQuestions.id, id))
    if (!question) return
    const entryId = question.entryId ?? undefined
    const cause = entryId === undefined ? { questionId: id } : { questionId: id, entryId }
    await notify(telling, 'caller_question_answered', [question.loggedBy], cause)
  },
}

/** The leader and the delegate both hear of it, whoever entered it. */
async function tellDelegation(telling: Telling, kind: 'delegated' | 'delegation_revoked'): Promise<void> {
  const id = dataOf(telling.event).delegationId ?? telling.event.subjectId
  const [delegation] = await telling.tx.select().from(delegations).where(eq(delegations.id, id))
  if (!delegation) return
  const { leaderId, delegateId } = delegation
  await notify(telling, kind, [leaderId, delegateId], { leaderId, delegateId })
}
