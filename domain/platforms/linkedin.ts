import { buildPlatform } from './build-platform.ts'
import { seenLength, utf16Length } from './characters.ts'
import { platformFacts } from './facts.ts'
import { handlesOf, hashtagWords, pickedByHand } from './tags.ts'

const asOf = '2026-11-25'
const posts =
  'LinkedIn Marketing, "Posts API" (learn.microsoft.com, linkedin/marketing/community-management/shares)'
const severalImages = 'LinkedIn Marketing, "MultiImage API" (shares/multiimage-post-api)'
const oneImage = 'LinkedIn Marketing, "Images API" (shares/images-api, 2026-05)'

// LinkedIn's own page on videos was found without its figures: these are what posting tools keep to.
const ayrshare = 'ayrshare.com/docs/media-guidelines/linkedin'
const getlate = 'docs.getlate.dev/resources/media-guidelines/linkedin'
const blotato = 'help.blotato.com, "Supported posts and media" of LinkedIn'

/** A page's post, written by hand by one of its administrators. */
export const linkedin = buildPlatform({
  facts: platformFacts.linkedin,
  // LinkedIn does not say how it counts: UTF-16 units are never fewer than characters.
  several: {
    style: 'carousel',
    source:
      'Approximation, not published by LinkedIn: its app shows one after the other, its web page a collage',
    asOf: '2026-12-01',
  },
  lengthOf: utf16Length,
  headlineLengthOf: seenLength,
  alternativeTextLengthOf: utf16Length,
  hashtags: hashtagWords,
  mentionsArePicked: true,
  mentions: pickedByHand(handlesOf('[\\p{L}\\p{N}_-]+')),
  mediaAreNotMixed: true,
  video: {
    videos: {
      value: 1,
      source: `${posts}: a video or images are contents apart; one video a post by ${getlate}`,
      asOf,
    },
    videoBytes: {
      value: 500_000_000,
      source: `Not by LinkedIn: 500 MB for programs by ${ayrshare} and ${blotato}; 5 GB by ${getlate}`,
      asOf,
      severity: 'warning',
    },
    videoLength: {
      value: { least: 3, most: 1800 },
      source: `Not by LinkedIn: 3 seconds to 30 minutes by ${ayrshare}; for pages, by ${getlate}`,
      asOf,
      severity: 'warning',
    },
    videoKinds: {
      value: ['video/mp4'],
      source: `Not by LinkedIn: MP4 for programs by ${ayrshare} and ${blotato}; MOV and AVI too by ${getlate}`,
      asOf,
      severity: 'warning',
    },
    videoShape: {
      value: { narrowest: [5, 12], widest: [12, 5] },
      source: `Not by LinkedIn: 1:2.4 to 2.4:1 by ${ayrshare} and ${getlate}`,
      asOf,
      severity: 'warning',
    },
    videoCover: {
      value: true,
      source: 'LinkedIn Marketing, "Videos API" (shares/videos-api, 2026-05): uploads a thumbnail',
      asOf: '2026-12-01',
    },
  },
  limits: {
    text: {
      value: 3000,
      source:
        'LinkedIn’s own refusal, "ShareCommentary text length exceeded the maximum allowed (3000 characters)", as quoted in n8n-io/n8n issue 22899 of December 2025',
      asOf,
    },
    headline: { value: 'not_applicable', source: posts, asOf },
    images: { value: 20, source: `${severalImages}: 2 to 20 images`, asOf },
    imageBytes: {
      value: 'not_known',
      source: `${oneImage} names none; posting tools keep to 5 or 8 MB (ayrshare.com, getlate.dev)`,
      asOf,
    },
    imageKinds: {
      value: ['image/jpeg', 'image/png', 'image/gif'],
      source:
        'Posting tools’ documentation (ayrshare.com/docs, docs.getlate.dev, help.blotato.com), for programs',
      asOf,
      severity: 'warning',
    },
    imageShape: { value: 'not_known', source: `${oneImage} names none`, asOf },
    alternativeText: { value: 'not_known', source: `${oneImage} names none`, asOf },
    hashtags: { value: 'not_known', source: `${posts} names none`, asOf },
    mentions: {
      value: 'not_known',
      source: `${posts} names no number; by its "little text format" a mention carries the page’s or person’s number, so @ and a pasted name are plain text until picked from the list`,
      asOf,
    },
    links: { value: 'not_known', source: `${posts} names none`, asOf },
  },
})
