import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asc, gt, sql } from 'drizzle-orm'
import { files } from '../../db/schema/files.ts'
import { momentOf } from '../infrastructure/world.ts'
import type { Check } from './finding.ts'

const BATCH = 500

/** The stored digest is the file's; no row without bytes. */
export const storedFiles: Check = {
  name: 'files',
  invariant: 18,
  async find({ store, filesDir }) {
    const findings: { subject: string; says: string }[] = []
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const rows = await store.db
        .select()
        .from(files)
        .where(gt(files.id, after))
        .orderBy(asc(files.id))
        .limit(BATCH)
      for (const { id, sha256 } of rows) {
        const digest = await digestOf(join(filesDir, sha256.slice(0, 2), sha256))
        if (digest !== sha256) {
          findings.push({
            subject: `files ${id}`,
            says: digest === null ? 'has no bytes' : 'has other bytes',
          })
        }
      }
      const last = rows.at(-1)
      if (last === undefined) return findings
      after = last.id
    }
  },
}

async function digestOf(path: string): Promise<string | null> {
  try {
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** A deadline that passed is met or on record as missed, a minute after it at most. */
export const obligationsKept: Check = {
  name: 'obligations',
  invariant: 14,
  async find(world) {
    const moment = await momentOf(world, world.store.db)
    const rows = await world.store.db.execute<{ id: string; says: string }>(sql`
      select o.id, 'passed and is neither met nor on record as missed' as says from obligations o
      join issues i on i.id = o.issue_id
      where o.met_at is null and o.missed_at is null and o.due_at < ${moment}::timestamptz - interval '1 minute'
        and i.closed_at is null
      union all
      select i.id, 'was at public interest and is closed without a posted full response' from issues i
      where i.was_public_interest_at is not null and i.closed_at is not null and not exists (
        select 1 from responses r join publications p on p.id = r.publication_id
        where r.issue_id = i.id and r.kind = 'full' and p.posted_count > 0)`)
    return rows.map(({ id, says }) => ({ subject: `issues ${id}`, says }))
  },
}

/** What fell due is handled or on record as blocked or overdue, a minute after it at most. */
export const nothingDueMissed: Check = {
  name: 'nothing due is missed',
  invariant: 11,
  async find(world) {
    const moment = await momentOf(world, world.store.db)
    const rows = await world.store.db.execute<{ id: string }>(sql`
      select p.id from publications p
      where p.handed_over_at is null and p.state = 'approved' and p.time_kind = 'exact'
        and p.planned_at < ${moment}::timestamptz - interval '2 minutes'
        and not exists (
          select 1 from audit a where a.subject_id = p.id and a.action = 'publishing.blocked' and a.at >= p.planned_at)`)
    return rows.map(({ id }) => ({ subject: `publications ${id}`, says: 'fell due and nobody was told' }))
  },
}

/** Each change has its audit entry; each event is told within ten minutes while a worker runs. */
export const records: Check = {
  name: 'records',
  invariant: 5,
  async find(world) {
    const rows = await world.store.db.execute<{ id: string; says: string }>(sql`
      select o.subject_id as id, 'an event without its audit entry: ' || o.action as says from outbox o
      where o.action <> 'notifications.told' and not exists (
        select 1 from audit a where a.room = o.room and a.subject_id = o.subject_id and a.action = o.action and a.at = o.at)
      union all
      select o.subject_id, 'an event not told after ten minutes: ' || o.action from outbox o
      where o.told_at is null and o.at < clock_timestamp() - interval '10 minutes'
      union all
      select a.subject_id, 'an audit entry names a revision that is not there' from audit a
      where a.revision_id is not null and not exists (select 1 from revisions r where r.id = a.revision_id)`)
    return rows.map(({ id, says }) => ({ subject: id, says }))
  },
}
