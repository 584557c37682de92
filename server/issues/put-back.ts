import { and, eq, isNull } from 'drizzle-orm'
import { holds, publications } from '../../db/schema/publications.ts'
import { putBackInput } from '../../domain/issues/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { proveAnywhere } from '../infrastructure/right.ts'
import { lockPublication } from '../publications/lock.ts'

/** Lifts this issue's hold on a publication; another issue's stays. Refusals: not_found. */
export const putBack = command({
  name: 'issues.putBack',
  right: 'issue.lead',
  input: putBackInput,
  async run({ input, tx, person, moment, record }) {
    const publication = await lockPublication(tx, input.publicationId, person, moment)
    proveAnywhere(person, 'issue.lead')
    const standing = and(eq(holds.publicationId, publication.id), isNull(holds.liftedAt))
    const [lifted] = await tx
      .update(holds)
      .set({ liftedBy: person.id, liftedAt: moment })
      .where(and(standing, eq(holds.issueId, input.issueId)))
      .returning({ id: holds.id })
    if (!lifted) refuseMissing()
    const [other] = await tx.select({ id: holds.id }).from(holds).where(standing).limit(1)
    await tx
      .update(publications)
      .set({ isHeld: other !== undefined, changedAt: moment })
      .where(eq(publications.id, publication.id))
    await record({
      room: 'publications',
      subjectId: publication.id,
      publicationId: publication.id,
      action: 'publications.put_back',
      version: publication.version,
      data: { issueId: input.issueId },
    })
    return { isHeld: other !== undefined }
  },
})
