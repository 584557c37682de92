import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import { steps } from '../../db/schema/approvals.ts'
import { publications } from '../../db/schema/publications.ts'
import { aheadStates } from '../../domain/publications/states.ts'
import type { OutboxListener } from '../infrastructure/clockwork.ts'
import { lockPublicationForClock } from '../publications/lock.ts'
import { readApprovalFacts } from './facts.ts'
import { writeApprovalFacts } from './write-facts.ts'

const AT_ONCE = 500

/**
 * Keeps who is asked now in step with rights: a delegation given or taken back, a role ended, somebody deactivated. The
 * subject of each of these events is the person whose right it is, or whose delegation.
 */
export const askAnew: OutboxListener = {
  actions: ['people.delegated', 'people.delegation_revoked', 'people.role_ended', 'people.deactivated'],
  async work({ tx, moment }, event) {
    const personId = sql`${event.subjectId}::uuid`
    const affected = await tx
      .selectDistinct({ id: publications.id })
      .from(publications)
      .innerJoin(steps, eq(steps.submissionId, publications.submissionId))
      .where(
        and(
          inArray(publications.state, [...aheadStates]),
          or(eq(steps.officeHolderId, event.subjectId), sql`${steps.asked} @> array[${personId}]`),
        ),
      )
      .orderBy(asc(publications.id))
      .limit(AT_ONCE)
    for (const { id } of affected) {
      const publication = await lockPublicationForClock(tx, id)
      if (publication === null || publication.submissionId === null) continue
      const judged = { ...publication, submissionId: publication.submissionId }
      const facts = (await readApprovalFacts(tx, [judged], moment)).get(id)
      if (facts !== undefined && !facts.isHandedOver) await writeApprovalFacts(tx, facts, moment)
    }
  },
}
