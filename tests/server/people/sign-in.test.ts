import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mails } from '../../../db/schema/notifications.ts'
import { people, roleGrants } from '../../../db/schema/people.ts'
import { authLog, session } from '../../../db/schema/sign-in.ts'
import { insertUser, passwordHashOf } from '../../../server/infrastructure/new-user.ts'
import { unseal } from '../../../server/infrastructure/sealed.ts'
import { secretOf } from '../../../server/infrastructure/secret-of.ts'
import { MAIL_LINK } from '../../../server/people/reset-mail.ts'
import type { SignIn } from '../../../server/people/sign-in.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { ask, GOOD_PASSWORD, signInOver } from '../../support/visitors.ts'

let here: TestAgency
let signIn: SignIn
const email = 'sekar@contoh.example'

beforeAll(async () => {
  here = await anAgency()
  signIn = await signInOver(here.world, here.database.url)
  const passwordHash = await passwordHashOf(GOOD_PASSWORD)
  await here.database.store.transaction(async (tx) => {
    const userId = await insertUser(tx, { name: 'Sekar Larasati', email, passwordHash, moment: here.now() })
    await tx.update(people).set({ userId }).where(eq(people.id, here.people.planner.id))
  })
})
afterAll(async () => {
  await signIn.close()
  await here.drop()
})

const comeIn = () => ask(signIn, 'sign-in/email', { email, password: GOOD_PASSWORD })

describe('signing in', () => {
  it('recognises the person and their roles by the cookie alone', async () => {
    const { status, body, cookie } = await comeIn()
    expect({ status, body }).toEqual({ status: 200, body: { ok: true } })
    const who = await signIn.whoIs(cookie)
    expect(who?.person).toEqual({
      id: here.people.planner.id,
      name: 'Sekar Larasati',
      locale: 'id',
      grants: [{ role: 'planner', unitId: here.unit }],
    })
    expect(who?.agency).toMatchObject({ zone: 'Asia/Jakarta', graceMinutes: 15, alsoAlignedClasses: [] })
  })

  it('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const { setCookie } = await comeIn()
    expect(setCookie.join()).toMatch(/^selaras\.session_token=.*HttpOnly/)
    expect(setCookie.join()).toContain('SameSite=Lax')
  })

  it('keeps no token in the database that would sign anybody in', async () => {
    const { cookie } = await comeIn()
    const token = decodeURIComponent(cookie).split('=')[1]?.split('.')[0] ?? ''
    expect(token.length).toBeGreaterThan(20)
    const rows = await here.database.store.db.select({ token: session.token }).from(session)
    for (const row of rows) {
      expect(row.token).toMatch(/^[0-9a-f]{64}$/)
      expect(row.token).not.toBe(token)
    }
  })

  it('does not believe a cookie whose signature somebody else made', async () => {
    const { cookie } = await comeIn()
    const [name, value = ''] = cookie.split('=')
    const [token, signature = ''] = decodeURIComponent(value).split('.')
    const other = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
    expect(await signIn.whoIs(`${name}=${encodeURIComponent(`${token}.${other}`)}`)).toBeNull()
    expect(await signIn.whoIs(`${name}=${encodeURIComponent(`${token}.AAAA`)}`)).toBeNull()
    expect(await signIn.whoIs(`${name}=${token}`)).toBeNull()
    expect(await signIn.whoIs('selaras.session_token=%E0%A4%A')).toBeNull()
    expect(await signIn.whoIs(undefined)).toBeNull()
  })

  it('gives the same answer for a wrong password and for an account that does not exist', async () => {
    const wrong = await ask(signIn, 'sign-in/email', { email, password: 'bukan kata sandinya sama sekali' })
    const unknown = await ask(signIn, 'sign-in/email', { email: 'x@contoh.example', password: GOOD_PASSWORD })
    const noAddress = await ask(signIn, 'sign-in/email', { email: 'bukan alamat', password: GOOD_PASSWORD })
    expect(wrong.status).toBe(401)
    expect(unknown).toEqual(wrong)
    expect(noAddress).toEqual(wrong)
  })

  it('reads roles anew: what was ended a moment ago is gone', async () => {
    const { cookie } = await comeIn()
    await here.database.store.transaction((tx) =>
      tx
        .update(roleGrants)
        .set({ endedAt: here.now() })
        .where(eq(roleGrants.personId, here.people.planner.id)),
    )
    expect((await signIn.whoIs(cookie))?.person.grants).toEqual([])
    await here.database.store.transaction((tx) =>
      tx.update(roleGrants).set({ endedAt: null }).where(eq(roleGrants.personId, here.people.planner.id)),
    )
  })

  it('ends with signing out, on the server too', async () => {
    const { cookie } = await comeIn()
    const out = await ask(signIn, 'sign-out', {}, { cookie })
    expect(out.setCookie.join()).toContain('Max-Age=0')
    expect(await signIn.whoIs(cookie)).toBeNull()
  })

  it('lets nobody who was deactivated in, with the same answer as a wrong password', async () => {
    const { cookie } = await comeIn()
    const set = (deactivatedAt: string | null) =>
      here.database.store.transaction((tx) =>
        tx.update(people).set({ deactivatedAt }).where(eq(people.id, here.people.planner.id)),
      )
    await set(here.now())
    expect(await signIn.whoIs(cookie)).toBeNull()
    expect(await comeIn()).toMatchObject({ status: 401, body: { refusal: { code: 'credentials_wrong' } } })
    await set(null)
  })

  it('leaves a line in the log of sign-in, without address or password', async () => {
    const rows = await here.database.store.db.select().from(authLog)
    expect(new Set(rows.map((row) => row.kind))).toEqual(
      new Set(['signed_in', 'sign_in_failed', 'signed_out']),
    )
    expect(rows.every((row) => row.ipAddress === '192.0.2.7')).toBe(true)
    expect(JSON.stringify(rows)).not.toContain('contoh.example')
  })

  it('answers nothing but its four addresses', async () => {
    for (const path of [
      'sign-up/email',
      'get-session',
      'update-user',
      'list-sessions',
      'delete-user',
      '..%2fx',
    ])
      expect((await ask(signIn, path, { email, password: GOOD_PASSWORD, name: 'x' })).status).toBe(404)
  })
})

describe('a new password', () => {
  const wait = () => ask(signIn, 'request-password-reset', { email }, { address: '192.0.2.8' })
  const newest = async () => {
    const rows = await here.database.store.db.select().from(mails)
    const data = rows.at(-1)?.data as { sealedLink: string }
    return unseal(secretOf(here.world), MAIL_LINK, data.sealedLink)
  }

  it('is asked for with one answer, whether or not the account exists', async () => {
    const started = performance.now()
    const known = await wait()
    const between = performance.now()
    const unknown = await ask(
      signIn,
      'request-password-reset',
      { email: 'tidak.ada@contoh.example' },
      { address: '192.0.2.8' },
    )
    const ended = performance.now()
    expect(known).toEqual(unknown)
    expect(Math.min(between - started, ended - between)).toBeGreaterThan(380)
    const rows = await here.database.store.db.select().from(mails)
    expect(rows).toMatchObject([{ kind: 'reset', address: email, personId: here.people.planner.id }])
    expect(JSON.stringify(rows)).not.toContain('/reset#')
  })

  it('is set once by the link from the mail and ends every session', async () => {
    const { cookie } = await comeIn()
    await wait()
    const token = (await newest()).replace('/reset#', '')
    const newPassword = 'perahu layar menunggu angin timur'
    const set = () => ask(signIn, 'reset-password', { token, newPassword })
    const both = await Promise.all([set(), set()])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400])
    expect(await signIn.whoIs(cookie)).toBeNull()
    expect((await comeIn()).status).toBe(401)
    const back = await ask(signIn, 'sign-in/email', { email, password: newPassword })
    expect(back.status).toBe(200)
    await wait()
    await ask(signIn, 'reset-password', { token: (await newest()).slice(7), newPassword: GOOD_PASSWORD })
    expect((await comeIn()).status).toBe(200)
  })

  it('is refused where it is short or common, and the link stays good', async () => {
    await wait()
    const token = (await newest()).slice(7)
    for (const [newPassword, gap] of [
      ['pendek', 'password_short'],
      ['passwordpassword123', 'password_common'],
    ])
      expect(await ask(signIn, 'reset-password', { token, newPassword })).toMatchObject({
        body: { refusal: { code: 'password_unfit', data: { gap } } },
      })
    expect((await ask(signIn, 'reset-password', { token, newPassword: GOOD_PASSWORD })).status).toBe(200)
  })
})

describe('guessing', () => {
  it('is stopped by account in the database, on every server', async () => {
    const other = await signInOver(here.second, here.database.url)
    const guess = (where: SignIn, n: number) =>
      ask(
        where,
        'sign-in/email',
        { email: 'sasaran@contoh.example', password: `tebakan nomor ${n}` },
        { address: `198.51.100.${n}` },
      )
    const answers = []
    for (let n = 1; n <= 24; n++) answers.push(await guess(n % 2 ? signIn : other, n))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(20)
    expect(answers.at(-1)).toMatchObject({
      status: 429,
      body: { refusal: { code: 'too_many_tries', data: { retryAfterSeconds: expect.any(Number) } } },
    })
    await other.close()
  })
})
