import { objectInput } from '../../domain/approvals/input.ts'
import { command } from '../infrastructure/command.ts'
import { objectWith } from './object.ts'

/**
 * Rejects, with a comment: the submission ends and the publication is a draft again.
 * Refusals: not_found and those of `reasonsAgainstDeciding`.
 */
export const reject = command({
  name: 'approvals.reject',
  right: 'approval.decide',
  input: objectInput,
  run: (context) => objectWith('reject', context),
})
