import canonicalize from 'canonicalize'
import type { Tx } from '../../db/open.ts'
import { mergeOrRefuse } from '../infrastructure/merge.ts'

type Part = {
  publicationId: string
  /** The variant; null for the publication's head. */
  partId: string | null
  presentVersion: number
  /** The version on the person's screen when they began. */
  startedFrom: number
}

/**
 * What of `changes` is to be written: the fields that differ from what stands, once `mergeOrRefuse` let them through.
 * The caller holds the publication's lock. Refusals: conflict.
 */
export async function mergedChanges<Fields extends Record<string, unknown>>(
  tx: Tx,
  part: Part,
  present: { readonly [Field in keyof Fields]?: unknown },
  changes: Partial<Fields>,
): Promise<Partial<Fields>> {
  const wanted = Object.fromEntries(
    Object.entries(changes).filter(
      ([field, value]) => value !== undefined && canonicalize(value) !== canonicalize(present[field] ?? null),
    ),
  )
  const { publicationId, partId, presentVersion, startedFrom } = part
  const edited = { room: 'publications', subjectId: publicationId, partId, version: presentVersion } as const
  await mergeOrRefuse(tx, edited, startedFrom, wanted, pick(present, Object.keys(wanted)))
  return wanted as Partial<Fields>
}

/** The named fields as they stand: what a revision keeps as before. */
export function pick(
  from: { readonly [field: string]: unknown },
  fields: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, from[field] ?? null]))
}
