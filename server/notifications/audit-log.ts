import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import { publications } from '../../db/schema/publications.ts'
import { audit } from '../../db/schema/records.ts'
import { auditLogInput } from '../../domain/notifications/input.ts'
import { addDays, startOfDay } from '../../domain/time.ts'
import { read } from '../infrastructure/read.ts'
import { seal, unseal } from '../infrastructure/sealed.ts'
import { secretOf } from '../infrastructure/secret-of.ts'
import type { World } from '../infrastructure/world.ts'
import { visibleTo } from '../publications/visible.ts'

const PAGE = 50

/**
 * Who did what, newest first, without content. What is planned for an executive account is read by its circle alone,
 * an administrator outside of it sees no row and no gap: the cursor is sealed, so that it counts nothing.
 */
export const auditLog = read({
  name: 'notifications.auditLog',
  right: 'audit.read',
  input: auditLogInput,
  async run({ db, person, agency, input, moment, world }) {
    const before = positionOf(world, input.cursor)
    const conditions: (SQL | undefined)[] = [
      sql`(${audit.publicationId} is null or exists (
        select 1 from ${publications} where ${publications.id} = ${audit.publicationId} and ${visibleTo(person, moment)}
      ))`,
      before === null ? undefined : lt(audit.position, before),
      input.personId === null ? undefined : eq(audit.personId, input.personId),
      input.room === null ? undefined : eq(audit.room, input.room),
      input.from === null ? undefined : gte(audit.at, startOfDay(input.from, agency.zone)),
      input.until === null ? undefined : lt(audit.at, startOfDay(addDays(input.until, 1), agency.zone)),
    ]
    const rows = await db
      .select({
        position: audit.position,
        at: audit.at,
        personId: audit.personId,
        personName: people.name,
        action: audit.action,
        room: audit.room,
        subjectId: audit.subjectId,
        publicationId: audit.publicationId,
        title: publications.title,
        data: audit.data,
      })
      .from(audit)
      .leftJoin(people, eq(people.id, audit.personId))
      .leftJoin(publications, eq(publications.id, audit.publicationId))
      .where(and(...conditions))
      .orderBy(desc(audit.position))
      .limit(PAGE + 1)
    const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
    return {
      rows: rows.slice(0, PAGE).map(({ position, ...row }) => ({
        key: seal(secretOf(world), PURPOSE, String(position)),
        ...row,
      })),
      next: last ? seal(secretOf(world), PURPOSE, String(last.position)) : null,
    }
  },
})

const PURPOSE = 'audit place'

function positionOf(world: World, cursor: string | null): number | null {
  if (cursor === null) return null
  try {
    return Number(unseal(secretOf(world), PURPOSE, cursor))
  } catch {
    // No cursor of ours: read from the newest.
    return null
  }
}
