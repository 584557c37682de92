import { holds } from '../../domain/permissions.ts'
import type { Day, Instant } from '../../domain/time.ts'
import type { Person } from '../infrastructure/right.ts'
import type { CalendarRow } from './calendar-rows.ts'
import { type Judged, movingOf } from './judge-row.ts'

/**
 * One publication in a list. Unit, owner, campaign and accounts are positions in the answer's `refs`: a month names the
 * same few ids many times over.
 */
export type CalendarItem = Judged & {
  id: string
  title: string
  objective: 'promote' | 'protect'
  unit: number
  owner: number
  campaign: number | null
  accounts: number[]
  day: Day | null
  at: Instant | null
  timeKind: CalendarRow['timeKind']
  isExecutive: boolean
  version: number
  timeVersion: number
  /** Whether the reader may move it; `role`: never theirs to move, `closed`: its state does not let it. */
  move: 'yes' | 'role' | 'closed'
  /** A move to another time ends its approval, so the person is asked first. */
  moveEndsApproval: boolean
}

/** Whether a person plans for a unit, looked up once for each. */
export function plansOf(person: Pick<Person, 'grants'>): (unitId: string) => boolean {
  const plans = new Map<string, boolean>()
  return (unitId) => {
    const known = plans.get(unitId)
    if (known !== undefined) return known
    const may = holds(person.grants, 'publication.plan', unitId)
    plans.set(unitId, may)
    return may
  }
}

/** Makes items and gathers the ids they point to. `mayPlan`: whether whoever reads them plans for a unit. */
export function itemMaker(mayPlan: (unitId: string) => boolean): {
  refs: string[]
  make(row: CalendarRow, judged: Judged): CalendarItem
} {
  const refs: string[] = []
  const positions = new Map<string, number>()
  const ref = (id: string): number => {
    const known = positions.get(id)
    if (known !== undefined) return known
    positions.set(id, refs.length)
    return refs.push(id) - 1
  }
  return {
    refs,
    make(row, judged) {
      const moving = movingOf(row)
      return {
        id: row.id,
        title: row.title,
        objective: row.objective,
        unit: ref(row.unitId),
        owner: ref(row.ownerId),
        campaign: row.campaignId === null ? null : ref(row.campaignId),
        accounts: row.accountIds.map(ref),
        day: row.plannedDay,
        at: row.plannedAt,
        timeKind: row.timeKind,
        isExecutive: row.isExecutive,
        version: row.version,
        timeVersion: row.timeVersion,
        move: !mayPlan(row.unitId) ? 'role' : moving.isOpen ? 'yes' : 'closed',
        moveEndsApproval: moving.endsApproval,
        status: judged.status,
        blockers: judged.blockers,
        warnings: judged.warnings,
        only: judged.only,
      }
    },
  }
}
