import { issueNotes } from '../../db/schema/issues.ts'
import { noteInput } from '../../domain/issues/input.ts'
import { command } from '../infrastructure/command.ts'
import { proveAnywhere } from '../infrastructure/right.ts'
import { lockIssue } from './lock-issue.ts'

/** Adds a line to the chronology, also of a closed issue. Refusals: not_found. */
export const note = command({
  name: 'issues.note',
  right: 'issue.record',
  input: noteInput,
  async run({ input, tx, person, moment, record }) {
    const issue = await lockIssue(tx, input.issueId)
    proveAnywhere(person, 'issue.record')
    const [row] = await tx
      .insert(issueNotes)
      .values({ issueId: issue.id, body: input.body, writtenBy: person.id, writtenAt: moment })
      .returning({ id: issueNotes.id })
    if (!row) throw new Error('the note was not written')
    await record({ room: 'issues', subjectId: issue.id, action: 'issues.noted', version: issue.version })
    return { id: row.id }
  },
})
