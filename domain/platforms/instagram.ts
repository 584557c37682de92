import { buildPlatform } from './build-platform.ts'
import { seenLength, utf16Length } from './characters.ts'
import { platformFacts } from './facts.ts'
import { handlesOf, hashtagWords } from './tags.ts'

const asOf = '2026-11-24'
const media =
  'Meta for Developers, Instagram Platform, "IG User Media" (reference/ig-user/media), copy of 2026-09-11'

// Meta states what its interface for programs takes. The app, by which people post by hand, converts and crops
// instead of refusing: what holds for programs only is a warning here.
export const instagram = buildPlatform({
  facts: platformFacts.instagram,
  // Meta does not say how it counts: UTF-16 units are never fewer than characters.
  lengthOf: utf16Length,
  headlineLengthOf: seenLength,
  alternativeTextLengthOf: utf16Length,
  hashtags: hashtagWords,
  mentions: handlesOf('[A-Za-z0-9_](?:[A-Za-z0-9_.]*[A-Za-z0-9_])?', { longest: 30 }),
  needsImage: true,
  limits: {
    text: { value: 2200, source: `${media}: caption`, asOf },
    headline: { value: 'not_applicable', source: media, asOf },
    images: {
      value: 20,
      source:
        'Instagram in the app since August 2024, by storrito.com "20-slide carousels"; programs still have 10 (Meta)',
      asOf,
    },
    imageBytes: { value: 8_000_000, source: `${media}: 8 MB, for programs`, asOf, severity: 'warning' },
    imageKinds: { value: ['image/jpeg'], source: `${media}: JPEG, for programs`, asOf, severity: 'warning' },
    imageShape: {
      value: { narrowest: [3, 4], widest: [191, 100] },
      source:
        'Instagram photo guidance since May 2025, by aspectratiocalculator.pages.dev (2026-05-17); programs have 4:5 to 1.91:1 (Meta)',
      asOf,
      severity: 'warning',
    },
    alternativeText: { value: 1000, source: `${media}: alt_text`, asOf },
    hashtags: {
      value: 5,
      source:
        'Instagram @creators of 18 December 2025, by Social Media Today: five a post, reached gradually; before it 30',
      asOf,
    },
    mentions: { value: 20, source: `${media}: caption, 20 @ tags`, asOf: '2026-11-25' },
    links: { value: 'not_known', source: `${media}: names none`, asOf },
  },
})
