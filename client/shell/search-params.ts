/** What stands behind the question mark of an address; bad values fall back, never fail. */
export type RawSearch = Record<string, unknown>

/** One of `choices`, else `fallback`. */
export function choice<const T extends string, F extends string | undefined>(
  value: unknown,
  choices: readonly T[],
  fallback: F,
): T | F {
  return choices.find((one) => one === value) ?? fallback
}

/** A text of at most `most` characters, trimmed; undefined where there is none. */
export function words(value: unknown, most = 200): string | undefined {
  const text = typeof value === 'string' ? value.trim().slice(0, most) : ''
  return text === '' ? undefined : text
}

/** Several ids or words, written `a,b`; undefined where there is none. At most fifty. */
export function several(value: unknown): string[] | undefined {
  const parts = (Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(',') : [])
    .map((part) => part.trim())
    .filter((part) => part !== '' && part.length <= 100)
  return parts.length === 0 ? undefined : [...new Set(parts)].slice(0, 50)
}

/** A day that exists, `YYYY-MM-DD`, from 2000 to 2100. */
export function day(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined
  const read = new Date(`${value}T00:00:00.000Z`)
  if (Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== value) return undefined
  return value >= '2000-01-01' && value <= '2100-12-31' ? value : undefined
}

/** A page of this site to go back to, never another host's. */
export function ownPath(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) && value.length < 2000 ? value : undefined
}

/** Reads `?a=1&b=x,y` into plain texts. */
export function parseSearch(text: string): RawSearch {
  return Object.fromEntries(new URLSearchParams(text))
}

/** Writes only what is there; lists with commas. */
export function stringifySearch(search: RawSearch): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === '' || value === false) continue
    const text = Array.isArray(value) ? value.join(',') : String(value)
    if (text !== '') params.set(key, text)
  }
  const text = params.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}
