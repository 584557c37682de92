// What one platform file says of its platform. It judges words and media only; whether a publication may go
// out is judged in readiness, which reads these findings as `variant_invalid`.

import type { ArrangementStyle } from './arrangement.ts'

export const platformIds = [
  'x',
  'instagram',
  'facebook',
  'tiktok',
  'youtube',
  'linkedin',
  'threads',
  'whatsapp',
  'telegram',
  'website',
  'press_release',
  'other',
] as const

export type PlatformId = (typeof platformIds)[number]

export type PlatformImage = {
  kind: 'image'
  widthPx: number
  heightPx: number
  sizeBytes: number
  mimeType: string
  alternativeText: string
}

export type PlatformVideo = {
  kind: 'video'
  widthPx: number
  heightPx: number
  sizeBytes: number
  mimeType: string
  durationMs: number
  alternativeText: string
  hasCaptions: boolean
  transcript: string
}

/** What one account will post, the main text and media already resolved into it; `text` in NFC with LF ends. */
export type PlatformVariant = {
  headline: string | null
  text: string
  link: string | null
  media: readonly (PlatformImage | PlatformVideo)[]
}

/**
 * Limits that an administrator gave one account, each in place of the platform's: servers differ and limits change.
 * What is left out follows the platform. `requiresAlternativeText: false` and
 * `requiresCaptions: false` are heard by *other* alone.
 */
export type OwnLimits = {
  maxCharacters?: number | null
  /** For a text with media, where the platform has a limit of its own for it. */
  maxCaptionCharacters?: number | null
  maxHeadlineCharacters?: number | null
  maxMedia?: number | null
  maxImageBytes?: number | null
  maxAlternativeTextCharacters?: number | null
  maxHashtags?: number | null
  maxMentions?: number | null
  maxLinks?: number | null
  /** Width to height, as `ratioOf` reads it. */
  narrowestImage?: string | null
  widestImage?: string | null
  maxVideos?: number | null
  maxVideoBytes?: number | null
  minVideoSeconds?: number | null
  maxVideoSeconds?: number | null
  narrowestVideo?: string | null
  widestVideo?: string | null
  requiresMedia?: boolean
  requiresAlternativeText?: boolean
  requiresCaptions?: boolean
}

/** Light facts, known without loading a platform's rules. */
export type PlatformFacts = {
  id: PlatformId
  headline: 'none' | 'optional' | 'required'
  /** False: the link travels at the end of the text, and counts there. */
  linkIsOwnField: boolean
  /** False: readers see a link's address but cannot follow it. */
  linksAreClickable: boolean
  /** Whether a post there has an address of its own to be recorded as its outcome. */
  givesLink: boolean
  /** Where such an address leads: these hosts and their subdomains; null where it may be any. */
  postHosts: readonly string[] | null
  /** Where a person opens the platform to post by hand; null where each agency has a place of its own. */
  composeUrl: string | null
}

/**
 * `not_known`: the platform publishes no figure, so nothing is checked. `not_applicable`: it has no such thing.
 * `source` names publisher and page, and what is uncertain about it; `asOf` is the day it was looked up.
 * `severity` is `warning` where the figure is published for programs only, or by others than the platform.
 */
export type Limit<Value> = {
  value: Value | 'not_known' | 'not_applicable'
  source: string
  asOf: string
  severity?: 'warning'
}

export type ImageShape = { narrowest: readonly [number, number]; widest: readonly [number, number] }

/** Every platform states every limit. Lengths in the platform's own count, sizes in bytes, shapes as width to height. */
export type PlatformLimits = {
  text: Limit<number>
  /** The text of a post with media, where that has another limit. */
  caption?: Limit<number>
  headline: Limit<number>
  images: Limit<number>
  imageBytes: Limit<number>
  imageKinds: Limit<readonly string[]>
  imageShape: Limit<ImageShape>
  alternativeText: Limit<number>
  hashtags: Limit<number>
  mentions: Limit<number>
  links: Limit<number>
}

/** How many the platform finds, and the most it takes; null where nobody says. */
export type TagCount = { counted: number; limit: number | null }
/** Lengths of a video in seconds. */
export type VideoLength = { least: number; most: number }

/** What a platform takes of videos, shapes as width to height. */
export type VideoLimits = {
  /** How many in one post; 0 where it takes none. */
  videos: Limit<number>
  videoBytes: Limit<number>
  videoLength: Limit<VideoLength>
  videoKinds: Limit<readonly string[]>
  videoShape: Limit<ImageShape>
  /** Whether who posts may choose the picture by which a video is shown before it plays. */
  videoCover: Limit<boolean>
}

/**
 * A frame in which the platform shows media. `fit` says what becomes of another shape: cut around the middle, cut only
 * where it is taller, or shown whole between bars. `safe` are the parts of its height and width that buttons and words of
 * the platform cover, from 0 to 1.
 */
export type Frame = {
  use: 'feed' | 'grid' | 'screen' | 'thumbnail'
  of: 'image' | 'video' | 'both'
  shape: readonly [number, number]
  fit: 'cut' | 'cut_taller' | 'bars'
  safe?: { top: number; right: number; bottom: number; left: number }
  source: string
  asOf: string
}

/** How the platform shows several media of one post; nobody publishes it, so `source` begins with Approximation. */
export type Several = { style: ArrangementStyle; source: string; asOf: string }

/** `linkCount`: links counted at a fixed length whatever their own; 0 where the platform counts none so. */
export type TextCount = TagCount & { linkCount: number; hashtags: TagCount; mentions: TagCount }

type FindingData = {
  text_too_long: { counted: number; limit: number; over: number; linkCount: number }
  text_empty: { imageWouldDo: boolean }
  characters_refused: { characters: string }
  headline_missing: Record<string, never>
  headline_too_long: { counted: number; limit: number; over: number }
  headline_not_shown: Record<string, never>
  media_missing: Record<string, never>
  media_too_many: { counted: number; limit: number; over: number }
  media_kind: { position: number; mimeType: string; kinds: readonly string[] }
  media_too_large: { position: number; sizeBytes: number; limitBytes: number }
  media_shape: { position: number; narrowest: string | null; widest: string | null }
  media_not_mixed: Record<string, never>
  video_not_taken: { position: number }
  videos_too_many: { counted: number; limit: number; over: number }
  video_kind: { position: number; mimeType: string; kinds: readonly string[] }
  video_too_large: { position: number; sizeBytes: number; limitBytes: number }
  video_too_long: { position: number; seconds: number; limitSeconds: number }
  video_too_short: { position: number; seconds: number; limitSeconds: number }
  video_shape: { position: number; narrowest: string | null; widest: string | null }
  captions_missing: { position: number }
  alternative_text_missing: { position: number }
  alternative_text_too_long: { position: number; counted: number; limit: number; over: number }
  link_invalid: Record<string, never>
  link_not_clickable: Record<string, never>
  links_too_many: { counted: number; limit: number; over: number }
  hashtags_too_many: { counted: number; limit: number; over: number }
  hashtag_cut: { written: string; read: string }
  hashtag_ignored: { written: string }
  mentions_too_many: { counted: number; limit: number; over: number }
  mention_cut: { written: string; read: string }
  mention_ignored: { written: string }
  mention_to_pick: { written: string }
}

export type FindingCode = keyof FindingData

/** One thing against posting the variant there. Only `blocker` holds the publication. Positions start at 1. */
export type PlatformFinding = {
  [Code in FindingCode]: {
    code: Code
    severity: 'blocker' | 'warning'
    field: 'text' | 'headline' | 'media' | 'link'
    data: FindingData[Code]
  }
}[FindingCode]

export type Platform = PlatformFacts & {
  limits: PlatformLimits
  videoLimits: VideoLimits
  /** An image beside a video is its thumbnail, and no part of the post. */
  videoIsApart: boolean
  /** How it shows media; empty where it shows them as they are. */
  frames: readonly Frame[]
  /** How it shows several together; null where each stands by itself. */
  several: Several | null
  /** After how many characters a text is folded in the feed; null where it is not, or nobody knows. */
  foldsAfter: Limit<number> | null
  /** Length of a text as this platform counts it, never negative. */
  lengthOf(text: string): number
  /** Exactly what is pasted as the text: where the link is no field of its own it follows on a line of its own. */
  textToPaste(variant: PlatformVariant): string
  /** The counter shown while typing, over `textToPaste`. */
  countText(variant: PlatformVariant, ownLimits?: OwnLimits): TextCount
  /** All findings, in the order of the form; empty means the platform takes the variant. */
  check(variant: PlatformVariant, ownLimits?: OwnLimits): PlatformFinding[]
}
