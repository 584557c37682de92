import { objectInput } from '../../domain/approvals/input.ts'
import { command } from '../infrastructure/command.ts'
import { objectWith } from './object.ts'

/**
 * Asks for changes, with a comment: the submission ends and the publication is a draft again.
 * Refusals: not_found and those of `reasonsAgainstDeciding`.
 */
export const askForChanges = command({
  name: 'approvals.askForChanges',
  right: 'approval.decide',
  input: objectInput,
  run: (context) => objectWith('ask_for_changes', context),
})
