import type { z } from 'zod'
import type { Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { agency, units } from '../../db/schema/agency.ts'
import { people, roleGrants } from '../../db/schema/people.ts'
import { agencyDefaults } from '../../domain/agency/defaults.ts'
import type { setUpInput } from '../../domain/agency/input.ts'
import { passwordGap } from '../../domain/people/password.ts'
import type { Instant } from '../../domain/time.ts'
import { limitTries } from '../infrastructure/limit-tries.ts'
import { insertUser, passwordHashOf } from '../infrastructure/new-user.ts'
import { recorder } from '../infrastructure/record.ts'
import { refuse } from '../infrastructure/refuse.ts'
import type { RequestContext } from '../infrastructure/trpc.ts'
import { momentOf } from '../infrastructure/world.ts'
import { isSetUp, refuseStrangers } from './first-visit-code.ts'

type SetUp = z.output<typeof setUpInput>
type Caller = Pick<RequestContext, 'world' | 'isLocal' | 'ipAddress' | 'requestId'>

/** What later rooms put into a new agency (holidays), in the same transaction. */
export type IntoNewAgency = (tx: Tx, moment: Instant) => Promise<unknown>

/**
 * Makes the agency with its first administrator, unit and account, all or nothing, exactly once: of two at the same
 * moment the second is refused with `already_set_up`. From another machine it asks the code printed at the start
 * (`first_visit_code_wrong`). Refusals: `too_many_tries`, `password_unfit` too.
 */
export async function setUp(caller: Caller, input: SetUp, into: readonly IntoNewAgency[] = []) {
  const { world } = caller
  await limitTries(world.store, 'set up from', caller.ipAddress, { tries: 30, windowSeconds: 900 })
  if (world.name === 'demo' || (await isSetUp(world))) refuse('already_set_up', {})
  refuseStrangers(caller, input.code)
  const { name, email, password } = input.administrator
  const gap = passwordGap(password, [name, email, input.name])
  if (gap) refuse('password_unfit', { gap })
  const passwordHash = await passwordHashOf(password)

  return world.store.transaction(async (tx) => {
    const moment = await momentOf(world, tx)
    const created = { createdAt: moment, version: 1 }
    const [made] = await tx
      .insert(agency)
      .values({ ...agencyDefaults, name: input.name, zone: input.zone, isDemo: false, ...created })
      .onConflictDoNothing()
      .returning({ id: agency.id })
    if (!made) return refuse('already_set_up', {})
    const userId = await insertUser(tx, { name, email, passwordHash, moment })
    const personId = await addAdministrator(tx, { name, email, userId, locale: input.locale, moment })
    const unitId = await addFirstUnit(tx, input, moment)
    for (const add of into) await add(tx, moment)
    await recorder(
      tx,
      personId,
      moment,
      caller.requestId,
    )({
      room: 'agency',
      subjectId: made.id,
      action: 'agency.set_up',
      version: 1,
      after: { name: input.name, zone: input.zone },
      data: { unitId },
    })
    return { personId, unitId }
  })
}

type Administrator = { name: string; email: string; userId: string; locale: 'id' | 'en'; moment: Instant }

async function addAdministrator(tx: Tx, { moment, ...administrator }: Administrator): Promise<string> {
  const [person] = await tx
    .insert(people)
    .values({ ...administrator, theme: 'auto', singleKeysOff: false, createdAt: moment, version: 1 })
    .returning({ id: people.id })
  if (!person) throw new Error('no person came back')
  await tx
    .insert(roleGrants)
    .values({ personId: person.id, role: 'administrator', unitId: null, grantedAt: moment })
  return person.id
}

async function addFirstUnit(tx: Tx, input: SetUp, moment: Instant): Promise<string> {
  const created = { createdAt: moment, version: 1 }
  const [unit] = await tx
    .insert(units)
    .values({ name: input.unit, ...created })
    .returning({ id: units.id })
  if (!unit) throw new Error('no unit came back')
  if (input.account) {
    await tx.insert(accounts).values({
      ...input.account,
      ...created,
      unitId: unit.id,
      displayName: input.name,
      kind: 'institutional',
      minimumMinutes: 60,
    })
  }
  return unit.id
}
