import { canonicalText } from '../text.ts'
import type { Instant } from '../time.ts'

/** Changes when the shape of the canonical content does, so that an old hash never meets a new shape. */
const CONTENT_MARK = 'selaras-content-1'

/**
 * An image or a video. The parts of a video are there only where it has them, so that the hash of a content without any
 * is what it was before there were videos.
 */
export type CanonicalMedium = {
  sha256: string
  alternativeText: string
  captionsSha256?: string
  posterSha256?: string
  transcript?: string
}

export type CanonicalVariant = {
  accountId: string
  language: string
  headline: string | null
  text: string
  link: string | null
  media: CanonicalMedium[]
}

/** What a decision is bound to. Source: Selaras decisions of day one, canonical content. */
export type CanonicalContent = {
  mark: string
  objective: string
  subjectClass: string | null
  /** Null where no policy binds the time, or there is none. */
  plannedAt: Instant | null
  variants: CanonicalVariant[]
}

/** A publication as it is written: variants say only what they have of their own. */
export type WrittenContent = {
  objective: string
  subjectClass: string | null
  plannedAt: Instant | null
  isTimeBound: boolean
  mainText: string
  mainLink: string | null
  mainMedia: readonly CanonicalMedium[]
  language: string
  variants: readonly WrittenVariant[]
}

export type WrittenVariant = {
  accountId: string
  headline: string | null
  /** Null: follows the main text. An empty text of its own stays empty. */
  ownText: string | null
  /** Null: follows the main link. Empty: this variant has no link. */
  ownLink: string | null
  /** Null: follows the main media. */
  ownMedia: readonly CanonicalMedium[] | null
  ownLanguage: string | null
}

/** What the account will post once the main text, link, media and language are filled in. */
function resolveVariant(publication: WrittenContent, variant: WrittenVariant): CanonicalVariant {
  return {
    accountId: variant.accountId,
    language: variant.ownLanguage ?? publication.language,
    headline: lineOrNull(variant.headline),
    text: canonicalText(variant.ownText ?? publication.mainText),
    link: lineOrNull(variant.ownLink ?? publication.mainLink),
    media: (variant.ownMedia ?? publication.mainMedia).map(canonicalMedium),
  }
}

function canonicalMedium({
  sha256,
  alternativeText,
  captionsSha256,
  posterSha256,
  transcript,
}: CanonicalMedium): CanonicalMedium {
  return {
    sha256,
    alternativeText: canonicalText(alternativeText),
    ...(captionsSha256 === undefined ? {} : { captionsSha256 }),
    ...(posterSha256 === undefined ? {} : { posterSha256 }),
    ...(transcript === undefined || transcript === '' ? {} : { transcript: canonicalText(transcript) }),
  }
}

/**
 * The canonical content: texts in NFC with LF line ends and untrimmed, an empty headline or link as none, variants in
 * the order of their accounts' ids, media in the order they are posted.
 */
export function canonicalContent(publication: WrittenContent): CanonicalContent {
  return {
    mark: CONTENT_MARK,
    objective: publication.objective,
    subjectClass: publication.subjectClass,
    plannedAt: publication.isTimeBound ? publication.plannedAt : null,
    variants: publication.variants
      .map((variant) => resolveVariant(publication, variant))
      .sort((one, other) => (one.accountId < other.accountId ? -1 : one.accountId > other.accountId ? 1 : 0)),
  }
}

function lineOrNull(text: string | null): string | null {
  return text === null || text === '' ? null : canonicalText(text)
}
