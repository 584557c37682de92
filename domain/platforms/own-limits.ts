import type { Limit, OwnLimits, Platform, PlatformFinding, PlatformLimits } from './platform.ts'
import { ratioOf, ratioWritten } from './ratio.ts'
import { part } from './rules.ts'

/** The figures an account may have of its own, each in place of one of the platform's. */
export const ownFigures = {
  maxCharacters: 'text',
  maxCaptionCharacters: 'caption',
  maxHeadlineCharacters: 'headline',
  maxMedia: 'images',
  maxImageBytes: 'imageBytes',
  maxAlternativeTextCharacters: 'alternativeText',
  maxHashtags: 'hashtags',
  maxMentions: 'mentions',
  maxLinks: 'links',
} as const satisfies { [Name in keyof OwnLimits]?: keyof PlatformLimits }

/** The same of videos. */
export const ownVideoFigures = [
  'maxVideos',
  'maxVideoBytes',
  'minVideoSeconds',
  'maxVideoSeconds',
] as const satisfies (keyof OwnLimits)[]

/** The narrowest and the widest shape, each in place of the platform's. */
export const ownShapes = [
  'narrowestImage',
  'widestImage',
  'narrowestVideo',
  'widestVideo',
] as const satisfies (keyof OwnLimits)[]

/** What an account may ask for that no platform has a figure for. */
export const ownDemands = [
  'requiresMedia',
  'requiresAlternativeText',
  'requiresCaptions',
] as const satisfies (keyof OwnLimits)[]

export type OwnFigure = keyof typeof ownFigures | (typeof ownVideoFigures)[number]
export type OwnShape = (typeof ownShapes)[number]
export type OwnDemand = (typeof ownDemands)[number]
export type OwnLimitValue = number | string | boolean
/** The limits of one account as they are stored, by name. */
export type StoredLimits = Record<string, OwnLimitValue>

/** All of them as a form groups them. */
export const ownLimitGroups = {
  words: [
    'maxCharacters',
    'maxCaptionCharacters',
    'maxHeadlineCharacters',
    'maxHashtags',
    'maxMentions',
    'maxLinks',
  ],
  images: [
    'maxMedia',
    'maxImageBytes',
    'narrowestImage',
    'widestImage',
    'maxAlternativeTextCharacters',
    'requiresMedia',
    'requiresAlternativeText',
  ],
  videos: [
    'maxVideos',
    'maxVideoBytes',
    'minVideoSeconds',
    'maxVideoSeconds',
    'narrowestVideo',
    'widestVideo',
    'requiresCaptions',
  ],
} as const satisfies Record<string, readonly (keyof OwnLimits)[]>

export type OwnLimitName = (typeof ownLimitGroups)[keyof typeof ownLimitGroups][number]

export const ownLimitNames: readonly OwnLimitName[] = Object.values(ownLimitGroups).flat()

/** Some limits changed: a value stands from now on, null follows the platform again. */
export type LimitChanges = { [Name in OwnFigure]?: number | null } & {
  [Name in OwnShape]?: string | null
} & { [Name in OwnDemand]?: boolean | null }

/** What the platform says where an account may have a figure or a shape of its own; undefined where it has no such thing. */
export function platformLimitOf(
  platform: Pick<Platform, 'limits' | 'videoLimits' | 'headline'>,
  name: OwnFigure | OwnShape,
): Limit<number | string> | undefined {
  const { limits, videoLimits } = platform
  switch (name) {
    case 'maxVideos':
      return videoLimits.videos
    case 'maxVideoBytes':
      return videoLimits.videoBytes
    case 'minVideoSeconds':
      return part(videoLimits.videoLength, ({ least }) => least)
    case 'maxVideoSeconds':
      return part(videoLimits.videoLength, ({ most }) => most)
    case 'narrowestImage':
      return part(limits.imageShape, ({ narrowest }) => ratioWritten(narrowest))
    case 'widestImage':
      return part(limits.imageShape, ({ widest }) => ratioWritten(widest))
    case 'narrowestVideo':
      return part(videoLimits.videoShape, ({ narrowest }) => ratioWritten(narrowest))
    case 'widestVideo':
      return part(videoLimits.videoShape, ({ widest }) => ratioWritten(widest))
    case 'maxHeadlineCharacters':
      return platform.headline === 'none' ? undefined : limits.headline
    default:
      return limits[ownFigures[name]]
  }
}

/** The limits after the changes; null where none is left. */
export function limitsAfter(present: StoredLimits | null, changes: LimitChanges): StoredLimits | null {
  const merged = Object.entries({ ...present, ...changes }).filter(
    (entry): entry is [string, OwnLimitValue] => entry[1] !== null && entry[1] !== undefined,
  )
  return merged.length === 0 ? null : Object.fromEntries(merged)
}

/**
 * The first least limit that lies above the most of the same thing, of an account's own limits alone: where one end is
 * the platform's, the effect on what is planned shows it. Null where all can be met.
 */
export function crossedLimits(
  limits: StoredLimits | null,
): { least: number | string; most: number | string } | null {
  const ends = [
    ['minVideoSeconds', 'maxVideoSeconds'],
    ['narrowestImage', 'widestImage'],
    ['narrowestVideo', 'widestVideo'],
  ] as const satisfies (readonly [OwnLimitName, OwnLimitName])[]
  for (const [leastName, mostName] of ends) {
    const least = limits?.[leastName]
    const most = limits?.[mostName]
    if (least === undefined || most === undefined) continue
    if (typeof least === 'boolean' || typeof most === 'boolean') continue
    if (sizeOf(least) > sizeOf(most)) return { least, most }
  }
  return null
}

function sizeOf(value: number | string): number {
  const ratio = ratioOf(String(value))
  return ratio === null ? Number(value) : ratio[0] / ratio[1]
}

export type LimitEffect = {
  /** What would newly block. */
  breaks: PlatformFinding[]
  /** What would no longer block. */
  mends: PlatformFinding[]
}

/** What another set of limits does to one variant: its findings by the limits before and after. Warnings hold nothing. */
export function limitEffect(
  before: readonly PlatformFinding[],
  after: readonly PlatformFinding[],
): LimitEffect {
  return { breaks: blockersMissingIn(before, after), mends: blockersMissingIn(after, before) }
}

function blockersMissingIn(known: readonly PlatformFinding[], findings: readonly PlatformFinding[]) {
  const keys = new Set(known.filter(isBlocker).map(keyOf))
  return findings.filter((finding) => isBlocker(finding) && !keys.has(keyOf(finding)))
}

const isBlocker = (finding: PlatformFinding) => finding.severity === 'blocker'

function keyOf({ code, field, data }: PlatformFinding): string {
  return `${code} ${field} ${'position' in data ? data.position : ''}`
}
