/**
 * What a person has typed and the server does not have yet, part by part: each part is edited alone, from the version it
 * was begun on. Pure; `use-writing.ts` keeps it, saves it and shows it.
 */
export type PartKey = 'head' | 'media' | `variant:${string}` | `media:${string}`

type Part = { base: number; fields: Readonly<Record<string, unknown>> }

export type Writing = Readonly<Partial<Record<PartKey, Part>>>

export const nothingWritten: Writing = {}

/** One field typed. `version` counts where the part was untouched; typing back what stands takes the field out. */
export function typed(
  writing: Writing,
  key: PartKey,
  version: number,
  field: string,
  value: unknown,
  present: unknown,
): Writing {
  const part = writing[key]
  const { [field]: _before, ...others } = part?.fields ?? {}
  const fields = isSame(value, present) ? others : { ...others, [field]: value }
  return withPart(writing, key, { base: part?.base ?? version, fields })
}

/** The server has what was sent, at `version`; what was typed meanwhile stays, from there on. */
export function saved(
  writing: Writing,
  key: PartKey,
  sent: Readonly<Record<string, unknown>>,
  version: number,
): Writing {
  const part = writing[key]
  if (!part) return writing
  const left = Object.entries(part.fields).filter(
    ([field, value]) => !(field in sent && isSame(value, sent[field])),
  )
  return withPart(writing, key, { base: version, fields: Object.fromEntries(left) })
}

/** After a conflict: what the person gave up goes, the rest starts from the version they were shown. */
export function settled(
  writing: Writing,
  key: PartKey,
  version: number,
  choice: Readonly<Record<string, 'yours' | 'theirs'>>,
): Writing {
  const part = writing[key]
  if (!part) return writing
  const left = Object.entries(part.fields).filter(([field]) => choice[field] !== 'theirs')
  return withPart(writing, key, { base: version, fields: Object.fromEntries(left) })
}

/** All but the fields for which `isGivenUp` is true. */
export function withoutFields(
  writing: Writing,
  isGivenUp: (key: PartKey, field: string) => boolean,
): Writing {
  return keysOf(writing).reduce<Writing>((left, key) => {
    const part = left[key]
    if (!part) return left
    const fields = Object.entries(part.fields).filter(([field]) => !isGivenUp(key, field))
    return withPart(left, key, { ...part, fields: Object.fromEntries(fields) })
  }, writing)
}

export function keysOf(writing: Writing): PartKey[] {
  return Object.keys(writing) as PartKey[]
}

export function isEmpty(writing: Writing): boolean {
  return keysOf(writing).length === 0
}

/** What stands on the screen: typed, else what the server has. */
export function shown<T>(writing: Writing, key: PartKey, field: string, present: T): T {
  const fields = writing[key]?.fields
  return fields && field in fields ? (fields[field] as T) : present
}

/** Reads what was kept on the device; nothing where it is unreadable. */
export function readWriting(text: string | null): Writing {
  if (text === null) return nothingWritten
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Writing) : nothingWritten
  } catch (error) {
    if (error instanceof SyntaxError) return nothingWritten
    throw error
  }
}

function withPart(writing: Writing, key: PartKey, part: Part): Writing {
  const { [key]: _before, ...others } = writing
  return Object.keys(part.fields).length === 0 ? others : { ...others, [key]: part }
}

export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
