import { buildPlatform } from './build-platform.ts'
import { utf16Length } from './characters.ts'
import { platformFacts } from './facts.ts'
import { handlesOf, hashtagWords } from './tags.ts'

const asOf = '2026-11-24'
const photo =
  'TikTok for Developers, Content Posting API, "Photo Post" (content-posting-api-reference-photo-post)'
const transfer = 'TikTok for Developers, "Media Transfer Guide" (content-posting-api-media-transfer-guide)'
const lookedUp = '2026-11-25'
const ayrshare = 'ayrshare.com/docs/media-guidelines/tiktok'

export const tiktok = buildPlatform({
  facts: platformFacts.tiktok,
  // TikTok counts "UTF-16 runes".
  several: {
    style: 'carousel',
    source: 'Approximation, not published by TikTok: photo mode shows one after the other',
    asOf: '2026-12-01',
  },
  lengthOf: utf16Length,
  headlineLengthOf: utf16Length,
  alternativeTextLengthOf: utf16Length,
  hashtags: hashtagWords,
  mentions: handlesOf('[A-Za-z0-9_](?:[A-Za-z0-9_.]*[A-Za-z0-9_])?'),
  needsImage: true,
  mediaAreNotMixed: true,
  frames: [
    {
      use: 'screen',
      of: 'both',
      shape: [9, 16],
      fit: 'bars',
      safe: { top: 0.1, right: 0.12, bottom: 0.2, left: 0.05 },
      source:
        'Approximation, not published by TikTok as such: central 80 to 90 % and not the lower 20 %, by houseofmarketers.com after TikTok Creative Center; buttons take 12 % at the right, by adliftr.com',
      asOf,
    },
  ],
  video: {
    videos: { value: 1, source: `${transfer}: an upload is one video`, asOf: lookedUp },
    videoBytes: {
      value: 4_000_000_000,
      source: '4 GB from a computer by changethisfile.com',
      asOf: lookedUp,
      severity: 'warning',
    },
    videoLength: {
      value: { least: 3, most: 600 },
      source: `3 seconds to 10 minutes by ${ayrshare}`,
      asOf: lookedUp,
      severity: 'warning',
    },
    videoKinds: {
      value: ['video/mp4', 'video/webm', 'video/quicktime'],
      source: `MP4, MOV and WebM by ${ayrshare}`,
      asOf: lookedUp,
    },
    videoShape: {
      value: 'not_known',
      source: `360 to 4096 pixels each way and 9:16 or 16:9 by ${ayrshare}; 1:1 too by riverside.fm`,
      asOf: lookedUp,
    },
    videoCover: {
      value: true,
      source:
        'A frame or an image of one’s own, by bp.farotech.com "TikTok Cover Photo"; programs choose a frame alone (video_cover_timestamp_ms)',
      asOf: '2026-12-01',
    },
  },
  limits: {
    text: { value: 4000, source: `${photo}: description`, asOf },
    headline: { value: 90, source: `${photo}: title`, asOf },
    images: { value: 35, source: photo, asOf },
    imageBytes: { value: 20_000_000, source: `${transfer}: 20 MB each`, asOf },
    imageKinds: {
      value: ['image/jpeg', 'image/webp'],
      source: `${transfer}, for programs; the app converts what a phone holds`,
      asOf,
      severity: 'warning',
    },
    imageShape: {
      value: 'not_known',
      source: `${transfer} names none; pictures above 1080p are scaled down`,
      asOf,
    },
    alternativeText: {
      value: 'not_known',
      source: 'TikTok has alternative text for photos since April 2025 (techticia.com); no length is named',
      asOf,
    },
    hashtags: {
      value: 5,
      source:
        'Notice in the app since 2025, by netinfluencer.com after Social Media Today and by websitebuilderexpert.com; never announced',
      asOf,
      severity: 'warning',
    },
    mentions: { value: 'not_known', source: `${photo} names none`, asOf },
    links: { value: 'not_known', source: `${photo} names none`, asOf },
  },
})
