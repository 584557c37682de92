import type { NamedPerson } from '../../domain/people/person.ts'
import { type ChangeOfMany, changeManyInput, type HeadChanges } from '../../domain/publications/input.ts'
import type { NotChanged } from '../../domain/publications/refusals.ts'
import { shiftedTime } from '../../domain/publications/shifted-time.ts'
import { type CommandContext, command } from '../infrastructure/command.ts'
import { Refused, refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { cancelLocked } from './cancel.ts'
import { writeHead } from './edit.ts'
import { lockPublication, lockPublications, type PublicationRow } from './lock.ts'
import { makeAlike } from './make-alike.ts'
import { decidersOf, moveLocked } from './move.ts'
import { refuseSinceSeen } from './refuse-since-seen.ts'
import { refuseUnlessOpenTo } from './writing.ts'

type Context = Pick<CommandContext<unknown>, 'tx' | 'person' | 'moment' | 'agency' | 'record'>
type Seen = { version: number; timeVersion: number }

/**
 * The same change for several publications, all or nothing: each is judged, recorded and told as if it were alone, in
 * one transaction. What could not is listed with its own refusal; approvals that would end are asked about first, by
 * their number. Refusals: many_not_changed, many_end_approvals.
 */
export const changeMany = command({
  name: 'publications.changeMany',
  right: 'publication.plan',
  input: changeManyInput,
  async run({ input, ...context }) {
    const { tx, person, moment } = context
    const items = new Map(input.items.map((item) => [item.publicationId, item]))
    const ids = [...items.keys()].sort()
    const rows = await lockPublications(tx, ids, person, moment)
    const notChanged: NotChanged[] = []
    const changed: { publicationId: string; version: number; timeVersion: number }[] = []
    const decidedBy = new Map<string, NamedPerson>()
    let ending = 0
    for (const [publicationId, seen] of items) {
      const before = rows.get(publicationId)
      try {
        if (before === undefined) return refuseMissing()
        const after = await changeOne(context, before, seen, input.change)
        if (after === null) continue
        changed.push({ publicationId, ...after })
        if (before.submissionId === null) continue
        const { submissionId } = await lockPublication(tx, publicationId, person, moment)
        if (submissionId !== null) continue
        ending += 1
        for (const one of await decidersOf(tx, before)) decidedBy.set(one.id, one)
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        notChanged.push({ publicationId, title: before?.title ?? null, code: error.code, data: error.data })
      }
    }
    if (notChanged.length > 0) refuse('many_not_changed', { items: notChanged })
    if (ending > 0 && !input.confirmsEndOfApproval)
      refuse('many_end_approvals', { count: ending, decidedBy: [...decidedBy.values()] })
    return { changed, unchanged: items.size - changed.length, endedApprovals: ending }
  },
})

/** The versions after the change; null where everything already is as wanted. */
async function changeOne(
  context: Context,
  before: PublicationRow,
  seen: Seen,
  change: ChangeOfMany,
): Promise<Seen | null> {
  proveRight(context.person, 'publication.plan', before.unitId)
  if (change.kind === 'cancel') {
    refuseUnlessOpenTo(before, 'cancel')
    await refuseSinceSeen(context.tx, before, seen)
    const { version, timeVersion } = await cancelLocked(context, before)
    return { version, timeVersion }
  }
  if (change.kind === 'move') {
    const time = shiftedTime(before, change.days, context.agency.zone)
    if (time === null) return refuse('not_scheduled', {})
    const after = await moveLocked(context, before, {
      time,
      timeVersion: seen.timeVersion,
      confirmsEndOfApproval: true,
    })
    if (after.timeVersion === before.timeVersion) return null
    return { version: before.version, timeVersion: after.timeVersion }
  }
  if (change.kind === 'alike') return makeAlike(context, before, seen, change)
  const { version } = await writeHead(context, {
    publicationId: before.id,
    version: seen.version,
    changes: headOf(change),
  })
  return version === before.version ? null : { version, timeVersion: before.timeVersion }
}

function headOf(change: Exclude<ChangeOfMany, { kind: 'move' | 'cancel' | 'alike' }>): HeadChanges {
  if (change.kind === 'owner') return { ownerId: change.ownerId }
  if (change.kind === 'campaign') return { campaignId: change.campaignId }
  return { subjectClass: change.subjectClass }
}
