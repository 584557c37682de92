import { platformMedium } from '../../domain/platforms/medium.ts'
import type { PlatformVariant } from '../../domain/platforms/platform.ts'
import type { Medium, Publication, Variant } from './editor-data.ts'
import type { PreviewedPost } from './post-preview.tsx'
import type { WritingState } from './use-writing.ts'

/** What one account would post as it is typed now: the main text, link and media filled in. */
export type Resolved = PlatformVariant & { language: Publication['language']; shown: readonly Medium[] }

export function resolvedOf(publication: Publication, variant: Variant, writing: WritingState): Resolved {
  const key = `variant:${variant.id}` as const
  const { value } = writing
  const ownText = value(key, 'ownText', variant.ownText)
  const ownLink = value(key, 'ownLink', variant.ownLink)
  const ownMedia = value(`media:${variant.id}`, 'media', variant.ownMedia)
  const shown = ownMedia ?? value('media', 'media', publication.media)
  return {
    headline: value(key, 'headline', variant.headline) || null,
    text: ownText ?? value('head', 'mainText', publication.mainText),
    link: (ownLink ?? value('head', 'mainLink', publication.mainLink)) || null,
    language:
      value(key, 'ownLanguage', variant.ownLanguage) ?? value('head', 'language', publication.language),
    media: shown.map(platformMedium),
    shown,
  }
}

/** The same as a post to look at; `pasted` is the text with its link where the platform has no field for one. */
export function postOf(variant: Variant, resolved: Resolved, pasted: string | null): PreviewedPost {
  return {
    account: variant.account,
    language: resolved.language,
    headline: resolved.headline,
    text: pasted ?? resolved.text,
    link: pasted === null || pasted === resolved.text ? resolved.link : null,
    media: resolved.shown,
  }
}
