/** The kinds that are taken; what a file is, its first bytes say. */
export const imageKinds = ['image/jpeg', 'image/png', 'image/webp'] as const
export type ImageKind = (typeof imageKinds)[number]
export const videoKinds = ['video/mp4', 'video/webm'] as const
export type VideoKind = (typeof videoKinds)[number]
export const captionKinds = ['text/vtt', 'application/x-subrip'] as const
export type CaptionKind = (typeof captionKinds)[number]
export type FileKind = ImageKind | VideoKind | CaptionKind

export const FILE_LIMIT_BYTES = 10 * 1024 * 1024
export const FILE_LIMIT_MEGABYTES = 10

export const VIDEO_LIMIT_MEGABYTES = 512
export const VIDEO_LIMIT_BYTES = VIDEO_LIMIT_MEGABYTES * 1024 * 1024

/** Two hours of speech written out are a fifth of it. */
export const CAPTIONS_LIMIT_MEGABYTES = 1
export const CAPTIONS_LIMIT_BYTES = CAPTIONS_LIMIT_MEGABYTES * 1024 * 1024

/** Past it a small file unfolds into more memory than a request may take. */
export const PIXEL_LIMIT = 64_000_000

/** Of an image that is drawn in several passes, which has to be held whole: 64 million pixels took 220 MB, these 140. */
export const PASSES_PIXEL_LIMIT = 40_000_000

const NAME_LIMIT = 200

/** What a file is used as. */
export function fileUse(mimeType: string): 'image' | 'video' | 'captions' {
  if (mimeType.startsWith('image/')) return 'image'
  return mimeType.startsWith('video/') ? 'video' : 'captions'
}

/** A file's name as it may be shown and offered for download: its last part, without folders and control characters. */
export function plainFileName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters a name may not hold
  const clean = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim()
  return [...clean].slice(0, NAME_LIMIT).join('').replace(/^\.+/, '') || 'berkas'
}
