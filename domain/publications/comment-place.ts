/** The texts of a publication a comment can point into; a variant's are named with it. */
export const placedFields = ['mainText', 'ownText', 'headline'] as const
export type PlacedField = (typeof placedFields)[number]

/** Where in the text a comment points: its words, and where they began when it was written. */
export type CommentPlace = {
  /** Null for the main text. */
  variantId: string | null
  field: PlacedField
  quote: string
  offset: number
}

/** The texts of a publication as they stand, for finding places in them. */
export type PlacedTexts = {
  mainText: string
  variants: readonly { id: string; ownText: string | null; headline: string | null }[]
}

/** The text a place points into; null where that variant is gone or has no such text of its own. */
export function textAt(texts: PlacedTexts, place: Pick<CommentPlace, 'variantId' | 'field'>): string | null {
  if (place.variantId === null) return place.field === 'mainText' ? texts.mainText : null
  const variant = texts.variants.find((one) => one.id === place.variantId)
  if (variant === undefined || place.field === 'mainText') return null
  return variant[place.field]
}

/**
 * Where the quoted words begin now: of all places where they stand, the one nearest to where they stood; null where they
 * stand nowhere any more.
 */
export function findQuote(
  text: string | null,
  { quote, offset }: Pick<CommentPlace, 'quote' | 'offset'>,
): number | null {
  if (text === null || quote === '') return null
  let nearest: number | null = null
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (nearest !== null && Math.abs(at - offset) >= Math.abs(nearest - offset)) break
    nearest = at
  }
  return nearest
}
