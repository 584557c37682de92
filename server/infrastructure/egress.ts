import { type LookupAddress, lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Agent, buildConnector, request } from 'undici'

/** Where outgoing calls may go. Production has one, `publicInternet`; tests inject another into their world. */
export type EgressGuard = {
  protocols: readonly string[]
  /** Whether a connection to this IP address may be made. */
  mayReach(ip: string): boolean
  lookup: typeof systemLookup
}

/** https, to addresses of the public internet alone: no private, loopback, link-local, mapped or translated ones. */
export const publicInternet: EgressGuard = {
  protocols: ['https:'],
  mayReach: (ip) => isIP(ip) !== 0 && ipaddr.process(ip).range() === 'unicast',
  lookup: systemLookup,
}

export type EgressProblem =
  | { code: 'address_refused' | 'unreachable' | 'too_slow' | 'too_many_redirects' | 'too_large' }
  | { code: 'status'; status: number }

export type Fetched = { ok: true; bytes: Buffer } | { ok: false; problem: EgressProblem }

const REDIRECTS = 5

class NotReachable extends Error {}

/**
 * Fetches an address that somebody typed. Each step is judged anew: the scheme and a literal address in the URL, every
 * address a name resolves to when the connection is made, and the address the socket reached; redirects go through the
 * same. Answers a problem instead of throwing; `limitMs` is for the whole, `limitBytes` for the body.
 */
export async function fetchOutside(
  address: string,
  { guard, limitBytes, limitMs }: { guard: EgressGuard; limitBytes: number; limitMs: number },
): Promise<Fetched> {
  const agent = new Agent({ connect: guardedConnector(guard, limitMs), pipelining: 0 })
  const signal = AbortSignal.timeout(limitMs)
  try {
    let url = new URL(address)
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      if (!mayAsk(url, guard)) return problem({ code: 'address_refused' })
      const answer = await request(url, {
        dispatcher: agent,
        signal,
        headers: {
          accept: 'text/calendar, text/plain;q=0.5',
          'accept-encoding': 'identity',
          'user-agent': 'Selaras',
        },
      })
      const { location } = answer.headers
      if (answer.statusCode >= 300 && answer.statusCode < 400 && typeof location === 'string') {
        await answer.body.dump()
        if (!URL.canParse(location, url)) return problem({ code: 'unreachable' })
        url = new URL(location, url)
        continue
      }
      if (answer.statusCode !== 200) {
        await answer.body.dump()
        return problem({ code: 'status', status: answer.statusCode })
      }
      return await bodyOf(answer.body, limitBytes)
    }
    return problem({ code: 'too_many_redirects' })
  } catch (error) {
    if (signal.aborted) return problem({ code: 'too_slow' })
    if (isNotReachable(error)) return problem({ code: 'address_refused' })
    // Whatever the network or the other side did: refused, reset, unknown name, a broken certificate, no HTTP.
    if (error instanceof Error) return problem({ code: 'unreachable' })
    throw error
  } finally {
    await agent.destroy()
  }
}

function problem(what: EgressProblem): Fetched {
  return { ok: false, problem: what }
}

/** The scheme, and an address written as such: for those no name is looked up. */
function mayAsk(url: URL, guard: EgressGuard): boolean {
  if (!guard.protocols.includes(url.protocol) || url.username !== '' || url.password !== '') return false
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) === 0 || guard.mayReach(host)
}

async function bodyOf(body: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Fetched> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body) {
    size += piece.byteLength
    if (size > limitBytes) return problem({ code: 'too_large' })
    pieces.push(piece)
  }
  return { ok: true, bytes: Buffer.concat(pieces) }
}

function guardedConnector(guard: EgressGuard, limitMs: number): buildConnector.connector {
  const lookup: LookupFunction = (host, options, done) => {
    guard.lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 4)
      const addresses = found as LookupAddress[]
      const [first] = addresses
      if (first === undefined || addresses.some(({ address }) => !guard.mayReach(address))) {
        return done(new NotReachable(), '', 4)
      }
      if (options.all) done(null, addresses)
      else done(null, first.address, first.family)
    })
  }
  const connect = buildConnector({ lookup, timeout: limitMs, allowH2: false } as buildConnector.BuildOptions)
  return (options, done) =>
    connect(options, (...[error, socket]) => {
      if (error !== null) return done(error, null)
      if (socket?.remoteAddress !== undefined && guard.mayReach(socket.remoteAddress))
        return done(null, socket)
      socket?.destroy()
      return done(new NotReachable(), null)
    })
}

function isNotReachable(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof NotReachable) return true
    if (one instanceof AggregateError && one.errors.some(isNotReachable)) return true
  }
  return false
}
