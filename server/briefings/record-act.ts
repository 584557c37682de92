import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { briefings, briefingVersions } from '../../db/schema/briefings.ts'
import type { CommandContext } from '../infrastructure/command.ts'
import { refreshBriefingFacts } from '../publications/briefing-facts.ts'
import type { LockedBriefing } from './lock-briefing.ts'

/** From now on the present version's wording stays as it is: somebody has asked on it, acknowledged or signed it. */
export async function closeVersion(tx: Tx, { present }: LockedBriefing): Promise<void> {
  if (present.isClosed) return
  await tx.update(briefingVersions).set({ isClosed: true }).where(eq(briefingVersions.id, present.id))
}

/**
 * Ends an act on a briefing: counts its version on, tells the publications that go by it, and records it. The caller
 * holds the locks of `lockBriefing`. Answers the new version.
 */
export async function recordAct(
  { tx, record }: Pick<CommandContext<unknown>, 'tx' | 'record'>,
  { owner, briefing }: Pick<LockedBriefing, 'owner' | 'briefing'>,
  action: string,
  data: Record<string, unknown>,
): Promise<number> {
  const version = briefing.version + 1
  await tx.update(briefings).set({ version }).where(eq(briefings.id, briefing.id))
  await refreshBriefingFacts(tx, owner.userIds)
  await record({
    room: 'briefings',
    subjectId: owner.id,
    publicationId: owner.publicationId,
    action,
    version,
    data,
  })
  return version
}
