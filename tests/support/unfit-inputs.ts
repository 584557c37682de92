/** The part of JSON Schema that zod writes for our inputs. */
export type Shape = {
  type?: string
  const?: unknown
  enum?: unknown[]
  format?: string
  pattern?: string
  minimum?: number
  minLength?: number
  properties?: Record<string, Shape>
  items?: Shape
  prefixItems?: Shape[]
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
}

/** Ids of things that exist, by the name of the field that asks for one. */
export type KnownIds = Record<string, string>

/** An input that fits the shape, so that a door reads it to its end. */
export function fittingInput(shape: Shape, ids: KnownIds, name = ''): unknown {
  const either = shape.anyOf ?? shape.oneOf
  if (either !== undefined) {
    const chosen = either.find((one) => one.type !== 'null') ?? {}
    return fittingInput(chosen, ids, name)
  }
  if (shape.const !== undefined) return shape.const
  if (shape.enum !== undefined) return shape.enum[0]
  if (shape.type === 'object') {
    const fields = Object.entries(shape.properties ?? {})
    return Object.fromEntries(fields.map(([key, inner]) => [key, fittingInput(inner, ids, key)]))
  }
  if (shape.type === 'array') {
    return [fittingInput(shape.items ?? {}, ids, name.replace(/s$/, ''))]
  }
  if (shape.type === 'integer' || shape.type === 'number') return Math.max(shape.minimum ?? 1, 1)
  if (shape.type === 'boolean') return true
  return fittingText(shape, ids, name)
}

function fittingText({ format, pattern }: Shape, ids: KnownIds, name: string): string {
  if (format === 'uuid') return ids[name] ?? '8c8f2c3e-6f0a-4f6e-9d52-5a3c0b7f1a11'
  if (format === 'date') return '2026-12-14'
  if (format === 'date-time') return '2026-12-14T01:00:00.000Z'
  if (pattern?.includes('0-9a-f')) return 'a'.repeat(64)
  if (pattern?.includes('[01]')) return '09:00'
  return /link|address/i.test(name) ? 'https://contoh.example/a' : 'Teks contoh'
}

export const TWO_MEGABYTES = 'a'.repeat(2 * 1024 * 1024)

const unfitTexts: unknown[] = [
  'a\u0000b',
  'a\ud800b',
  '2026-02-30',
  '2026-02-30T09:00:00Z',
  'infinity',
  'Mars/Olympus',
  'javascript:alert(1)',
  'http://[',
  "'; drop table people; --",
  '%_\\',
  '../../x.png',
  '__proto__',
  'a\u202eb\u0301'.repeat(400),
  TWO_MEGABYTES,
]
const unfitNumbers: unknown[] = [-1, 0, 1.5, 2 ** 31, 2 ** 53, 1e308]
const unfitAnything: unknown[] = [
  null,
  12,
  '',
  'teks',
  true,
  {},
  [],
  [[]],
  { toString: 1 },
  JSON.parse('{"__proto__":{"x":1}}'),
]

/** The fitting input with one part of it unfit, for every part and every way of being unfit. */
export function* unfitInputs(fitting: unknown): Generator<unknown> {
  for (const path of pathsIn(fitting)) {
    const part = path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], fitting)
    const own =
      typeof part === 'string'
        ? unfitTexts
        : typeof part === 'number'
          ? unfitNumbers
          : Array.isArray(part)
            ? [Array(10_000).fill(part[0] ?? 1)]
            : []
    for (const unfit of [...own, ...unfitAnything]) yield withPart(fitting, path, unfit)
  }
}

function pathsIn(value: unknown, here: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [here]
  return [here, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...here, key]))]
}

function withPart(value: unknown, [key, ...rest]: string[], part: unknown): unknown {
  if (key === undefined) return part
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  copy[key] = withPart(copy[key], rest, part)
  return copy
}
