import { eq } from 'drizzle-orm'
import { accounts } from '../../db/schema/accounts.ts'
import { limitEffectsInput } from '../../domain/accounts/input.ts'
import { limitEffect, limitsAfter } from '../../domain/platforms/own-limits.ts'
import type { PlatformFinding, PlatformId } from '../../domain/platforms/platform.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { judgeAccount } from './judge-account.ts'
import { visibleTo } from './visible.ts'

/** A list longer than this is cut and says so. */
const MOST = 50

export type AffectedPublication = {
  id: string
  title: string
  plannedAt: string | null
  plannedDay: string | null
  timeKind: 'none' | 'exact' | 'tentative' | 'open'
  findings: PlatformFinding[]
}

/**
 * Which of the planned publications on an account a change of its limits would newly hold, and which it would free: of
 * those alone that the reader may know of. Nothing is counted of the others. Refuses `not_found`.
 */
export const limitEffects = read({
  name: 'publications.limitEffects',
  right: 'accounts.manage',
  input: limitEffectsInput,
  async run({ db, person, input, moment }) {
    const [account] = await db.select().from(accounts).where(eq(accounts.id, input.id))
    if (!account) return refuseMissing()
    const breaks: AffectedPublication[] = []
    const mends: AffectedPublication[] = []
    const both = [account.ownLimits, limitsAfter(account.ownLimits, input.limits)]
    for await (const judged of judgeAccount(db, account, both, visibleTo(person, moment))) {
      for (const { publication, findings } of judged) {
        const [before = [], after = []] = findings
        const effect = limitEffect(before, after)
        const { mainText, mainLink, ...named } = publication
        if (effect.breaks.length > 0) breaks.push({ ...named, findings: effect.breaks })
        if (effect.mends.length > 0) mends.push({ ...named, findings: effect.mends })
      }
      if (breaks.length > MOST && mends.length > MOST) break
    }
    return {
      platform: account.platform as PlatformId,
      breaks: breaks.slice(0, MOST),
      mends: mends.slice(0, MOST),
      isCut: breaks.length > MOST || mends.length > MOST,
    }
  },
})
