import { eq } from 'drizzle-orm'
import { alignments } from '../../db/schema/briefings.ts'
import { withdrawSignatureInput } from '../../domain/briefings/input.ts'
import { reasonsAgainstWithdrawingSignature } from '../../domain/briefings/signing.ts'
import { command } from '../infrastructure/command.ts'
import { refuse, refuseFirst } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { factsOf } from './facts.ts'
import { lockBriefing } from './lock-briefing.ts'
import { recordAct } from './record-act.ts'
import { unapproveWordings } from './unapprove-wordings.ts'

/**
 * A lead agent takes a signature back from the present version, with a reason. Wordings that only this signature approved
 * are no longer offered. Refusals: not_found, not_signed.
 */
export const withdrawSignature = command({
  name: 'briefings.withdrawSignature',
  right: 'briefing.sign',
  input: withdrawSignatureInput,
  async run({ input, ...context }) {
    const { tx, person, moment } = context
    const locked = await lockBriefing(tx, input.owner, person, moment)
    proveRight(person, 'briefing.sign', locked.owner.unitId)
    const { presentNumber } = locked.briefing
    const { signature } = await factsOf(tx, locked.briefing, person.id)
    const signedById = signature?.signedBy ?? null
    refuseFirst(reasonsAgainstWithdrawingSignature({ presentNumber, signedById }, input.number))
    if (signature === null) return refuse('not_signed', { number: input.number })
    await tx
      .update(alignments)
      .set({ withdrawnBy: person.id, withdrawnAt: moment, withdrawnWhy: input.reason })
      .where(eq(alignments.id, signature.id))
    await unapproveWordings(tx, locked.present.content.entries)
    const data = { number: presentNumber, signedBy: signature.signedBy }
    return { version: await recordAct(context, locked, 'briefings.signature_withdrawn', data) }
  },
})
