import { createHash } from 'node:crypto'
import { and, asc, eq, isNotNull, isNull, lte, or } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { overlayEvents, overlays } from '../../db/schema/overlays.ts'
import { people } from '../../db/schema/people.ts'
import type { OverlayProblem } from '../../domain/overlays/problems.ts'
import { addDays, addHours, dayOf } from '../../domain/time.ts'
import { executeByClock, readAgency } from '../infrastructure/command.ts'
import { fetchOutside, publicInternet } from '../infrastructure/egress.ts'
import { unseal } from '../infrastructure/sealed.ts'
import { secretOf } from '../infrastructure/secret-of.ts'
import { momentOf, type World } from '../infrastructure/world.ts'
import { heardBy } from '../views/lock.ts'
import { OVERLAY_ADDRESS } from './add-address.ts'
import type { ReadEvent } from './read-calendar.ts'
import { readCalendarApart } from './read-calendar-apart.ts'

const LIMIT_BYTES = 5 * 1024 * 1024
const LIMIT_MILLISECONDS = 10_000
const AT_ONCE = 4
/** An address is read every hour; a file is only written out anew, for the days to come. */
const HOURS_BETWEEN = { address: 1, file: 24 }
const DAYS_BACK = 90
const DAYS_AHEAD = 400
const ROWS_AT_ONCE = 500

/** Of somebody who left nobody sees their own; a unit keeps what they added for it. */
const isSeen = or(isNotNull(overlays.unitId), isNull(people.deactivatedAt))

type Due = typeof overlays.$inferSelect
type Read = { events: ReadEvent[]; isCut: boolean; contentHash: string }

/**
 * Reads the calendars that are due, a few at once. Each is first put off to its next time, so that of two servers one reads
 * it and a crash costs one turn; the network and the parser are waited for outside of any transaction.
 */
export async function readDueOverlays(world: World): Promise<void> {
  const moment = await momentOf(world, world.store.db)
  const due = await world.store.db
    .select({ id: overlays.id })
    .from(overlays)
    .innerJoin(people, eq(people.id, overlays.ownerId))
    .where(and(isNull(overlays.removedAt), lte(overlays.dueAt, moment), isSeen))
    .orderBy(asc(overlays.dueAt))
    .limit(AT_ONCE)
  await Promise.all(due.map(({ id }) => readOne(world, id)))
}

async function readOne(world: World, id: string): Promise<void> {
  try {
    const overlay = await claim(world, id)
    if (overlay !== null) await keep(world, overlay, await readAnew(world, overlay))
  } catch (error) {
    world.log.error({ err: error, overlay: id }, 'another calendar could not be read')
  }
}

/** The overlay, put off to its next time; null where another server has it, or it was removed. */
async function claim(world: World, id: string): Promise<Due | null> {
  return world.store.transaction(async (tx) => {
    const moment = await momentOf(world, tx)
    const [overlay] = await tx.select().from(overlays).where(eq(overlays.id, id)).for('update')
    if (!overlay || overlay.removedAt !== null || overlay.dueAt > moment) return null
    const hours = overlay.sealedAddress === null ? HOURS_BETWEEN.file : HOURS_BETWEEN.address
    await tx
      .update(overlays)
      .set({ dueAt: addHours(moment, hours) })
      .where(eq(overlays.id, id))
    return overlay
  })
}

async function readAnew(world: World, overlay: Due): Promise<Read | OverlayProblem> {
  const text = await textOf(world, overlay)
  if (typeof text !== 'string') return text
  const { db } = world.store
  const { zone } = await readAgency(db)
  const today = dayOf(await momentOf(world, db), zone)
  const days = { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) }
  const read = await readCalendarApart({ text, zone, ...days })
  if (read === 'too_heavy') return { code: 'too_heavy' }
  if (read === null) return { code: 'not_calendar' }
  const contentHash = createHash('sha256').update(JSON.stringify(read)).digest('hex')
  return { ...read, contentHash }
}

async function textOf(world: World, { sealedAddress, fileText }: Due): Promise<string | OverlayProblem> {
  if (sealedAddress === null) return fileText ?? ''
  const fetched = await fetchOutside(unseal(secretOf(world), OVERLAY_ADDRESS, sealedAddress), {
    guard: world.egress ?? publicInternet,
    limitBytes: LIMIT_BYTES,
    limitMs: LIMIT_MILLISECONDS,
  })
  return fetched.ok ? fetched.bytes.toString('utf8') : fetched.problem
}

/** Writes what was read, or what was met; only what differs from before is recorded and heard of. */
async function keep(world: World, { id }: Due, read: Read | OverlayProblem): Promise<void> {
  await executeByClock(world, 'overlays', async ({ tx, moment, record }) => {
    const [overlay] = await tx.select().from(overlays).where(eq(overlays.id, id)).for('update')
    if (!overlay || overlay.removedAt !== null) return
    const problem = 'code' in read ? read : null
    const isNews =
      JSON.stringify(problem) !== JSON.stringify(overlay.problem) ||
      (!('code' in read) && read.contentHash !== overlay.contentHash)
    const version = overlay.version + (isNews ? 1 : 0)
    const kept = 'code' in read ? {} : await replaceEvents(tx, overlay, read)
    await tx
      .update(overlays)
      .set({ problem, version, ...kept, ...(problem === null && { readAt: moment }) })
      .where(eq(overlays.id, id))
    if (!isNews) return
    await record({
      room: 'overlays',
      subjectId: id,
      action: 'overlays.read',
      version,
      data: { problem: problem?.code ?? null, ...heardBy(overlay) },
    })
  })
}

async function replaceEvents(tx: Tx, overlay: Due, { events, isCut, contentHash }: Read) {
  if (contentHash !== overlay.contentHash) {
    await tx.delete(overlayEvents).where(eq(overlayEvents.overlayId, overlay.id))
    for (let first = 0; first < events.length; first += ROWS_AT_ONCE) {
      const rows = events.slice(first, first + ROWS_AT_ONCE)
      await tx.insert(overlayEvents).values(rows.map((event) => ({ ...event, overlayId: overlay.id })))
    }
  }
  return { contentHash, isCut, eventCount: events.length }
}
