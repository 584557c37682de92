import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a request that changes something comes from our own page: `Sec-Fetch-Site` says so where the browser sends
 * it, else `Origin` must be `publicUrl`'s or the address asked. A client that sends neither is no browser and brings no
 * cookie of one.
 */
export function isFromOwnPage(headers: IncomingHttpHeaders, publicUrl: string | null): boolean {
  const site = headers['sec-fetch-site']
  if (typeof site === 'string') return site === 'same-origin' || site === 'none'
  const origin = headers.origin
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  return publicUrl === null ? new URL(origin).host === headers.host : origin === new URL(publicUrl).origin
}
