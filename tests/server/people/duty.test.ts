import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addHours } from '../../../domain/time.ts'
import { dutyWeek } from '../../../server/people/duty-week.ts'
import { onDuty } from '../../../server/people/on-duty.ts'
import { removeDuty } from '../../../server/people/remove-duty.ts'
import { setDuty } from '../../../server/people/set-duty.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { outcomesOf, refusalOf } from '../../support/refusals.ts'

let here: TestAgency
beforeAll(async () => {
  here = await anAgency()
})
afterAll(() => here.drop())

const at = (hours: number) => addHours(STORY_MOMENT, hours)
const shift = (personId: string, from: number, until: number) => ({
  personId,
  role: 'approver' as const,
  startsAt: at(from),
  endsAt: at(until),
})
const namesOn = async (hours: number, unitId?: string) =>
  (await onDuty(here.world.store.db, 'approver', at(hours), unitId)).map(({ name }) => name)

describe('the duty roster', () => {
  it('counts all active holders of a role while it is empty', async () => {
    expect(await namesOn(0)).toEqual(['Agus Salim', 'Dewi Anjani', 'Hendra Wicaksono'])
    expect(await namesOn(0, here.otherUnit)).toEqual([])
  })

  it('counts whose shift covers the moment once there is one ahead', async () => {
    const { approver, secondApprover, privateOffice } = here.people
    await privateOffice.call(setDuty, shift(approver.id, -1, 8))
    await privateOffice.call(setDuty, shift(secondApprover.id, 10, 20))
    expect(await namesOn(0)).toEqual(['Hendra Wicaksono'])
    expect(await namesOn(8)).toEqual([])
    expect(await namesOn(10)).toEqual(['Dewi Anjani'])
    expect(await namesOn(20)).toEqual(['Agus Salim', 'Dewi Anjani', 'Hendra Wicaksono'])
  })

  it('has nobody on one role twice at a time, also from two servers', async () => {
    const { approver, planner } = here.people
    const { endsAt } = await refusalOf(planner.call(setDuty, shift(approver.id, 7, 9)), 'duty_overlaps')
    expect(endsAt).toBe(at(8))
    const hours = [30, 40, 50, 60, 70, 80, 90, 100]
    const both = hours.flatMap((from) =>
      [planner, here.onSecond(planner)].map((person) =>
        person.call(setDuty, shift(approver.id, from, from + 8)),
      ),
    )
    expect(await outcomesOf(both)).toEqual({ done: hours.length, refused: hours.map(() => 'duty_overlaps') })
  })

  it('is set by who manages duty in a unit where the role is held', async () => {
    const { approver, agent, otherPlanner, reader, administrator } = here.people
    await refusalOf(otherPlanner.call(setDuty, shift(approver.id, 200, 208)), 'not_found')
    await refusalOf(reader.call(setDuty, shift(approver.id, 200, 208)), 'not_allowed')
    const { role } = await refusalOf(
      administrator.call(setDuty, shift(agent.id, 200, 208)),
      'duty_without_role',
    )
    expect(role).toBe('approver')
    const { dutyId } = await administrator.call(setDuty, shift(approver.id, 200, 208))
    await refusalOf(otherPlanner.call(removeDuty, { dutyId }), 'not_found')
    await administrator.call(removeDuty, { dutyId })
    await refusalOf(administrator.call(removeDuty, { dutyId }), 'not_found')
  })

  it('shows the week, who is on now and the gaps ahead', async () => {
    const week = await here.people.reader.look(dutyWeek, { from: '2026-12-07', until: '2026-12-14' })
    expect(week.now.find(({ role }) => role === 'approver')?.people).toMatchObject([
      { name: 'Hendra Wicaksono' },
    ])
    expect(week.shifts.map(({ name }) => name)).toContain('Dewi Anjani')
    expect(week.approverGaps[0]).toEqual({ startsAt: at(8), endsAt: at(10) })
    expect(week.emptyRoles).toEqual(['planner', 'agent', 'lead_agent'])
    expect(week.maySet).toBe(false)
  })

  it('refuses a shift that ends before it starts or lasts longer than a week', () => {
    expect(setDuty.input.safeParse(shift(here.people.approver.id, 5, 5)).success).toBe(false)
    expect(setDuty.input.safeParse(shift(here.people.approver.id, 0, 169)).success).toBe(false)
  })

  it('does not count who was deactivated', async () => {
    await here.database.store.transaction((_tx, statement) =>
      statement('update people set deactivated_at = $1 where id = $2', [
        STORY_MOMENT,
        here.people.approver.id,
      ]),
    )
    expect(await namesOn(0)).toEqual([])
  })
})
