import { buildPlatform } from './build-platform.ts'
import { seenLength, utf8Length, utf16Length } from './characters.ts'
import { platformFacts } from './facts.ts'
import type { PlatformLimits, PlatformVariant, VideoLimits } from './platform.ts'
import { handlesOf, hashtagWords } from './tags.ts'

const asOf = '2026-11-24'
const posts =
  'YouTube Data API, "Posts" and "Posts: imageUpload" (reference/rest/v3/posts), pilot for partners'
const videos = 'YouTube Data API, "Videos" (v3/docs/videos): snippet'
const hashtags =
  'YouTube Help on hashtags, by blogdigger.com and siitgo.com: above 60 all are ignored; others say 15'

/** A post on the channel: words with or without images. */
const post: PlatformLimits = {
  text: { value: 'not_known', source: `${posts}: names no length`, asOf },
  headline: { value: 'not_applicable', source: posts, asOf },
  images: { value: 10, source: `${posts}: 1 to 10 images`, asOf },
  imageBytes: { value: 16_000_000, source: `${posts}: 16 MB`, asOf },
  imageKinds: {
    value: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
    source: posts,
    asOf,
  },
  imageShape: { value: { narrowest: [2, 5], widest: [5, 2] }, source: posts, asOf },
  alternativeText: { value: 'not_known', source: `${posts}: names none`, asOf },
  hashtags: { value: 60, source: hashtags, asOf, severity: 'warning' },
  mentions: {
    value: 'not_known',
    source:
      'YouTube Help, "Handles overview" (answer/11585688): 3 to 30 signs, of many scripts; it names no number a post',
    asOf: '2026-11-25',
  },
  links: { value: 'not_known', source: `${posts}: names none`, asOf },
}

/** The words beside a video, with one image as its thumbnail. */
const video: PlatformLimits = {
  ...post,
  text: { value: 5000, source: `${videos}.description: 5,000 bytes`, asOf },
  headline: { value: 100, source: `${videos}.title: 100 characters`, asOf },
  images: { value: 1, source: `${videos}.thumbnails: a video has one of its own`, asOf },
}

const insert = 'YouTube Data API, "Videos: insert" (v3/docs/videos/insert)'
const lookedUp = '2026-11-25'

const videoFile: VideoLimits = {
  videos: { value: 1, source: `${insert}: uploads one file`, asOf: lookedUp },
  videoBytes: { value: 256_000_000_000, source: `${insert}: 256 GB`, asOf: lookedUp },
  videoLength: {
    value: { least: 1, most: 43_200 },
    source:
      '1 second to 12 hours by docs.getlate.dev/resources/media-guidelines/youtube; 15 minutes before an account is verified, by quso.ai after YouTube',
    asOf: lookedUp,
  },
  videoKinds: {
    value: ['video/mp4', 'video/webm', 'video/quicktime'],
    source: `${insert}: any video; MP4, WebM and MOV are on YouTube Help’s list as copied in gist d158af2a6ad9ce4517b0d05cc471ab88`,
    asOf: lookedUp,
  },
  videoShape: { value: 'not_known', source: `${insert}: names none`, asOf: lookedUp },
  videoCover: {
    value: true,
    source: 'YouTube Data API, "Thumbnails: set" (v3/docs/thumbnails)',
    asOf: '2026-12-01',
  },
}

const noVideo: VideoLimits = {
  ...videoFile,
  videos: { value: 0, source: `${posts}: words and images only; a video needs a title`, asOf },
}

function hasHeadline(variant: PlatformVariant): boolean {
  return (variant.headline ?? '').trim() !== ''
}

// With a headline the variant is the words of a video, which its owner uploads on YouTube; without one it is a post.
export const youtube = buildPlatform({
  facts: platformFacts.youtube,
  limits: { ...post, text: video.text, headline: video.headline },
  limitsFor: (variant) => (hasHeadline(variant) ? video : post),
  video: videoFile,
  videoFor: (variant) => (hasHeadline(variant) ? videoFile : noVideo),
  videoIsApart: true,
  frames: [
    {
      use: 'thumbnail',
      of: 'both',
      shape: [16, 9],
      fit: 'bars',
      safe: { top: 0, right: 0.15, bottom: 0.15, left: 0 },
      source:
        'Approximation, not published by YouTube: 16:9 by youtube.fandom.com "Thumbnail"; the length covers 15 to 20 % at the lower right, by wildandfreetools.com',
      asOf: lookedUp,
    },
  ],
  several: {
    style: 'carousel',
    source: 'Approximation, not published by YouTube: a post shows its images one after the other',
    asOf: '2026-12-01',
  },
  lengthOf: utf8Length,
  headlineLengthOf: utf16Length,
  alternativeTextLengthOf: seenLength,
  hashtags: hashtagWords,
  mentions: handlesOf('[\\p{L}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}_.·-]*[\\p{L}\\p{M}\\p{N}_])?', { longest: 30 }),
  refusedSignsFor: (variant) => (hasHeadline(variant) ? ['<', '>'] : []),
})
