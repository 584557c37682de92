import { addReadingInput } from '../../domain/issues/input.ts'
import { command } from '../infrastructure/command.ts'
import { proveAnywhere } from '../infrastructure/right.ts'
import { lockOpenIssue } from './lock-issue.ts'
import { writeReading } from './write-reading.ts'

/** Adds a dated reading of the three counts. Refusals: not_found, issue_closed, reading_ahead. */
export const addReading = command({
  name: 'issues.addReading',
  right: 'issue.record',
  input: addReadingInput,
  async run({ input, ...context }) {
    const issue = await lockOpenIssue(context.tx, input.issueId)
    proveAnywhere(context.person, 'issue.record')
    const read = await writeReading(context, issue, input.reading)
    await context.record({
      room: 'issues',
      subjectId: issue.id,
      action: 'issues.read',
      version: read.version,
      data: { publicUptake: read.publicUptake, level: read.level },
    })
    return read
  },
})
