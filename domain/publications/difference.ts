import type { CanonicalContent, CanonicalMedium, CanonicalVariant } from './content.ts'

const publicationFields = ['objective', 'subjectClass', 'plannedAt'] as const
const mediumFields = ['sha256', 'alternativeText', 'captionsSha256', 'posterSha256', 'transcript'] as const
const variantFields = ['language', 'headline', 'text', 'link'] as const

/** One thing that differs; `variant` is a whole account that came or went. */
export type ContentChange =
  | {
      accountId: null
      field: (typeof publicationFields)[number]
      before: string | null
      after: string | null
    }
  | {
      accountId: string
      field: (typeof variantFields)[number]
      before: string | null
      after: string | null
    }
  | { accountId: string; field: 'media'; before: CanonicalMedium[]; after: CanonicalMedium[] }
  | { accountId: string; field: 'variant'; before: CanonicalVariant | null; after: CanonicalVariant | null }

/**
 * What differs between two contents, the publication's own fields first, then account by account.
 * Empty exactly where their hashes are equal.
 */
export function contentDifference(before: CanonicalContent, after: CanonicalContent): ContentChange[] {
  const changes: ContentChange[] = []
  for (const field of publicationFields) {
    if (before[field] !== after[field]) {
      changes.push({ accountId: null, field, before: before[field], after: after[field] })
    }
  }
  const earlier = new Map(before.variants.map((variant) => [variant.accountId, variant]))
  const later = new Map(after.variants.map((variant) => [variant.accountId, variant]))
  for (const accountId of [...new Set([...earlier.keys(), ...later.keys()])].sort()) {
    changes.push(
      ...variantDifference(accountId, earlier.get(accountId) ?? null, later.get(accountId) ?? null),
    )
  }
  return changes
}

function variantDifference(
  accountId: string,
  before: CanonicalVariant | null,
  after: CanonicalVariant | null,
): ContentChange[] {
  if (before === null || after === null) {
    return before === after ? [] : [{ accountId, field: 'variant', before, after }]
  }
  const changes: ContentChange[] = []
  for (const field of variantFields) {
    if (before[field] !== after[field]) {
      changes.push({ accountId, field, before: before[field], after: after[field] })
    }
  }
  if (!isSameMedia(before.media, after.media)) {
    changes.push({ accountId, field: 'media', before: before.media, after: after.media })
  }
  return changes
}

function isSameMedia(one: readonly CanonicalMedium[], other: readonly CanonicalMedium[]): boolean {
  return (
    one.length === other.length &&
    one.every((medium, position) => {
      const counterpart = other[position]
      return mediumFields.every((field) => medium[field] === counterpart?.[field])
    })
  )
}
