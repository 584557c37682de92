import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accounts } from '../../../db/schema/accounts.ts'
import { delegations as table } from '../../../db/schema/people.ts'
import { outbox } from '../../../db/schema/records.ts'
import { addHours } from '../../../domain/time.ts'
import { delegate } from '../../../server/people/delegate.ts'
import { delegations } from '../../../server/people/delegations.ts'
import { endDelegation } from '../../../server/people/end-delegation.ts'
import { leaders } from '../../../server/people/leaders.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { refusalOf } from '../../support/refusals.ts'

let here: TestAgency
beforeAll(async () => {
  here = await anAgency()
})
afterAll(() => here.drop())

const given = (change: object = {}) => ({
  leaderId: here.people.leader.id,
  delegateId: here.people.delegate.id,
  startsAt: STORY_MOMENT,
  endsAt: addHours(STORY_MOMENT, 48),
  subjectClasses: null,
  letterNumber: 'SP-12/2026',
  ...change,
})

describe('a delegation', () => {
  it('is entered by the private office of the leader, and the leader is told', async () => {
    const { delegationId } = await here.people.privateOffice.call(delegate, given())
    const [row] = await here.world.store.db.select().from(table).where(eq(table.id, delegationId))
    expect(row).toMatchObject({ letterNumber: 'SP-12/2026', enteredBy: here.people.privateOffice.id })
    const told = await here.world.store.db.select().from(outbox).where(eq(outbox.action, 'people.delegated'))
    expect(told).toMatchObject([{ data: { delegationId, leaderId: here.people.leader.id } }])
  })

  it('is entered by the leader in person', async () => {
    const ministry = here.people.approver
    await here.world.store.transaction((tx) =>
      tx
        .update(accounts)
        .set({ officeHolderId: ministry.id })
        .where(eq(accounts.id, here.accounts.executive)),
    )
    expect((await ministry.look(leaders, {})).map(({ id }) => id)).toEqual([ministry.id])
    const { delegationId } = await here.people.approver.call(
      delegate,
      given({ leaderId: here.people.approver.id, delegateId: here.people.secondApprover.id }),
    )
    await here.people.approver.call(endDelegation, { delegationId })
    await refusalOf(here.people.approver.call(endDelegation, { delegationId }), 'not_found')
    await here.world.store.transaction((tx) =>
      tx
        .update(accounts)
        .set({ officeHolderId: here.people.leader.id })
        .where(eq(accounts.id, here.accounts.executive)),
    )
  })

  it('is entered by nobody else: no planner, no administrator, no other private office', async () => {
    const other = await here.addPerson('Sri Wahyuni', 'private_office', here.otherUnit)
    const later = given({ startsAt: addHours(STORY_MOMENT, 100), endsAt: addHours(STORY_MOMENT, 110) })
    for (const person of [here.people.planner, here.people.administrator, here.people.delegate, other])
      await refusalOf(person.call(delegate, later), 'not_found')
  })

  it('is of an office: an approver of a unit passes nothing on, nor does anybody else', async () => {
    const later = { startsAt: addHours(STORY_MOMENT, 200), endsAt: addHours(STORY_MOMENT, 210) }
    for (const person of [here.people.approver, here.people.administrator, here.people.planner]) {
      const refused = await refusalOf(
        person.call(delegate, given({ ...later, leaderId: person.id })),
        'nothing_to_delegate',
      )
      expect(refused.person.id).toBe(person.id)
    }
    const ofPlanner = given({ ...later, leaderId: here.people.planner.id })
    await refusalOf(here.people.privateOffice.call(delegate, ofPlanner), 'nothing_to_delegate')
  })

  it('goes to an approver, never to oneself, and not twice at a time', async () => {
    const office = here.people.privateOffice
    const { person } = await refusalOf(
      office.call(delegate, given({ delegateId: here.people.planner.id })),
      'delegate_not_approver',
    )
    expect(person.name).toBe('Sekar Larasati')
    await refusalOf(
      office.call(delegate, given({ delegateId: here.people.leader.id })),
      'delegation_to_oneself',
    )
    const overlap = given({ startsAt: addHours(STORY_MOMENT, 40), endsAt: addHours(STORY_MOMENT, 60) })
    expect(await refusalOf(office.call(delegate, overlap), 'delegation_overlaps')).toEqual({
      startsAt: STORY_MOMENT,
      endsAt: addHours(STORY_MOMENT, 48),
    })
    const past = given({ startsAt: addHours(STORY_MOMENT, -9), endsAt: addHours(STORY_MOMENT, -1) })
    await refusalOf(office.call(delegate, past), 'input_invalid')
  })

  it('shows to the leader, the delegate and the private office, and to nobody else', async () => {
    const seen = async (person: typeof here.people.planner) =>
      (await person.look(delegations, {})).filter((row) => row.leaderId === here.people.leader.id)
    expect(await seen(here.people.privateOffice)).toMatchObject([{ isRunning: true, mayEnd: true }])
    expect(await seen(here.people.delegate)).toMatchObject([{ isRunning: true, mayEnd: false }])
    expect(await seen(here.people.planner)).toEqual([])
    expect(await seen(here.people.administrator)).toEqual([])
  })

  it('is offered for the leaders of one’s own units', async () => {
    const names = async (person: typeof here.people.planner) =>
      (await person.look(leaders, {})).map(({ name }) => name)
    expect(await names(here.people.privateOffice)).toEqual(['Ratna Kusumawardhani'])
    expect(await names(here.people.approver)).toEqual([])
    expect(await names(here.people.planner)).toEqual([])
    expect(await names(here.people.administrator)).toEqual([])
  })
})
