import { acknowledgements } from '../../db/schema/briefings.ts'
import { reasonsAgainstAcknowledging } from '../../domain/briefings/acknowledging.ts'
import { acknowledgeInput } from '../../domain/briefings/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseFirst } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { factsOf } from './facts.ts'
import { lockBriefing } from './lock-briefing.ts'
import { closeVersion, recordAct } from './record-act.ts'

/**
 * Confirms, for oneself, having read the version that was on the screen. Refusals: not_found, version_not_present,
 * already_acknowledged.
 */
export const acknowledge = command({
  name: 'briefings.acknowledge',
  right: 'briefing.acknowledge',
  input: acknowledgeInput,
  async run({ input, ...context }) {
    const { tx, person, moment } = context
    const locked = await lockBriefing(tx, input.owner, person, moment)
    proveRight(person, 'briefing.acknowledge', locked.owner.unitId)
    const { id: briefingId, presentNumber } = locked.briefing
    const { hasRead } = await factsOf(tx, locked.briefing, person.id)
    refuseFirst(reasonsAgainstAcknowledging({ presentNumber, hasRead }, input.number))
    await tx
      .insert(acknowledgements)
      .values({ briefingId, versionNumber: presentNumber, personId: person.id, at: moment })
    await closeVersion(tx, locked)
    const data = { number: presentNumber }
    return { version: await recordAct(context, locked, 'briefings.acknowledged', data) }
  },
})
