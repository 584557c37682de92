import type { OwnLimits, PlatformFinding, PlatformLimits } from './platform.ts'

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

/** What an account may ask for that no platform has a figure for. */
export const ownDemands = ['requiresMedia', 'requiresAlternativeText'] as const satisfies (keyof OwnLimits)[]

export type OwnFigure = keyof typeof ownFigures
export type OwnDemand = (typeof ownDemands)[number]
export type OwnLimitName = OwnFigure | OwnDemand

export const ownLimitNames = [
  ...(Object.keys(ownFigures) as OwnFigure[]),
  ...ownDemands,
] as const satisfies OwnLimitName[]

/** Some limits changed: a value stands from now on, null follows the platform again. */
export type LimitChanges = { [Name in OwnFigure]?: number | null } & { [Name in OwnDemand]?: boolean | null }

/** The limits after the changes; null where none is left. */
export function limitsAfter(
  present: Record<string, number | boolean> | null,
  changes: LimitChanges,
): Record<string, number | boolean> | null {
  const merged = Object.entries({ ...present, ...changes }).filter(
    (entry): entry is [string, number | boolean] => entry[1] !== null && entry[1] !== undefined,
  )
  return merged.length === 0 ? null : Object.fromEntries(merged)
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
