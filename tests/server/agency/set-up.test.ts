import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accounts } from '../../../db/schema/accounts.ts'
import { agency, units } from '../../../db/schema/agency.ts'
import { marks } from '../../../db/schema/marks.ts'
import { people, roleGrants } from '../../../db/schema/people.ts'
import { account } from '../../../db/schema/sign-in.ts'
import { setUpInput } from '../../../domain/agency/input.ts'
import { firstVisit } from '../../../server/agency/first-visit.ts'
import { firstVisitCode } from '../../../server/agency/first-visit-code.ts'
import { setUp } from '../../../server/agency/set-up.ts'
import type { World } from '../../../server/infrastructure/world.ts'
import { importHolidays } from '../../../server/marks/import-holidays.ts'
import { anEmptyWorld } from '../../support/empty-world.ts'
import { outcomesOf, refusalOf } from '../../support/refusals.ts'
import { ask, GOOD_PASSWORD, signInOver } from '../../support/visitors.ts'

const given = {
  name: 'Kementerian Contoh',
  zone: 'Asia/Makassar',
  locale: 'id',
  administrator: { name: 'Andi Tenri', email: 'Andi@contoh.example', password: GOOD_PASSWORD },
  unit: 'Biro Komunikasi',
  account: { platform: 'instagram', handle: '@kementeriancontoh' },
} as const

let here: Awaited<ReturnType<typeof anEmptyWorld>>
beforeEach(async () => {
  here = await anEmptyWorld()
})
afterEach(() => here.drop())

const visitor = (world: World, isLocal = true) => ({
  world,
  isLocal,
  ipAddress: isLocal ? '127.0.0.1' : '203.0.113.5',
  requestId: 'test',
})
const set = (world: World, change: object = {}, isLocal = true) =>
  setUp(visitor(world, isLocal), setUpInput.parse({ ...given, ...change }), [importHolidays])

describe('the first visit', () => {
  it('makes agency, administrator, unit, account and holidays together', async () => {
    expect(await firstVisit(visitor(here.world))).toEqual({
      isSetUp: false,
      isInDemo: false,
      needsCode: false,
    })
    await set(here.world)
    const { db } = here.world.store
    expect(await db.select().from(agency)).toMatchObject([
      { zone: 'Asia/Makassar', isDemo: false, graceMinutes: 15 },
    ])
    expect(await db.select().from(units)).toMatchObject([{ name: 'Biro Komunikasi' }])
    expect(await db.select().from(accounts)).toMatchObject([
      { handle: '@kementeriancontoh', kind: 'institutional' },
    ])
    expect(await db.select().from(roleGrants)).toMatchObject([{ role: 'administrator', unitId: null }])
    expect((await db.select().from(marks)).length).toBeGreaterThan(50)
    expect(await firstVisit(visitor(here.world))).toMatchObject({ isSetUp: true, needsCode: false })
  })

  it('lets the administrator sign in at once, whatever the case of the address', async () => {
    await set(here.world)
    const signIn = await signInOver(here.world, here.database.url)
    const answer = await ask(signIn, 'sign-in/email', {
      email: 'ANDI@contoh.example',
      password: GOOD_PASSWORD,
    })
    expect((await signIn.whoIs(answer.cookie))?.person.name).toBe('Andi Tenri')
    await signIn.close()
  })

  it('happens once, also when two servers are asked at the same moment', async () => {
    const works = [set(here.world), set(here.second), set(here.world), set(here.second)]
    expect(await outcomesOf(works)).toEqual({
      done: 1,
      refused: ['already_set_up', 'already_set_up', 'already_set_up'],
    })
    const { db } = here.world.store
    expect(await db.select().from(people)).toHaveLength(1)
    expect(await db.select().from(units)).toHaveLength(1)
    await refusalOf(set(here.second, { name: 'Lain' }), 'already_set_up')
  })

  it('asks who comes from elsewhere for the code that the start printed', async () => {
    await refusalOf(set(here.world, {}, false), 'first_visit_code_wrong')
    await refusalOf(set(here.world, { code: 'AAAAA-AAAAA' }, false), 'first_visit_code_wrong')
    expect(await firstVisit(visitor(here.world, false))).toMatchObject({ needsCode: true })
    const code = firstVisitCode(here.second).toLowerCase()
    await set(here.world, { code: ` ${code} ` }, false)
    expect(await firstVisit(visitor(here.world, false))).toMatchObject({ isSetUp: true })
  })

  it('stops who guesses the code', async () => {
    const guess = () => set(here.world, { code: 'AAAAA-AAAAA' }, false)
    for (let n = 0; n < 30; n++) await refusalOf(guess(), 'first_visit_code_wrong')
    const { retryAfterSeconds } = await refusalOf(guess(), 'too_many_tries')
    expect(retryAfterSeconds).toBeGreaterThan(0)
    await refusalOf(set(here.second, { code: firstVisitCode(here.world) }, false), 'too_many_tries')
  })

  it('refuses a short or common password and keeps nothing', async () => {
    const administrator = { ...given.administrator, password: 'kementerian contoh 2026' }
    expect(await refusalOf(set(here.world, { administrator }), 'password_unfit')).toEqual({
      gap: 'password_common',
    })
    expect(await here.world.store.db.select().from(agency)).toEqual([])
    expect(await here.world.store.db.select().from(account)).toEqual([])
  })

  it('does not know a zone that does not exist', () => {
    expect(setUpInput.safeParse({ ...given, zone: 'Asia/Atlantis' }).success).toBe(false)
  })
})
