import { buildPlatform } from './build-platform.ts'
import { seenLength, utf8Length, utf16Length } from './characters.ts'
import { emojiPattern } from './emoji.ts'
import { platformFacts } from './facts.ts'
import { handlesOf, hashtagWords } from './tags.ts'

const asOf = '2026-11-25'
const posts = 'Meta for Developers, Threads API, "Threads Posts" (documentation/threads/posts, 14 April 2026)'
const attachments =
  'Meta for Developers, Threads API, "Text Attachments" (create-posts/text-attachments, 2 July 2026)'
const accessibility = 'Meta for Developers, Threads API, "Accessibility" (threads/posts/accessibility)'
const media =
  'Threads media specifications as kept by posting tools (ayrshare.com/docs/media-guidelines/threads)'

const emoji = new RegExp(emojiPattern, 'gu')

/** Length of a text as Threads counts it: characters, and each emoji as the bytes it has in UTF-8. */
export function lengthOnThreads(text: string): number {
  const normalized = text.normalize('NFC')
  let length = normalized.length
  for (const [found] of normalized.matchAll(emoji)) length += utf8Length(found) - found.length
  return length
}

export const threads = buildPlatform({
  facts: platformFacts.threads,
  several: {
    style: 'carousel',
    source: 'Approximation, not published by Threads: a strip to swipe through',
    asOf: '2026-12-01',
  },
  lengthOf: lengthOnThreads,
  headlineLengthOf: seenLength,
  alternativeTextLengthOf: utf16Length,
  hashtags: hashtagWords,
  mentions: handlesOf('[A-Za-z0-9_](?:[A-Za-z0-9_.]*[A-Za-z0-9_])?', { longest: 30 }),
  video: {
    videos: {
      value: 20,
      source: 'As images: a carousel item is an image or a video ("Threads Posts"); others keep to one video',
      asOf,
    },
    videoBytes: { value: 1_000_000_000, source: `${media}: 1 GB, for programs`, asOf, severity: 'warning' },
    videoLength: { value: { least: 0, most: 300 }, source: `${media}: up to 5 minutes`, asOf },
    videoKinds: {
      value: ['video/mp4', 'video/quicktime'],
      source: `${media}: MP4 and MOV, for programs`,
      asOf,
      severity: 'warning',
    },
    videoShape: {
      value: { narrowest: [1, 100], widest: [10, 1] },
      source: `${media}: 0.01:1 to 10:1, for programs`,
      asOf,
      severity: 'warning',
    },
    videoCover: { value: 'not_known', source: `${media} names none`, asOf: asOf },
  },
  limits: {
    text: { value: 500, source: `${posts}: 500 characters, emojis counted as UTF-8 bytes`, asOf },
    headline: { value: 'not_applicable', source: posts, asOf },
    images: {
      value: 20,
      source:
        'Carousels of up to 20 by posting tools (ayrshare.com/docs, docs.getlate.dev); others keep to 10',
      asOf,
    },
    imageBytes: { value: 8_000_000, source: `${media}: 8 MB, for programs`, asOf, severity: 'warning' },
    imageKinds: {
      value: ['image/jpeg', 'image/png'],
      source: `${media}, for programs`,
      asOf,
      severity: 'warning',
    },
    imageShape: {
      value: { narrowest: [1, 10], widest: [10, 1] },
      source: `${media}: at most 10 to 1, for programs`,
      asOf,
      severity: 'warning',
    },
    alternativeText: { value: 'not_known', source: `${accessibility} names no length`, asOf },
    hashtags: {
      value: 1,
      source:
        'One topic a post, since December 2023 by macrumors.com; one that is pasted may have to be picked again, by visualistan.com',
      asOf,
      severity: 'warning',
    },
    mentions: { value: 'not_known', source: `${posts} names none`, asOf },
    links: {
      value: 5,
      source: `${attachments}: more than 5 different links fail since 22 December 2025`,
      asOf,
    },
  },
})
