import type { lookup } from 'node:dns'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EgressGuard, fetchOutside, publicInternet } from '../../../server/infrastructure/egress.ts'

let server: Server
let answer: RequestListener = (_request, response) => response.end('BEGIN')
let asked = 0
let port = 0
beforeAll(async () => {
  server = createServer((request, response) => {
    asked++
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Names resolve to what the test says; loopback may be reached where `mayReach` says so. */
function aGuard(given: Partial<EgressGuard> & { names?: Record<string, string> } = {}): EgressGuard {
  const { names = {}, ...rest } = given
  const resolve = (host: string, _options: unknown, done: (error: Error | null, found?: unknown) => void) => {
    const address = names[host]
    if (address === undefined) done(new Error('no such name'))
    else done(null, [{ address, family: 4 }])
  }
  return {
    ...publicInternet,
    protocols: ['http:', 'https:'],
    lookup: resolve as unknown as typeof lookup,
    ...rest,
  }
}

/** What the tests may reach: this machine's loopback, and nothing that only looks like it. */
const loopback = aGuard({
  mayReach: (ip) => ip === '127.0.0.1',
  names: { 'agenda.contoh.example': '127.0.0.1' },
})

const limits = { limitBytes: 1_000, limitMs: 1_000 }

describe('an outgoing call', () => {
  it('gives what the address holds, through redirects', async () => {
    answer = (request, response) => {
      if (request.url === '/lama') response.writeHead(302, { location: '/baru' }).end()
      else response.end('BEGIN:VCALENDAR')
    }
    const fetched = await fetchOutside(`http://agenda.contoh.example:${port}/lama`, {
      guard: loopback,
      ...limits,
    })
    expect(fetched.ok && fetched.bytes.toString()).toBe('BEGIN:VCALENDAR')
  })

  it.each([
    'http://127.0.0.1',
    'http://127.1',
    'http://0',
    'http://0x7f000001',
    'http://2130706433',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f00:1]',
    'http://[64:ff9b::7f00:1]',
    'http://[2002:7f00:1::]',
    'http://[fe80::1]',
    'http://[fd00::1]',
    'http://10.0.0.5',
    'http://172.16.0.1',
    'http://192.168.1.1',
    'http://100.64.0.1',
    'http://169.254.169.254',
    'http://224.0.0.1',
    'http://255.255.255.255',
  ])('never goes to %s', async (address) => {
    asked = 0
    const at = address.includes('127') || address.endsWith('/0') ? `${address}:${port}` : address
    expect(await fetchOutside(at, { guard: aGuard(), ...limits })).toEqual({
      ok: false,
      problem: { code: 'address_refused' },
    })
    expect(asked).toBe(0)
  })

  it('never goes to a name that leads inside, also among others that do not', async () => {
    asked = 0
    const names = { 'dalam.contoh.example': '127.0.0.1', 'awan.contoh.example': '169.254.169.254' }
    for (const name of Object.keys(names)) {
      const fetched = await fetchOutside(`http://${name}:${port}/`, { guard: aGuard({ names }), ...limits })
      expect(fetched).toEqual({ ok: false, problem: { code: 'address_refused' } })
    }
    const both = ((_host: string, _options: unknown, done: (error: null, found: unknown) => void) =>
      done(null, [
        { address: '203.0.113.0', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ])) as unknown as typeof lookup
    const mixed = await fetchOutside(`http://campur.contoh.example:${port}/`, {
      guard: aGuard({ lookup: both }),
      ...limits,
    })
    expect(mixed).toEqual({ ok: false, problem: { code: 'address_refused' } })
    expect(asked).toBe(0)
  })

  it('is judged by where the connection really leads, whatever the name said a moment ago', async () => {
    asked = 0
    let said = 0
    // The name leads outside when it is asked for the first time, and inside from then on.
    const turning = ((_host: string, _options: unknown, done: (error: null, found: unknown) => void) =>
      done(null, [
        { address: said++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 },
      ])) as unknown as typeof lookup
    const guard = aGuard({ mayReach: (ip) => ip === '127.0.0.1', lookup: turning })
    answer = (request, response) =>
      request.url === '/'
        ? response.writeHead(302, { location: '/lagi', connection: 'close' }).end()
        : response.end('rahasia')
    const fetched = await fetchOutside(`http://berubah.contoh.example:${port}/`, { guard, ...limits })
    expect(fetched).toEqual({ ok: false, problem: { code: 'address_refused' } })
    expect(asked).toBe(1)
  })

  it('is cut where the socket stands elsewhere than the name said', async () => {
    asked = 0
    let judged = 0
    // The name's address passes; what the connection reached is judged anew, and does not.
    const guard = aGuard({ names: { 'a.contoh.example': '127.0.0.1' }, mayReach: () => judged++ === 0 })
    expect(await fetchOutside(`http://a.contoh.example:${port}/`, { guard, ...limits })).toEqual({
      ok: false,
      problem: { code: 'address_refused' },
    })
    expect([judged, asked]).toEqual([2, 0])
  })

  it('does not follow a redirect inside, nor to another scheme', async () => {
    const names = { 'agenda.contoh.example': '127.0.0.1' }
    const guard = aGuard({ names, mayReach: (ip) => ip === '127.0.0.1' })
    const targets = [
      'http://127.0.0.2/',
      'http://[::1]/',
      'http://10.0.0.1/',
      'file:///etc/passwd',
      'ftp://a.example/',
    ]
    for (const location of targets) {
      answer = (_request, response) => response.writeHead(301, { location }).end()
      expect(await fetchOutside(`http://agenda.contoh.example:${port}/`, { guard, ...limits })).toEqual({
        ok: false,
        problem: { code: 'address_refused' },
      })
    }
  })

  it('is for https alone where nothing else was injected, and takes no name and password along', async () => {
    expect(publicInternet.protocols).toEqual(['https:'])
    for (const address of [
      'http://contoh.example/',
      'ftp://contoh.example/',
      'https://a:b@contoh.example/',
    ]) {
      expect(await fetchOutside(address, { guard: publicInternet, ...limits })).toEqual({
        ok: false,
        problem: { code: 'address_refused' },
      })
    }
  })

  it.each<[string, RequestListener, object]>([
    ['says no', (_request, response) => response.writeHead(403).end(), { code: 'status', status: 403 }],
    [
      'redirects for ever',
      (_request, response) => response.writeHead(302, { location: '/' }).end(),
      { code: 'too_many_redirects' },
    ],
    ['holds too much', (_request, response) => response.end('x'.repeat(2_000)), { code: 'too_large' }],
    ['does not answer', () => undefined, { code: 'too_slow' }],
    ['hangs up', (request) => request.socket.destroy(), { code: 'unreachable' }],
  ])('to an address that %s is told in its own way', async (_name, how, problem) => {
    answer = how
    expect(
      await fetchOutside(`http://agenda.contoh.example:${port}/`, { guard: loopback, ...limits }),
    ).toEqual({ ok: false, problem })
  })

  it('to a name that nobody has is unreachable', async () => {
    expect(await fetchOutside('http://tidak-ada.contoh.example/', { guard: aGuard(), ...limits })).toEqual({
      ok: false,
      problem: { code: 'unreachable' },
    })
  })
})
