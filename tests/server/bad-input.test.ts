import { randomUUID } from 'node:crypto'
import type { AnyProcedure } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { roleGrants } from '../../db/schema/people.ts'
import { roles } from '../../domain/permissions.ts'
import { transportCodes } from '../../server/infrastructure/transport.ts'
import { appRouter } from '../../server/router.ts'
import { beginUpload, finishUpload, sendPart } from '../support/send-upload.ts'
import { aServedAgency } from '../support/served-agency.ts'
import {
  fittingInput,
  type KnownIds,
  type Shape,
  TWO_MEGABYTES,
  unfitInputs,
} from '../support/unfit-inputs.ts'
import { aDraft, aSubmission, stepAt } from './approvals/support.ts'
import { variantsOf } from './publishing/support.ts'

const doors = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>)
  .map(([path, procedure]) => ({
    path,
    type: procedure._def.type,
    schemas: (procedure._def as unknown as { inputs?: z.ZodType[] }).inputs ?? [],
  }))
  .filter(({ type, path }) => type !== 'subscription' && !path.startsWith('demo.'))

let here: Awaited<ReturnType<typeof aServedAgency>>
let cookie: string
let ids: KnownIds

beforeAll(async () => {
  here = await aServedAgency()
  const { scene } = here
  const somebody = await scene.addPerson('Serba Bisa', null, null, 'serba@contoh.example')
  await scene.database.store.transaction((tx) =>
    tx
      .insert(roleGrants)
      .values(roles.map((role) => ({ personId: somebody.id, role, unitId: null, grantedAt: scene.now() }))),
  )
  cookie = await here.cookieOf(somebody)
  const submitted = await aSubmission(scene)
  const publicationId = await aDraft(scene)
  const variants = await variantsOf(scene, publicationId)
  ids = {
    publicationId,
    id: publicationId,
    variantId: variants[0]?.id ?? '',
    stepId: stepAt(submitted.steps, 0).id,
    accountId: scene.accounts.instagram,
    unitId: scene.unit,
    personId: scene.people.reader.id,
    ownerId: scene.people.planner.id,
    verifierId: scene.people.planner.id,
    delegateId: scene.people.delegate.id,
    leaderId: scene.people.leader.id,
  }
})
afterAll(() => here.stop())

type Answer = { status: number; text: string; ms: number }

async function ask(
  path: string,
  options: RequestInit & { headers?: Record<string, string> },
): Promise<Answer> {
  const before = performance.now()
  const response = await fetch(`${here.url}${path}`, {
    ...options,
    headers: { cookie, ...options.headers },
    signal: AbortSignal.timeout(20_000),
  })
  const text = await response.text()
  return { status: response.status, text, ms: performance.now() - before }
}

const json = { 'content-type': 'application/json' }
const post = (path: string, body: string, headers: Record<string, string> = json) =>
  ask(path, { method: 'POST', headers, body })

const STACK_OR_SQL =
  /\bat \S+ \(|\.ts:\d+|node_modules|\b(select|insert into|update) "|violates|syntax error|ZodError/i

/** What is wrong with an answer to something that does not fit; null where nothing is. */
function faultOf({ status, text, ms }: Answer): string | null {
  if (status >= 500) return `answered ${status}: ${text.slice(0, 300)}`
  if (STACK_OR_SQL.test(text)) return `shows its inside: ${text.slice(0, 300)}`
  if (ms > 2_000) return `took ${Math.round(ms)} ms`
  if (status < 400) return null
  const refusal = (JSON.parse(text) as { error?: { data?: { refusal?: { code?: string } | null } } }).error
    ?.data?.refusal
  if (refusal?.code === undefined) return `refused without a code: ${text.slice(0, 300)}`
  return refusal.code in transportCodes ? null : `an unknown code: ${refusal.code}`
}

describe('whatever is sent to a door is answered within 2 s, with a code that has a sentence:', () => {
  it.each(doors)('$path', async ({ path, type, schemas }) => {
    const [schema] = schemas
    const shape = schema
      ? (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape)
      : { type: 'object' }
    const fitting = fittingInput(shape, ids)
    const faults: string[] = []
    for (const unfit of unfitInputs(fitting)) {
      const body = JSON.stringify(unfit)
      if (type === 'query' && body.length > 8_000) continue
      const isKeyFree = path.startsWith('agency.setUp') || path.startsWith('people.accept')
      const sent = isKeyFree ? body : body.replaceAll('8c8f2c3e-6f0a-4f6e-9d52-5a3c0b7f1a11', randomUUID())
      const once = () =>
        type === 'query'
          ? ask(`/trpc/${path}?input=${encodeURIComponent(sent)}`, {})
          : post(`/trpc/${path}`, sent)
      let fault = faultOf(await once())
      // On a busy machine one slow answer says nothing; two do.
      if (fault?.startsWith('took')) fault = faultOf(await once())
      if (fault !== null) faults.push(`${sent.slice(0, 200)} ${fault}`)
    }
    expect(faults.slice(0, 5)).toEqual([])
  })
})

describe('a request that is none of ours', () => {
  const mutation = '/trpc/publications.create'

  it('with 4,000 commas in its batch is refused with a short answer', async () => {
    const path = Array(4_001).fill('people.me').join(',')
    const answer = await ask(`/trpc/${path.slice(0, 4_900)}?batch=1&input=%7B%7D`, {})
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.text.length).toBeLessThan(2_000)
    const commas = await ask(`/trpc/${','.repeat(4_000)}?batch=1&input=%7B%7D`, {})
    expect(commas.status).toBeGreaterThanOrEqual(400)
    expect(commas.status).toBeLessThan(500)
    expect(commas.text.length).toBeLessThan(2_000)
  })

  it('with eleven mutations in one batch runs none of them', async () => {
    const draft = (n: number) => ({
      key: randomUUID(),
      input: {
        title: `Satu kali ${n}`,
        objective: 'promote',
        subjectClass: null,
        time: { kind: 'none' },
        accountIds: [],
        unitId: here.scene.unit,
      },
    })
    const body = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [n, draft(n)]))
    const answer = await post(
      `/trpc/${Array(11).fill('publications.create').join(',')}?batch=1`,
      JSON.stringify(body),
    )
    expect(answer.status).toBe(400)
    const found = await here.scene.database.store.prepared(
      `select count(*)::int as n from publications where title like 'Satu kali%'`,
    )
    expect(found).toEqual([{ n: 0 }])
  })

  it.each([
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/octet-stream',
  ])('as %s reaches no mutation', async (type) => {
    const input = {
      title: `Lewat ${type}`,
      objective: 'promote',
      subjectClass: null,
      time: { kind: 'none' },
      accountIds: [],
      unitId: here.scene.unit,
    }
    const body = JSON.stringify({ key: randomUUID(), input })
    const answer = await post(
      mutation,
      type.startsWith('multipart')
        ? `--x\r\ncontent-disposition: form-data; name="json"\r\n\r\n${body}\r\n--x--`
        : body,
      { 'content-type': type },
    )
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    const found = await here.scene.database.store.prepared(
      `select count(*)::int as n from publications where title like 'Lewat%'`,
    )
    expect(found).toEqual([{ n: 0 }])
  })

  it.each([
    ['from another origin', { origin: 'https://jahat.example' }],
    ['from a page of no origin', { origin: 'null' }],
    ['that its browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
    [
      'that its browser calls same-site',
      { 'sec-fetch-site': 'same-site', origin: 'https://lain.contoh.example' },
    ],
  ])('%s changes nothing, at any address', async (_name, headers: Record<string, string>) => {
    for (const path of [mutation, '/api/auth/sign-out', '/api/auth/sign-in/email', '/uploads']) {
      const answer = await post(path, '{}', { ...json, ...headers })
      expect(answer.status, path).toBe(403)
    }
  })

  it('of more than 4 MiB is refused before it is read', async () => {
    for (const path of [mutation, '/api/auth/sign-in/email']) {
      const answer = await post(path, JSON.stringify(TWO_MEGABYTES + TWO_MEGABYTES + TWO_MEGABYTES)).catch(
        () => null,
      )
      // The server may close the connection on who goes on sending.
      if (answer !== null) expect(answer.status, path).toBe(413)
    }
    expect((await ask('/healthz', {})).status).toBe(200)
  })

  it('is no JSON, is nested without end, or has an address longer than any, is refused as bad', async () => {
    for (const body of [
      '{',
      '',
      'null',
      '[1',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      '\ufeff{}',
      '"\ud800"',
    ]) {
      const answer = await post(mutation, body)
      expect(answer.status, body.slice(0, 10)).toBeGreaterThanOrEqual(400)
      expect(answer.status, body.slice(0, 10)).toBeLessThan(500)
      expect(answer.text).not.toMatch(STACK_OR_SQL)
    }
    const long = await ask(`/trpc/people.me?input=${'a'.repeat(20_000)}`, {})
    expect([400, 414, 431]).toContain(long.status)
    for (const path of [
      '/trpc/',
      '/trpc/nothing',
      '/trpc/%00',
      '/trpc/__proto__.constructor',
      '/files/%2e%2e%2fx',
      '/api/auth/%ff',
      '/%c0%af',
      '/trpc/people.me?input=%ff',
    ]) {
      const answer = await ask(path, {})
      expect(answer.status, path).toBeGreaterThanOrEqual(400)
      expect(answer.status, path).toBeLessThan(500)
      expect(answer.text, path).not.toMatch(STACK_OR_SQL)
    }
  })

  it('signs nobody in with whatever is sent to sign-in, and is no fault', async () => {
    const texts = ['a\u0000b', 'a\ud800b', TWO_MEGABYTES, '', 'andi@contoh.example', null, 12, {}, []]
    for (const email of texts) {
      for (const [path, body] of [
        ['sign-in/email', { email, password: email }],
        ['request-password-reset', { email }],
        ['reset-password', { token: email, newPassword: email }],
      ] as const) {
        const answer = await post(`/api/auth/${path}`, JSON.stringify(body))
        expect(answer.status, `${path} ${String(email).slice(0, 20)}`).toBeLessThan(500)
        expect(answer.text).not.toMatch(STACK_OR_SQL)
      }
    }
  })

  it('uploads a page under the name ../../x.png and is told that it is neither image nor video', async () => {
    const page = '<!doctype html><script>alert(1)</script>'
    const { response, address } = await beginUpload(
      here.url,
      { cookie },
      { name: '../../x.png', sizeBytes: page.length },
    )
    expect(response.status).toBe(201)
    await sendPart(address ?? '', { cookie }, 0, new TextEncoder().encode(page))
    const { status, answer } = await finishUpload(address ?? '', { cookie })
    expect(status).toBe(415)
    expect(answer).toEqual({ refusal: { code: 'file_not_media', data: { name: 'x.png' } } })
    for (const metadata of ['filename', 'filename %%%', 'filename /w==', `filename ${'QQ'.repeat(2_000)}`]) {
      const odd = await ask('/uploads', {
        method: 'POST',
        headers: { 'tus-resumable': '1.0.0', 'upload-length': '1', 'upload-metadata': metadata },
      })
      expect(odd.status, metadata.slice(0, 12)).toBeLessThan(500)
    }
    for (const length of ['-1', '1e99', 'NaN', '', '9'.repeat(30)]) {
      const odd = await ask('/uploads', {
        method: 'POST',
        headers: { 'tus-resumable': '1.0.0', 'upload-length': length },
      })
      expect(odd.status, length).toBeGreaterThanOrEqual(400)
      expect(odd.status, length).toBeLessThan(500)
    }
  })
})
