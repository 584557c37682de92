import { eq } from 'drizzle-orm'
import { holds, publications } from '../../db/schema/publications.ts'
import { holdInput } from '../../domain/issues/input.ts'
import { changeableStates } from '../../domain/publications/states.ts'
import { command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { proveAnywhere } from '../infrastructure/right.ts'
import { lockPublication } from '../publications/lock.ts'
import { lockOpenIssue } from './lock-issue.ts'

/**
 * Holds planned publications back while the issue is open; whoever leads the issue puts them back. All or none; one held
 * already stays held. Refusals: not_found, issue_closed, not_in_this_state for what is out or cancelled.
 */
export const hold = command({
  name: 'issues.hold',
  right: 'issue.lead',
  input: holdInput,
  async run({ input, tx, person, moment, record }) {
    let held = 0
    for (const publicationId of [...new Set(input.publicationIds)].sort()) {
      const publication = await lockPublication(tx, publicationId, person, moment)
      const isAhead = changeableStates.some((state) => state === publication.state)
      if (!isAhead || publication.handedOverAt !== null) {
        refuse('not_to_hold', { title: publication.title })
      }
      const [row] = await tx
        .insert(holds)
        .values({ publicationId, issueId: input.issueId, heldBy: person.id, heldAt: moment })
        .onConflictDoNothing()
        .returning({ id: holds.id })
      if (!row) continue
      held += 1
      await tx
        .update(publications)
        .set({ isHeld: true, changedAt: moment })
        .where(eq(publications.id, publicationId))
      await record({
        room: 'publications',
        subjectId: publicationId,
        publicationId,
        action: 'publications.held',
        version: publication.version,
        data: { issueId: input.issueId },
      })
    }
    await lockOpenIssue(tx, input.issueId)
    proveAnywhere(person, 'issue.lead')
    return { held }
  },
})
