/** A pattern that finds `search` anywhere in a text, its own signs taken literally; null where nothing is sought. */
export function containing(search: string): string | null {
  const words = search.replaceAll('\u0000', '').trim()
  return words === '' ? null : `%${words.toWellFormed().replace(/[\\%_]/g, '\\$&')}%`
}
