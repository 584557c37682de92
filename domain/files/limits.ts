/** The kinds that are taken; what a file is, its first bytes say. */
export const imageKinds = ['image/jpeg', 'image/png', 'image/webp'] as const
export type ImageKind = (typeof imageKinds)[number]

export const FILE_LIMIT_BYTES = 10 * 1024 * 1024
export const FILE_LIMIT_MEGABYTES = 10

/** Past it a small file unfolds into more memory than a request may take. */
export const PIXEL_LIMIT = 64_000_000

const NAME_LIMIT = 200

/** A file's name as it may be shown and offered for download: its last part, without folders and control characters. */
export function plainFileName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters a name may not hold
  const clean = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim()
  return [...clean].slice(0, NAME_LIMIT).join('').replace(/^\.+/, '') || 'gambar'
}
