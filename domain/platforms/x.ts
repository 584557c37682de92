import extractUrlsWithIndices from 'twitter-text/dist/extractUrlsWithIndices.js'
import { buildPlatform } from './build-platform.ts'
import { seenLength, utf16Length } from './characters.ts'
import { emojiPattern } from './emoji.ts'
import { platformFacts } from './facts.ts'
import { handlesOf, hashtagsOf } from './tags.ts'

const asOf = '2026-11-24'
const counting =
  'X developer documentation, "Counting characters" (docs.x.com/fundamentals/counting-characters)'
const media =
  'X developer documentation, "Media best practices" (docs.x.com/x-api/media/quickstart/best-practices)'
const lookedUp = '2026-11-25'
const ayrshare = 'ayrshare.com/docs/media-guidelines/x-twitter after X'

const linkLength = 23
/** Letters, marks and digits of all scripts, and the signs that twitter-text takes for parts of words. */
const hashtagSigns =
  '\\p{L}\\p{M}\\p{Nd}_\\u200C\\u200D\\uA67E\\u05BE\\u05F3\\u05F4\\uFF5E\\u301C\\u309B\\u309C\\u30A0\\u30FB\\u3003\\u0F0B\\u0F0C\\u00B7'

const piece = new RegExp(`(?<emoji>${emojiPattern})|[^]`, 'gu')

/** Weights of twitter-text's third configuration: code points in these ranges count 1, all others 2. */
function weightOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  const isLight =
    point <= 0x10ff ||
    (point >= 0x2000 && point <= 0x200d) ||
    (point >= 0x2010 && point <= 0x201f) ||
    (point >= 0x2032 && point <= 0x2037)
  return isLight ? 1 : 2
}

function weightWithoutLinks(text: string): number {
  let weight = 0
  for (const match of text.matchAll(piece)) weight += match.groups?.emoji ? 2 : weightOf(match[0])
  return weight
}

// No link holds white space, so each word is searched by itself, together with the space before it: X does not let an
// accented letter begin a link at the start of a text, but does after a space. No link has more than 4,096 characters.
// A word of hundreds of dots is no address either, and the finder's time would grow with their square.
function linksIn(word: string): { url: string; indices: [number, number] }[] {
  if (!word.includes('.') || word.split('.').length > 256) return []
  return word.length <= 4096 ? extractUrlsWithIndices(word) : []
}

function measure(text: string): { weight: number; linkCount: number } {
  const normalized = text.normalize('NFC')
  let weight = 0
  let linkCount = 0
  let counted = 0
  for (const word of normalized.matchAll(/[ \t\r\n]?[^ \t\r\n]+/g)) {
    for (const link of linksIn(word[0])) {
      weight += weightWithoutLinks(normalized.slice(counted, word.index + link.indices[0])) + linkLength
      counted = word.index + link.indices[1]
      linkCount += 1
    }
  }
  return { weight: weight + weightWithoutLinks(normalized.slice(counted)), linkCount }
}

/**
 * Length of a text as X counts it, of 280: in NFC, each link 23 whatever its own length, each emoji 2 however it is
 * joined, Latin and common signs 1, all else 2. Only what X turns into a link counts as one: an address under a
 * top-level domain that exists, so `.example` does not.
 */
export function weightedLength(text: string): number {
  return measure(text).weight
}

export const x = buildPlatform({
  facts: platformFacts.x,
  several: {
    style: 'x',
    source:
      'Approximation, not published by X: two, three or four in a frame of 16:9, as its web page shows them',
    asOf: '2026-12-01',
  },
  lengthOf: weightedLength,
  headlineLengthOf: seenLength,
  alternativeTextLengthOf: utf16Length,
  hashtags: hashtagsOf({ body: hashtagSigns, notAfter: '&/=?', standsAlone: true, saysDigitsAlone: true }),
  mentions: handlesOf('[A-Za-z0-9_]+', {
    longest: 15,
    notAfter: 'A-Za-z0-9_!#$%&*@＠/',
    notBefore: '@＠\\u00C0-\\u024F',
  }),
  linksCountedIn: (text) => measure(text).linkCount,
  foldsAfter: {
    value: 280,
    source:
      'Approximation: a preview of 280 characters, Twitter in February 2023 by mybroadband.co.za; about 280 by replysocial.co',
    asOf: lookedUp,
  },
  frames: [
    {
      use: 'feed',
      of: 'image',
      shape: [3, 4],
      fit: 'cut_taller',
      source:
        'Approximation, not published by X: one image of 2:1 to 3:4 is shown whole on phones, Twitter in 2021 by weareshootingstar.co.uk',
      asOf: lookedUp,
    },
  ],
  video: {
    videos: { value: 4, source: `Four a post by ${ayrshare}; one, for programs (${media})`, asOf: lookedUp },
    videoBytes: { value: 512_000_000, source: `512 MB by ${ayrshare}`, asOf: lookedUp },
    videoLength: {
      value: { least: 0.5, most: 140 },
      source: `0.5 to 140 seconds by ${ayrshare}; accounts with X Premium post longer ones`,
      asOf: lookedUp,
      severity: 'warning',
    },
    videoKinds: {
      value: ['video/mp4', 'video/quicktime'],
      source: `MP4 and MOV by ${ayrshare}`,
      asOf: lookedUp,
    },
    videoShape: {
      value: { narrowest: [1, 3], widest: [3, 1] },
      source: `1:3 to 3:1 by ${ayrshare}`,
      asOf: lookedUp,
    },
    videoCover: { value: 'not_known', source: `${ayrshare} names none for a post`, asOf: lookedUp },
  },
  limits: {
    text: {
      value: 280,
      source: `${counting}; an account with X Premium posts up to 25,000 by posting tools’ documentation`,
      asOf,
    },
    headline: { value: 'not_applicable', source: counting, asOf },
    images: { value: 4, source: media, asOf },
    imageBytes: { value: 5_000_000, source: media, asOf },
    imageKinds: {
      value: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
      source: media,
      asOf,
    },
    imageShape: { value: 'not_known', source: `${media}: names none for still images`, asOf },
    alternativeText: {
      value: 1000,
      source:
        'Not on X’s developer pages; by North Idaho College, "Making Accessible Posts on X", and docs.upload-post.com',
      asOf,
    },
    hashtags: {
      value: 'not_known',
      source: 'X bans them in paid posts since June 2025; for others it names none',
      asOf,
    },
    mentions: {
      value: 'not_known',
      source: 'X Help, usernames: at most 15 letters, digits and underscores; it names no number a post',
      asOf,
    },
    links: { value: 'not_known', source: `${counting}: names none`, asOf },
  },
})
