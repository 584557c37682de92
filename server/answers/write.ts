import { writeInput } from '../../domain/answers/input.ts'
import { command } from '../infrastructure/command.ts'
import { writeEntry } from './write-entry.ts'

/** Writes a new entry. See `writeEntry`. */
export const write = command({
  name: 'answers.write',
  right: 'answers.write',
  input: writeInput,
  async run({ input, ...context }) {
    const { id, version, wordingHash } = await writeEntry(context, input)
    return { id, version, wordingHash }
  },
})
