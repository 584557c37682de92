import { buildPlatform } from './build-platform.ts'
import { seenLength, utf16Length } from './characters.ts'
import { platformFacts } from './facts.ts'
import { hashtagWords, noTags } from './tags.ts'

const asOf = '2026-11-24'
const feed = 'Meta for Developers, Graph API, "Page Feed" (reference/page/feed), as quoted 2026-09-07'
const photos = 'Meta for Developers, Graph API, "Page Photos" (reference/page/photos), as quoted 2026-09-07'
const lookedUp = '2026-11-25'
const ayrshare = 'ayrshare.com/docs/media-guidelines/facebook-pages'
const reels = 'Meta for Developers, "Reels Publishing API" (video-api/guides/reels-publishing)'

// Since December 2025 Meta tries out a limit of two posts with a link a month for Pages without Meta Verified
// (TechCrunch). It counts an account's month, not one post, and is a trial: nothing is checked here.
export const facebook = buildPlatform({
  facts: platformFacts.facebook,
  // Meta does not say how it counts: UTF-16 units are never fewer than characters.
  several: {
    style: 'facebook',
    source:
      'Approximation, not published by Facebook: up to five by the shape of the first, the rest as a number, as its web page shows them',
    asOf: '2026-12-01',
  },
  lengthOf: utf16Length,
  headlineLengthOf: seenLength,
  alternativeTextLengthOf: utf16Length,
  hashtags: hashtagWords,
  mentions: noTags,
  foldsAfter: {
    value: 480,
    source:
      'Approximation, not published by Meta: about 480 characters on a computer by posttruncate.com; about 110 on a phone',
    asOf: lookedUp,
  },
  frames: [
    {
      use: 'feed',
      of: 'image',
      shape: [4, 5],
      fit: 'cut_taller',
      source:
        'Approximation, not published by Meta: one image taller than 4:5 is cut, by socialk.it "Facebook post size" (June 2026)',
      asOf: lookedUp,
    },
  ],
  video: {
    videos: { value: 'not_known', source: `${feed} names none`, asOf },
    videoBytes: {
      value: 10_000_000_000,
      source: `Not by Meta: 10 GB by ${ayrshare}, another copy of it 2 GB`,
      asOf: lookedUp,
      severity: 'warning',
    },
    videoLength: {
      value: { least: 0, most: 14_400 },
      source: `Not by Meta: up to 4 hours by ${ayrshare}; reels 3 to 90 seconds (${reels})`,
      asOf: lookedUp,
      severity: 'warning',
    },
    videoKinds: {
      value: ['video/mp4', 'video/quicktime'],
      source: `${reels}: MP4 recommended; MOV by ${ayrshare}`,
      asOf: lookedUp,
      severity: 'warning',
    },
    videoShape: {
      value: 'not_known',
      source: `${feed} names none; reels have 9:16 (${reels})`,
      asOf: lookedUp,
    },
    videoCover: {
      value: true,
      source: 'Meta for Developers, Graph API, "Video Thumbnails" (reference/video/thumbnails)',
      asOf: '2026-12-01',
    },
  },
  limits: {
    text: {
      value: 63_206,
      source: `${feed} names none; 63,206 by the documentation of posting tools (docs.upload-post.com, docs.letmepost.dev)`,
      asOf,
      severity: 'warning',
    },
    headline: { value: 'not_applicable', source: feed, asOf },
    images: { value: 'not_known', source: `${photos} names none; posting tools keep to 10`, asOf },
    imageBytes: { value: 10_000_000, source: `${photos}: files cannot exceed 10 MB`, asOf },
    imageKinds: {
      value: ['image/jpeg', 'image/png', 'image/gif', 'image/bmp', 'image/tiff'],
      source: `${photos}, for programs`,
      asOf,
      severity: 'warning',
    },
    imageShape: { value: 'not_known', source: `${photos} names none`, asOf },
    alternativeText: { value: 'not_known', source: `${photos} names none; Sprout Social takes 1,000`, asOf },
    hashtags: { value: 'not_known', source: `${feed} names none`, asOf },
    mentions: { value: 'not_known', source: `${feed} names none`, asOf },
    links: { value: 'not_known', source: `${feed} names none`, asOf },
  },
})
