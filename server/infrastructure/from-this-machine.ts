import type { IncomingHttpHeaders } from 'node:http'

const ownNames = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i

/**
 * Whether somebody at this very machine asks: over the loopback address, by a loopback name, and through no proxy.
 * A proxy on the same machine hands on everybody's requests from loopback, and a foreign page can point its own name
 * there; neither passes.
 */
export function isFromThisMachine(ipAddress: string, headers: IncomingHttpHeaders): boolean {
  const isLoopback =
    ipAddress === '::1' || ipAddress.startsWith('127.') || ipAddress.startsWith('::ffff:127.')
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some(
    (name) => headers[name] !== undefined,
  )
  return isLoopback && !isForwarded && ownNames.test(headers.host ?? '')
}
