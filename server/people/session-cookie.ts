import { createHmac, timingSafeEqual } from 'node:crypto'

export type SessionCookie = {
  name: string
  /** The token inside a request's cookie header; null where there is none or its signature is not ours. */
  read(cookieHeader: string | null | undefined): string | null
  /** A Set-Cookie line that signs in with this token. */
  write(token: string, maxAgeSeconds: number): string
  /** A Set-Cookie line that ends it. */
  clear(): string
}

/**
 * The session cookie as better-auth signs it (`token.` and HMAC-SHA-256 in base64, percent-encoded), so that a request
 * is recognised without asking it. HttpOnly and SameSite=Lax always; Secure and `__Secure-` under https.
 */
export function sessionCookie(prefix: string, secret: string, isSecure: boolean): SessionCookie {
  const name = `${isSecure ? '__Secure-' : ''}${prefix}.session_token`
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  const sign = (token: string) => createHmac('sha256', secret).update(token).digest('base64')
  return {
    name,
    read(cookieHeader) {
      const signed = valueIn(cookieHeader ?? '', name)
      const dot = signed?.lastIndexOf('.') ?? -1
      if (signed === null || dot < 1) return null
      const token = signed.slice(0, dot)
      const given = Buffer.from(signed.slice(dot + 1))
      const ours = Buffer.from(sign(token))
      return given.length === ours.length && timingSafeEqual(given, ours) ? token : null
    },
    write: (token, maxAgeSeconds) =>
      `${name}=${encodeURIComponent(`${token}.${sign(token)}`)}; Max-Age=${maxAgeSeconds}; ${attributes}`,
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
  }
}

function valueIn(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const equals = part.indexOf('=')
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue
    const value = part.slice(equals + 1).trim()
    return /%(?![0-9a-f]{2})/i.test(value) ? null : decodeURIComponentOrNull(value)
  }
  return null
}

function decodeURIComponentOrNull(value: string): string | null {
  try {
    return decodeURIComponent(value)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}
