import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '../../db/schema/people.ts'
import { insertUser, passwordHashOf } from '../../server/infrastructure/new-user.ts'
import { create } from '../../server/publications/create.ts'
import type { ActingPerson } from '../support/agency.ts'
import { asAdmin } from '../support/database.ts'
import { aServedAgency } from '../support/served-agency.ts'
import { GOOD_PASSWORD } from '../support/visitors.ts'

const email = 'sekar@contoh.example'
const secretText = 'Kalimat yang belum boleh diketahui'

let here: Awaited<ReturnType<typeof aServedAgency>>
/** The same program behind https. */
let behindHttps: Awaited<ReturnType<typeof aServedAgency>>

beforeAll(async () => {
  here = await aServedAgency()
  behindHttps = await aServedAgency({ PUBLIC_URL: 'https://humas.contoh.example' })
  const passwordHash = await passwordHashOf(GOOD_PASSWORD)
  for (const { scene } of [here, behindHttps]) {
    await scene.database.store.transaction(async (tx) => {
      const userId = await insertUser(tx, { name: 'Sekar', email, passwordHash, moment: scene.now() })
      await tx.update(people).set({ userId }).where(eq(people.id, scene.people.planner.id))
    })
  }
})
afterAll(async () => {
  await here.stop()
  await behindHttps.stop()
})

const draft = () => ({
  title: 'Rapat tertutup',
  objective: 'promote',
  subjectClass: null,
  time: { kind: 'none' },
  accountIds: [here.scene.accounts.executive],
  mainText: secretText,
})

async function post(url: string, path: string, body: unknown, cookie = '') {
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  })
}

describe('the log', () => {
  it('of a statement that failed holds its place in the program and nothing that was sent', async () => {
    const cookie = await here.cookieOf(here.scene.people.approver)
    const token = decodeURIComponent(cookie.split('=')[1] ?? '')
    const planner = await here.cookieOf(here.scene.people.planner)
    await asAdmin(
      here.scene.database.url,
      'alter table publications add constraint broken check (false) not valid',
    )
    const input = { ...draft(), accountIds: [here.scene.accounts.x] }
    const answer = await post(here.url, '/trpc/publications.create', { key: randomUUID(), input }, planner)
    await asAdmin(here.scene.database.url, 'alter table publications drop constraint broken')
    expect(answer.status).toBe(500)
    const { error } = (await answer.json()) as { error: { data: { requestId: string } } }
    expect(here.logged()).toContain(error.data.requestId)
    expect(here.logged()).toContain('insert into')
    expect(here.logged()).not.toContain(secretText)
    expect(here.logged()).not.toContain('Rapat tertutup')
    expect(here.logged()).not.toContain(token.slice(0, 30))
  })

  it('of sign-in, of a reset and of a fault in between holds no password, no address and no token', async () => {
    const wrong = 'bukan kata sandi yang benar'
    const signedIn = await post(here.url, '/api/auth/sign-in/email', { email, password: GOOD_PASSWORD })
    expect(signedIn.status).toBe(200)
    await post(here.url, '/api/auth/sign-in/email', { email, password: wrong })
    await post(here.url, '/api/auth/request-password-reset', { email })
    await asAdmin(here.scene.database.url, 'alter table sign_in_sessions rename to away')
    const broken = await post(here.url, '/api/auth/sign-in/email', { email, password: GOOD_PASSWORD })
    await asAdmin(here.scene.database.url, 'alter table away rename to sign_in_sessions')
    expect(broken.status).toBe(500)
    expect(await broken.text()).not.toMatch(/session|select|insert|\bat /)
    const token = signedIn.headers.getSetCookie()[0]?.split(/[=;]/)[1] ?? 'none'
    for (const secret of [GOOD_PASSWORD, wrong, email, decodeURIComponent(token).slice(0, 30)]) {
      expect(here.logged()).not.toContain(secret)
    }
  })
})

describe('the browser', () => {
  it('is told to run nothing but our own, in nobody’s frame, and to tell nobody where it came from', async () => {
    const page = await fetch(here.url, { headers: { accept: 'text/html' } })
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/default-src 'none'/)
    expect(policy).toMatch(/script-src 'self'(;|$)/)
    expect(policy).toMatch(/frame-ancestors 'none'/)
    expect(policy).toMatch(/base-uri 'none'/)
    const again = await fetch(here.url, { headers: { accept: 'text/html' } })
    expect(again.headers.get('content-security-policy')).not.toBe(policy)
    for (const path of ['/', '/healthz', '/trpc/people.me?input=%7B%7D', '/files/none', '/nowhere']) {
      const { headers } = await fetch(`${here.url}${path}`)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('no-referrer')
      expect(headers.get('x-powered-by'), path).toBeNull()
      expect(headers.get('access-control-allow-origin'), path).toBeNull()
    }
  })

  it('keeps what people may see in no cache', async () => {
    const cookie = await here.cookieOf(here.scene.people.planner)
    const answer = await fetch(`${here.url}/trpc/people.me?input=%7B%7D`, { headers: { cookie } })
    expect(answer.headers.get('cache-control') ?? '').toMatch(/no-store/)
  })

  it('behind https keeps to https, and sends the cookie over nothing else and to no script', async () => {
    const page = await fetch(behindHttps.url, { headers: { accept: 'text/html' } })
    expect(page.headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/)
    const signedIn = await post(behindHttps.url, '/api/auth/sign-in/email', {
      email,
      password: GOOD_PASSWORD,
    })
    expect(signedIn.status).toBe(200)
    const [line = ''] = signedIn.headers.getSetCookie()
    expect(line).toMatch(/^__Secure-selaras\.session_token=/)
    for (const flag of [/; HttpOnly/i, /; SameSite=Lax/i, /; Secure/i]) expect(line).toMatch(flag)
    const plain = await fetch(here.url, { headers: { accept: 'text/html' } })
    expect(plain.headers.get('strict-transport-security')).toBeNull()
  })
})

describe('who guesses', () => {
  it('the id of what is planned for a leader gets, to the byte, the answer for what does not exist', async () => {
    const { scene } = here
    const byCircle: ActingPerson = scene.people.approver
    const makers = [scene.people.planner, byCircle]
    const made = await Promise.any(makers.map((maker) => maker.call(create, create.input.parse(draft()))))
    const cookie = await here.cookieOf(scene.people.reader)
    const answers = []
    for (const id of [made.id, randomUUID()]) {
      const input = encodeURIComponent(JSON.stringify({ publicationId: id }))
      const answer = await fetch(`${here.url}/trpc/publications.editor?input=${input}`, {
        headers: { cookie },
      })
      const text = (await answer.text()).replace(/"requestId":"[0-9A-F]{6}"/, '')
      const names = [...answer.headers.keys()].sort()
      answers.push({ status: answer.status, text, names, length: answer.headers.get('content-length') })
    }
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.status).toBe(404)
  })
})
