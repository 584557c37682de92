import { buildPlatform } from './build-platform.ts'
import { seenLength, utf16Length } from './characters.ts'
import { platformFacts } from './facts.ts'
import { hashtagWords, noTags } from './tags.ts'

const asOf = '2026-11-24'
const feed = 'Meta for Developers, Graph API, "Page Feed" (reference/page/feed), as quoted 2026-09-07'
const photos = 'Meta for Developers, Graph API, "Page Photos" (reference/page/photos), as quoted 2026-09-07'

// Since December 2025 Meta tries out a limit of two posts with a link a month for Pages without Meta Verified
// (TechCrunch). It counts an account's month, not one post, and is a trial: nothing is checked here.
export const facebook = buildPlatform({
  facts: platformFacts.facebook,
  // Meta does not say how it counts: UTF-16 units are never fewer than characters.
  lengthOf: utf16Length,
  headlineLengthOf: seenLength,
  alternativeTextLengthOf: utf16Length,
  hashtags: hashtagWords,
  mentions: noTags,
  foldsAfter: {
    value: 477,
    source: 'Not on Meta’s pages; posting tools see the feed fold after about 477 characters',
    asOf,
  },
  frames: [
    {
      use: 'feed',
      of: 'both',
      shape: [4, 5],
      fit: 'cut_taller',
      source: 'Meta Business Help, "Aspect ratios": taller than 4:5 is cut in the feed',
      asOf,
    },
  ],
  video: {
    videos: { value: 'not_known', source: `${feed} names none`, asOf },
    videoBytes: {
      value: 10_000_000_000,
      source: 'Facebook Pages by Ayrshare, "Media guidelines: Facebook": 10 GB',
      asOf,
    },
    videoLength: {
      value: { least: 1, most: 14_400 },
      source:
        'Facebook Pages by Ayrshare, "Media guidelines: Facebook": up to 4 hours; reels 3 to 90 seconds (Meta)',
      asOf,
    },
    videoKinds: {
      value: ['video/mp4', 'video/quicktime'],
      source: 'Meta for Developers, "Reels Publishing API": MP4 recommended',
      asOf,
      severity: 'warning',
    },
    videoShape: { value: 'not_known', source: `${feed} names none; reels want 9:16`, asOf },
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
