import { buildPlatform } from './build-platform.ts'
import { seenLength, utf16Length } from './characters.ts'
import { platformFacts } from './facts.ts'
import { handlesOf, hashtagWords } from './tags.ts'

const asOf = '2026-11-24'
const media =
  'Meta for Developers, Instagram Platform, "IG User Media" (reference/ig-user/media), copy of 2026-09-11'
const lookedUp = '2026-11-25'
const ayrshare = 'ayrshare.com/docs/media-guidelines/instagram'
const circleboom = 'help.circleboom.com, "Video and Reels Limitations on Instagram"'

// Meta states what its interface for programs takes. The app, by which people post by hand, converts and crops
// instead of refusing: what holds for programs only is a warning here.
export const instagram = buildPlatform({
  facts: platformFacts.instagram,
  // Meta does not say how it counts: UTF-16 units are never fewer than characters.
  several: {
    style: 'carousel',
    source:
      'Approximation, not published by Instagram: one after the other in the shape of the first, as its app shows them',
    asOf: '2026-12-01',
  },
  lengthOf: utf16Length,
  headlineLengthOf: seenLength,
  alternativeTextLengthOf: utf16Length,
  hashtags: hashtagWords,
  mentions: handlesOf('[A-Za-z0-9_](?:[A-Za-z0-9_.]*[A-Za-z0-9_])?', { longest: 30 }),
  needsImage: true,
  foldsAfter: {
    value: 125,
    source:
      'Approximation, not published by Instagram: about 125 characters by posttruncate.com and charactercounter.com',
    asOf: lookedUp,
  },
  frames: [
    {
      use: 'feed',
      of: 'image',
      shape: [3, 4],
      fit: 'cut_taller',
      source:
        'Approximation, not published by Instagram: up to 3:4 since 2025, by aspectratiocalculator.pages.dev (2026-05-17)',
      asOf: lookedUp,
    },
    {
      use: 'grid',
      of: 'both',
      shape: [3, 4],
      fit: 'cut',
      source:
        'Approximation, not published by Instagram: 3:4 since January 2025, by pictuary.com; it varies, by splitimage.im',
      asOf: lookedUp,
    },
    {
      use: 'screen',
      of: 'video',
      shape: [9, 16],
      fit: 'bars',
      safe: { top: 0.14, right: 0.06, bottom: 0.35, left: 0.06 },
      source:
        'Approximation: reels less 14 % above, 35 % below and 6 % at each side, by houseofmarketers.com after Meta Business Help',
      asOf,
    },
  ],
  video: {
    videos: { value: 20, source: 'As images: a carousel holds both', asOf },
    videoBytes: {
      value: 300_000_000,
      source: `Reels of 300 MB, for programs, by ${ayrshare}; others have 1 GB`,
      asOf: lookedUp,
      severity: 'warning',
    },
    videoLength: {
      value: { least: 3, most: 900 },
      source: `Reels of 3 seconds to 15 minutes by ${ayrshare} and ${circleboom}`,
      asOf: lookedUp,
    },
    videoKinds: {
      value: ['video/mp4', 'video/quicktime'],
      source: `MOV or MP4 by ${ayrshare} and ${circleboom}`,
      asOf: lookedUp,
    },
    videoShape: {
      value: { narrowest: [1, 100], widest: [10, 1] },
      source: `Reels of 0.01:1 to 10:1, 9:16 recommended, by ${circleboom}`,
      asOf: lookedUp,
    },
    videoCover: { value: true, source: `${media}: cover_url of a reel`, asOf: lookedUp },
  },
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
