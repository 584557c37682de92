import { inArray } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { marks } from '../../db/schema/marks.ts'
import type { WorkingCalendar } from '../../domain/marks/working-time.ts'
import type { Agency } from '../infrastructure/command.ts'

/**
 * The agency's working calendar, for everything that is counted in working days or hours. National holidays and joint
 * leave are left out; an election day only where it is decreed a holiday too.
 */
export async function workingCalendar(
  db: Pick<Db, 'select'>,
  agency: Pick<Agency, 'zone' | 'opensAt' | 'closesAt'>,
): Promise<WorkingCalendar> {
  const rows = await db
    .select({ day: marks.day, kind: marks.kind })
    .from(marks)
    .where(inArray(marks.kind, ['national', 'joint_leave']))
  return {
    zone: agency.zone,
    holidays: new Set(rows.map((row) => row.day)),
    yearsKnown: new Set(rows.filter((row) => row.kind === 'national').map((row) => yearOf(row.day))),
    opensAt: agency.opensAt,
    closesAt: agency.closesAt,
  }
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
