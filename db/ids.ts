import { randomBytes, randomUUID } from 'node:crypto'

let lastMillisecond = 0
let sequence = 0

/**
 * A new UUID of version 7 (RFC 9562, 6.2 method 1): later ids of one process sort after earlier ones,
 * also within a millisecond and when the clock steps back. It shows when it was made: where that may
 * not be seen, use `randomId`.
 */
export function newId(): string {
  const now = Date.now()
  if (now > lastMillisecond) {
    lastMillisecond = now
    sequence = 0
  } else if (++sequence > 0xfff) {
    lastMillisecond++
    sequence = 0
  }
  const time = lastMillisecond.toString(16).padStart(12, '0')
  const within = (0x7000 | sequence).toString(16)
  const random = randomBytes(8)
  random[0] = 0x80 | ((random[0] ?? 0) & 0x3f)
  const rest = random.toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-${within}-${rest.slice(0, 4)}-${rest.slice(4)}`
}

/** A UUID of version 4: nothing can be read from it, not even when it was made. */
export function randomId(): string {
  return randomUUID()
}
