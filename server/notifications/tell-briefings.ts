import { eq, or } from 'drizzle-orm'
import { briefingQuestions, briefings } from '../../db/schema/briefings.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { publications } from '../../db/schema/publications.ts'
import type { Cause } from '../../domain/notifications/facts.ts'
import { submittedStates } from '../../domain/publications/states.ts'
import { askForSignature } from './ask-for-signature.ts'
import { dataOf } from './event-data.ts'
import { notify, settle, type Telling } from './notify.ts'
import { reachable } from './receivers.ts'
import type { Teller } from './tell.ts'
import { publicationOf } from './tell-approvals.ts'

/** The briefing of an event with who answers for it and what uses it. */
async function briefingOf({ tx, event }: Telling) {
  const [briefing] = await tx
    .select()
    .from(briefings)
    .where(
      or(
        eq(briefings.id, event.subjectId),
        eq(briefings.publicationId, event.subjectId),
        eq(briefings.campaignId, event.subjectId),
      ),
    )
  if (!briefing) return
  const users = await tx.select().from(publications).where(eq(publications.briefingId, briefing.id))
  const own = users.find((publication) => publication.id === briefing.publicationId)
  const [campaign] =
    briefing.campaignId === null
      ? []
      : await tx.select().from(campaigns).where(eq(campaigns.id, briefing.campaignId))
  const cause: Cause = own ? { publicationId: own.id } : campaign ? { campaignId: campaign.id } : {}
  return { users, cause, ownerId: own?.ownerId ?? campaign?.createdBy ?? briefing.createdBy }
}

export const briefingTellers: Record<string, Teller> = {
  'briefings.changed': async (telling) => {
    const briefing = await briefingOf(telling)
    for (const publication of briefing?.users ?? []) {
      const isSubmitted = (submittedStates as readonly string[]).includes(publication.state)
      if (isSubmitted) await askForSignature(telling, publication)
    }
  },

  'briefings.asked': async (telling) => {
    const briefing = await briefingOf(telling)
    const { questionId } = dataOf(telling.event)
    if (!briefing || questionId === null) return
    await notify(telling, 'question_asked', [briefing.ownerId], { ...briefing.cause, questionId })
  },

  'briefings.answered': async (telling) => {
    const briefing = await briefingOf(telling)
    const { questionId, askedBy } = dataOf(telling.event)
    if (!briefing || questionId === null) return
    const [question] = await telling.tx
      .select({ askedBy: briefingQuestions.askedBy })
      .from(briefingQuestions)
      .where(eq(briefingQuestions.id, questionId))
    const cause = { ...briefing.cause, questionId }
    await settle(telling, { subjectId: subjectOf(briefing.cause, telling), kinds: ['question_asked'], cause })
    await notify(telling, 'question_answered', [askedBy ?? question?.askedBy], cause)
    for (const publication of briefing.users) await askForSignature(telling, publication)
  },

  'briefings.signature_due': async (telling) => {
    const publication = await publicationOf(telling)
    if (!publication || publication.briefingVersion === publication.signedVersion) return
    const { number, dueAt } = dataOf(telling.event)
    if (number === null) return
    const cause: Cause = { publicationId: publication.id, versionNumber: number }
    await settle(telling, { subjectId: publication.id, kinds: ['signature_asked'] })
    await notify(telling, 'signature_due', await reachable(telling, 'lead_agent'), {
      ...cause,
      ...(dueAt === null ? {} : { dueAt }),
    })
  },

  'briefings.signed': async (telling) => {
    const briefing = await briefingOf(telling)
    if (!briefing) return
    const kinds = ['signature_asked', 'signature_due', 'signature_withdrawn'] as const
    await settle(telling, { subjectId: subjectOf(briefing.cause, telling), kinds })
    for (const { id } of briefing.users) await settle(telling, { subjectId: id, kinds })
    await notify(telling, 'signed', [briefing.ownerId], briefing.cause)
  },

  'briefings.signature_withdrawn': async (telling) => {
    const briefing = await briefingOf(telling)
    if (!briefing) return
    const { signedBy } = dataOf(telling.event)
    await notify(telling, 'signature_withdrawn', [briefing.ownerId, signedBy], briefing.cause)
  },
}

function subjectOf(cause: Cause, { event }: Telling): string {
  return cause.publicationId ?? cause.campaignId ?? event.subjectId
}
