/** The bytes a request asks for, both ends included. */
export type ByteRange = { start: number; end: number }

/**
 * Reads a `Range` header over `size` bytes: one range of bytes, open at either side. Null where there is none or another
 * kind or several are asked for, so that the whole is sent; `outside` where it holds none of the bytes. Source: RFC 9110,
 * 14.2.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'outside' | null {
  const parts = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (parts === null || (parts[1] === '' && parts[2] === '')) return null
  const [from, to] = [parts[1] ?? '', parts[2] ?? '']
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0 ? 'outside' : { start: size - length, end: size - 1 }
  }
  const start = Number(from)
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < start) return null
  return start >= size ? 'outside' : { start, end }
}
