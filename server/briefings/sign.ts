import { acknowledgements, alignments } from '../../db/schema/briefings.ts'
import { isBriefingEmpty } from '../../domain/briefings/content.ts'
import { signInput } from '../../domain/briefings/input.ts'
import { reasonsAgainstSigning } from '../../domain/briefings/signing.ts'
import { approveWordings } from '../answers/switch-on.ts'
import { command } from '../infrastructure/command.ts'
import { refuseFirst } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { factsOf } from './facts.ts'
import { lockBriefing } from './lock-briefing.ts'
import { closeVersion, recordAct } from './record-act.ts'

/**
 * Signs the version that was on the screen, for oneself, named by number and hash. The wording of its entries is approved
 * by it, and who signs has read it. Refusals: not_found, briefing_changed, briefing_empty, questions_open, already_signed.
 */
export const sign = command({
  name: 'briefings.sign',
  right: 'briefing.sign',
  input: signInput,
  async run({ input, ...context }) {
    const { tx, person, moment } = context
    const locked = await lockBriefing(tx, input.owner, person, moment)
    proveRight(person, 'briefing.sign', locked.owner.unitId)
    const { briefing, present } = locked
    const { openQuestionIds, signature } = await factsOf(tx, briefing, person.id)
    refuseFirst(
      reasonsAgainstSigning(
        {
          presentNumber: briefing.presentNumber,
          presentHash: present.hash,
          isEmpty: isBriefingEmpty(present.content),
          openQuestionIds,
          signedById: signature?.signedBy ?? null,
        },
        input.number,
        input.hash,
      ),
    )
    const version = { briefingId: briefing.id, versionNumber: briefing.presentNumber }
    await tx
      .insert(alignments)
      .values({ ...version, hash: present.hash, signedBy: person.id, signedAt: moment })
    await tx
      .insert(acknowledgements)
      .values({ ...version, personId: person.id, at: moment })
      .onConflictDoNothing()
    await closeVersion(tx, locked)
    // In one order, so that two signatures over the same entries do not wait for each other.
    const inOrder = present.content.entries.toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1))
    await approveWordings(tx, inOrder)
    const data = { number: briefing.presentNumber }
    return { version: await recordAct(context, locked, 'briefings.signed', data) }
  },
})
