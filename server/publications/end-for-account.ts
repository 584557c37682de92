import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { publications, submissions, variants } from '../../db/schema/publications.ts'
import { changeableStates, phaseOf } from '../../domain/publications/states.ts'
import { areStillThose } from '../../domain/publications/submitted-accounts.ts'
import { endsSubmission, phaseAfter } from '../../domain/publications/transitions.ts'
import type { OutboxListener } from '../infrastructure/clockwork.ts'
import { recorder } from '../infrastructure/record.ts'
import { accountsSaidOn } from './accounts-said-on.ts'
import { endSubmission } from './end-submission.ts'
import { lockPublicationForClock, type PublicationRow } from './lock.ts'
import { refreshFacts } from './refresh-facts.ts'
import { transition } from './transition.ts'

/** What of an account a decision was made on: where it is said and in whose office. Limits are none of the content. */
const decidedOn = ['handle', 'officeHolderId']

/**
 * An account became another one than was approved: the live submissions on it that are not handed over end, in the name
 * of who changed it, and what lists judge by follows. Until then the gate refuses them; what was submitted since stays. Source: Selaras rules, Publication: the account is content.
 */
export const endForAccount: OutboxListener = {
  actions: ['accounts.changed'],
  async work({ tx, moment }, event) {
    const { changed } = event.data
    if (!Array.isArray(changed) || !decidedOn.some((field) => changed.includes(field))) return
    const record = recorder(tx, event.personId, moment, `account ${event.subjectId}`)
    const planned = await tx
      .select({ id: publications.id })
      .from(publications)
      .innerJoin(variants, eq(variants.publicationId, publications.id))
      .where(
        and(
          eq(variants.accountId, event.subjectId),
          inArray(publications.state, [...changeableStates]),
          isNull(publications.handedOverAt),
        ),
      )
      .orderBy(asc(publications.id))
    for (const { id } of planned) {
      const before = await lockPublicationForClock(tx, id)
      if (before === null) continue
      const from = phaseOf(before)
      const to = phaseAfter(from, 'edit_content')
      if (to === null) continue
      const refreshed = await refreshFacts(tx, id)
      if (!endsSubmission(from, to) || (await isStillSubmittedFor(tx, before))) continue
      const ended = await endSubmission(tx, before, 'account_changed', event.personId, moment)
      const draft = await transition(tx, refreshed, 'edit_content', { moment, right: 'clock' })
      await record({
        room: 'publications',
        subjectId: id,
        publicationId: id,
        action: 'publications.submission_ended',
        version: draft.version,
        data: { submissionId: ended.submissionId, why: 'account_changed', decidedBy: ended.decidedBy },
      })
    }
  },
}

async function isStillSubmittedFor(tx: Tx, { id, submissionId }: PublicationRow): Promise<boolean> {
  if (submissionId === null) return false
  const [live] = await tx
    .select({ accounts: submissions.accounts })
    .from(submissions)
    .where(eq(submissions.id, submissionId))
  return live !== undefined && areStillThose(live.accounts, await accountsSaidOn(tx, id))
}
