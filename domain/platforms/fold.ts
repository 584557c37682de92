/**
 * Where a feed that shows so many characters folds a text: the end of the last word that fits, or the middle of one that
 * alone is longer. Null where all of it fits.
 */
export function foldAt(text: string, characters: number): number | null {
  const signs = [...text]
  if (signs.length <= characters) return null
  const shown = signs.slice(0, characters).join('')
  if (/\s/.test(signs[characters] ?? '')) return shown.trimEnd().length
  const lastGap = shown.search(/\s+\S*$/)
  return lastGap > 0 ? lastGap : shown.length
}
