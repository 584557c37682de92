import { oneIssueInput } from '../../domain/issues/input.ts'
import { command } from '../infrastructure/command.ts'
import { proveAnywhere } from '../infrastructure/right.ts'
import { lockOpenIssue } from './lock-issue.ts'
import { meetObligations } from './meet.ts'

/** Somebody has looked in the library for an answer: meets that obligation. Refusals: not_found, issue_closed. */
export const markLibraryChecked = command({
  name: 'issues.markLibraryChecked',
  right: 'issue.record',
  input: oneIssueInput,
  async run({ input, tx, person, moment, record }) {
    const issue = await lockOpenIssue(tx, input.issueId)
    proveAnywhere(person, 'issue.record')
    const by = { at: moment, personId: person.id, publicationId: null }
    return { met: await meetObligations({ tx, record }, issue, ['library_checked'], by) }
  },
})
