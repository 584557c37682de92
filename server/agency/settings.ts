import { nothingInput } from '../../domain/input.ts'
import { read } from '../infrastructure/read.ts'

/** What the agency has decided for itself; everybody signed in may know it. */
export const settings = read({
  name: 'agency.settings',
  right: 'institutional.read',
  input: nothingInput,
  async run({ agency, person }) {
    const { createdAt: _createdAt, ...decided } = agency
    return {
      ...decided,
      mayChange: person.grants.some((grant) => grant.role === 'administrator' && grant.unitId === null),
    }
  },
})
