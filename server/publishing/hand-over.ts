import { reasonsAgainstHandingOver } from '../../domain/publishing/due.ts'
import { publicationToPublish } from '../../domain/publishing/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { holdAccountsSaidOn } from '../publications/accounts-said-on.ts'
import { lockPublication } from '../publications/lock.ts'
import { gateFacts, handOverFacts } from './facts.ts'
import { writeHandover } from './write-handover.ts'

/**
 * A planner of the unit, its owner among them, hands a publication over from its time until the grace ends: judged
 * again here, under the lock. Refusals: not_found and those of `reasonsAgainstHandingOver`.
 */
export const handOver = command({
  name: 'publishing.handOver',
  right: 'publication.handOver',
  input: publicationToPublish,
  async run({ tx, person, input, moment, agency, record }) {
    const locked = await lockPublication(tx, input.publicationId, person, moment)
    const right = proveRight(person, 'publication.handOver', locked.unitId)
    await holdAccountsSaidOn(tx, locked.id)
    const facts = await gateFacts(tx, locked.id, moment, agency)
    for (const reason of reasonsAgainstHandingOver(handOverFacts(facts, moment), 'owner', moment)) {
      refuse(reason.code, reason.data)
    }
    return writeHandover(tx, facts, { by: person.id, right, moment }, record)
  },
})
