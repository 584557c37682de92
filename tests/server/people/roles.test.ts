import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { people, roleGrants } from '../../../db/schema/people.ts'
import { addUnit } from '../../../server/agency/add-unit.ts'
import { changeUnit } from '../../../server/agency/change-unit.ts'
import { insertUser } from '../../../server/infrastructure/new-user.ts'
import { deactivate } from '../../../server/people/deactivate.ts'
import { endRole } from '../../../server/people/end-role.ts'
import { grantRole } from '../../../server/people/grant-role.ts'
import { reactivate } from '../../../server/people/reactivate.ts'
import { type ActingPerson, anAgency, type TestAgency } from '../../support/agency.ts'
import { outcomesOf, refusalOf } from '../../support/refusals.ts'

let here: TestAgency
beforeAll(async () => {
  here = await anAgency()
})
afterAll(() => here.drop())

const administrator = () => here.people.administrator

async function withSignIn(person: ActingPerson, email: string): Promise<ActingPerson> {
  await here.database.store.transaction(async (tx) => {
    const userId = await insertUser(tx, { name: person.name, email, passwordHash: null, moment: here.now() })
    await tx.update(people).set({ userId }).where(eq(people.id, person.id))
  })
  return person
}

async function grantOf(personId: string, role: 'administrator' | 'planner') {
  const [grant] = await here.world.store.db
    .select()
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, personId), eq(roleGrants.role, role)))
  if (!grant) throw new Error('no grant')
  return grant
}

describe('a role', () => {
  it('counts from the next act on, and not after it ended', async () => {
    const { reader } = here.people
    await refusalOf(reader.call(addUnit, { name: 'Unit A' }), 'not_allowed')
    const { grantId } = await administrator().call(grantRole, {
      personId: reader.id,
      grant: { role: 'administrator', unitId: null },
    })
    await reader.call(addUnit, { name: 'Unit A' })
    await withSignIn(administrator(), 'andi@contoh.example')
    await administrator().call(endRole, { grantId })
    await refusalOf(reader.call(addUnit, { name: 'Unit B' }), 'not_allowed')
    await refusalOf(here.onSecond(reader).call(addUnit, { name: 'Unit B' }), 'not_allowed')
  })

  it('is held once in each place', async () => {
    const grant = { role: 'planner' as const, unitId: here.unit }
    const personId = here.people.planner.id
    await refusalOf(administrator().call(grantRole, { personId, grant }), 'role_held')
    const twice = [administrator(), here.onSecond(administrator())].map((person) =>
      person.call(grantRole, { personId, grant: { role: 'planner', unitId: here.otherUnit } }),
    )
    expect(await outcomesOf(twice)).toEqual({ done: 1, refused: ['role_held'] })
  })

  it('in one unit gives nothing in another', async () => {
    const unitAdministrator = await here.addPerson('Rina', 'administrator', here.otherUnit)
    const version = 1
    await refusalOf(
      unitAdministrator.call(changeUnit, { id: here.unit, version, name: 'Biro Lain' }),
      'not_found',
    )
    await unitAdministrator.call(changeUnit, { id: here.otherUnit, version, name: 'Direktorat Baru' })
    await refusalOf(
      unitAdministrator.call(grantRole, {
        personId: here.people.reader.id,
        grant: { role: 'planner', unitId: here.unit },
      }),
      'not_found',
    )
    await refusalOf(
      unitAdministrator.call(grantRole, {
        personId: here.people.reader.id,
        grant: { role: 'administrator', unitId: null },
      }),
      'not_found',
    )
  })

  it('is given to nobody who was deactivated', async () => {
    const gone = await here.addPerson('Tono', 'reader', null)
    await administrator().call(deactivate, { personId: gone.id })
    const { person } = await refusalOf(
      administrator().call(grantRole, { personId: gone.id, grant: { role: 'agent', unitId: null } }),
      'person_inactive',
    )
    expect(person.name).toBe('Tono')
  })
})

describe('deactivating', () => {
  it('shuts the person out of everything that starts later, and reactivating lets them in again', async () => {
    const person = await here.addPerson('Sari', 'administrator', null)
    await administrator().call(deactivate, { personId: person.id })
    await refusalOf(person.call(addUnit, { name: 'Unit C' }), 'signed_out')
    await refusalOf(here.onSecond(person).call(addUnit, { name: 'Unit C' }), 'signed_out')
    await administrator().call(reactivate, { personId: person.id })
    await person.call(addUnit, { name: 'Unit C' })
    await administrator().call(endRole, { grantId: (await grantOf(person.id, 'administrator')).id })
  })
})

describe('the last administrator', () => {
  let second: ActingPerson
  beforeEach(async () => {
    second = await withSignIn(
      await here.addPerson('Budi', 'administrator', null),
      `budi${Math.random()}@contoh.example`,
    )
  })

  it('stays: neither deactivated nor without the role', async () => {
    await second.call(deactivate, { personId: second.id })
    const { id } = await grantOf(administrator().id, 'administrator')
    await refusalOf(administrator().call(deactivate, { personId: administrator().id }), 'last_administrator')
    await refusalOf(administrator().call(endRole, { grantId: id }), 'last_administrator')
  })

  it('stays also when the last two deactivate each other at the same moment on two servers', async () => {
    const works = [
      administrator().call(deactivate, { personId: second.id }),
      here.onSecond(second).call(deactivate, { personId: administrator().id }),
    ]
    const { done, refused } = await outcomesOf(works)
    expect(done).toBe(1)
    expect(['last_administrator', 'signed_out']).toContain(refused[0])
    const rows = await here.world.store.db.select().from(people)
    const left = rows.filter((row) => [administrator().id, second.id].includes(row.id) && !row.deactivatedAt)
    expect(left).toHaveLength(1)
    await here.database.store.transaction((tx) =>
      tx.update(people).set({ deactivatedAt: null }).where(eq(people.id, administrator().id)),
    )
    if (left[0]?.id === second.id) await administrator().call(deactivate, { personId: second.id })
  })

  it('stays also when both give their role up at the same moment', async () => {
    const mine = await grantOf(administrator().id, 'administrator')
    const theirs = await grantOf(second.id, 'administrator')
    const works = [
      administrator().call(endRole, { grantId: mine.id }),
      here.onSecond(second).call(endRole, { grantId: theirs.id }),
    ]
    expect(await outcomesOf(works)).toEqual({ done: 1, refused: ['last_administrator'] })
  })
})
