import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '../../../db/schema/people.ts'
import { session } from '../../../db/schema/sign-in.ts'
import { insertUser, passwordHashOf } from '../../../server/infrastructure/new-user.ts'
import { deactivate } from '../../../server/people/deactivate.ts'
import { endOtherSessions } from '../../../server/people/end-other-sessions.ts'
import { endSession } from '../../../server/people/end-session.ts'
import { sessions } from '../../../server/people/sessions.ts'
import type { SignIn } from '../../../server/people/sign-in.ts'
import { type ActingPerson, anAgency, type TestAgency } from '../../support/agency.ts'
import { refusalOf } from '../../support/refusals.ts'
import { ask, GOOD_PASSWORD, signInOver } from '../../support/visitors.ts'

let here: TestAgency
let signIn: SignIn
beforeAll(async () => {
  here = await anAgency()
  signIn = await signInOver(here.world, here.database.url)
  const passwordHash = await passwordHashOf(GOOD_PASSWORD)
  for (const person of [here.people.planner, here.people.agent, here.people.administrator])
    await here.database.store.transaction(async (tx) => {
      const email = emailOf(person)
      const userId = await insertUser(tx, { name: person.name, email, passwordHash, moment: here.now() })
      await tx.update(people).set({ userId }).where(eq(people.id, person.id))
    })
})
afterAll(async () => {
  await signIn.close()
  await here.drop()
})

const emailOf = (person: ActingPerson) => `${person.id}@contoh.example`
const comeIn = async (person: ActingPerson) =>
  (await ask(signIn, 'sign-in/email', { email: emailOf(person), password: GOOD_PASSWORD })).cookie
const idOf = async (cookie: string) => (await signIn.whoIs(cookie))?.sessionId ?? null

describe('a session', () => {
  it('is listed with its device, and shows no token', async () => {
    await comeIn(here.people.planner)
    const listed = await here.people.planner.look(sessions, {})
    expect(listed).toMatchObject([{ ipAddress: '192.0.2.7', userAgent: 'a test browser' }])
    expect(Object.keys(listed[0] ?? {}).sort()).toEqual(['createdAt', 'id', 'ipAddress', 'userAgent'])
  })

  it('ends when its owner says so, and only its own owner', async () => {
    const mine = await comeIn(here.people.planner)
    const sessionId = (await idOf(mine)) ?? ''
    await refusalOf(here.people.agent.call(endSession, { sessionId }), 'not_found')
    expect(await idOf(mine)).toBe(sessionId)
    await here.people.planner.call(endSession, { sessionId })
    expect(await idOf(mine)).toBeNull()
    await refusalOf(here.people.planner.call(endSession, { sessionId }), 'not_found')
  })

  it('ends with all others but the one in use', async () => {
    const kept = await comeIn(here.people.agent)
    const others = [await comeIn(here.people.agent), await comeIn(here.people.agent)]
    const keepSessionId = (await idOf(kept)) ?? ''
    expect(await here.people.agent.call(endOtherSessions, { keepSessionId })).toEqual({ count: 2 })
    expect(await idOf(kept)).toBe(keepSessionId)
    for (const cookie of others) expect(await idOf(cookie)).toBeNull()
  })

  it('ends when its person is deactivated', async () => {
    const cookie = await comeIn(here.people.agent)
    await here.people.administrator.call(deactivate, { personId: here.people.agent.id })
    expect(await idOf(cookie)).toBeNull()
    const [own] = await here.world.store.db.select().from(people).where(eq(people.id, here.people.agent.id))
    const left = await here.world.store.db
      .select()
      .from(session)
      .where(eq(session.userId, own?.userId ?? ''))
    expect(left).toEqual([])
  })

  it('ends by itself after its thirty days', async () => {
    const cookie = await comeIn(here.people.planner)
    await here.database.store.transaction((tx) =>
      tx.update(session).set({ expiresAt: new Date(Date.now() - 1000) }),
    )
    expect(await idOf(cookie)).toBeNull()
  })

  it('as somebody else is for the demo alone', async () => {
    await expect(signIn.signInAs(here.people.planner.id)).rejects.toThrow('demo')
    const demo = await signInOver({ ...here.world, name: 'demo' }, here.database.url)
    const cookies = await demo.signInAs(here.people.reader.id)
    const cookie = cookies.map((line) => line.split(';')[0]).join('; ')
    expect(cookie).toMatch(/^selaras-demo\.session_token=/)
    expect((await demo.whoIs(cookie))?.person.id).toBe(here.people.reader.id)
    expect(await signIn.whoIs(cookie)).toBeNull()
    await demo.close()
  })
})
