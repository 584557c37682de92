import { briefingQuestions } from '../../db/schema/briefings.ts'
import { askInput } from '../../domain/briefings/input.ts'
import { command } from '../infrastructure/command.ts'
import { proveRight } from '../infrastructure/right.ts'
import { factsOf } from './facts.ts'
import { lockBriefing } from './lock-briefing.ts'
import { closeVersion, recordAct } from './record-act.ts'

/**
 * Asks a question on the present version, which from then on stays as it is. While it is open nobody signs; asked under a
 * signature that stands it only warns. Refusals: not_found.
 */
export const ask = command({
  name: 'briefings.ask',
  right: 'briefing.ask',
  input: askInput,
  async run({ input, ...context }) {
    const { tx, person, moment } = context
    const locked = await lockBriefing(tx, input.owner, person, moment)
    proveRight(person, 'briefing.ask', locked.owner.unitId)
    const { briefing } = locked
    const { signature } = await factsOf(tx, briefing, person.id)
    const [question] = await tx
      .insert(briefingQuestions)
      .values({
        briefingId: briefing.id,
        versionNumber: briefing.presentNumber,
        body: input.body,
        aboutText: input.aboutText,
        askedBy: person.id,
        askedAt: moment,
        isAfterSignature: signature !== null,
        state: 'open',
      })
      .returning({ id: briefingQuestions.id })
    if (!question) throw new Error('the question was not written')
    await closeVersion(tx, locked)
    await recordAct(context, locked, 'briefings.asked', { questionId: question.id })
    return { id: question.id }
  },
})
