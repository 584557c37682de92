import { buildPlatform } from './build-platform.ts'
import { codePointLength, seenLength } from './characters.ts'
import { platformFacts } from './facts.ts'
import { handlesOf, hashtagsOf } from './tags.ts'

const asOf = '2026-11-25'
const config =
  'Telegram, "config" (core.telegram.org/constructor/config): message_length_max and caption_length_max, in code points'
const photo = 'Telegram, TDLib, inputMessagePhoto, and Bot API, sendPhoto'
const album = 'Telegram, Bot API, sendMediaGroup, as copied by tg-bot-sdk.website'
const video = 'Telegram, Bot API, sendVideo, as copied by docs.rs/telegram-bot2'
const finder = 'Telegram, TDLib, MessageEntity.cpp'

/** A post of a Telegram channel. */
export const telegram = buildPlatform({
  facts: platformFacts.telegram,
  several: {
    style: 'telegram',
    source:
      'Approximation: Telegram lays out albums of up to ten by their shapes; rows here are those of its apps for shapes alike',
    asOf: '2026-12-01',
  },
  lengthOf: codePointLength,
  headlineLengthOf: seenLength,
  alternativeTextLengthOf: seenLength,
  showsAlternativeText: false,
  hashtags: hashtagsOf({
    body: '\\p{L}\\p{Nd}_\\u200C\\u00B7\\u0D80-\\u0DFF',
    longest: 256,
    notAfter: '',
    standsAlone: true,
    saysDigitsAlone: true,
  }),
  mentions: handlesOf('[A-Za-z][A-Za-z0-9_]*', { shortest: 4, longest: 32 }),
  video: {
    videos: { value: 10, source: `${album}: an album has 2 to 10 of both`, asOf },
    videoBytes: {
      value: 2_000_000_000,
      source:
        'Not seen on Telegram’s pages: 2 GB a file by github.com/Hipeu/telegram-upload and convertintomp4.com; more for premium',
      asOf,
      severity: 'warning',
    },
    videoLength: { value: 'not_known', source: `${video}: names none`, asOf },
    videoKinds: {
      value: ['video/mp4'],
      source: `${video}: MPEG4; others may be sent as files`,
      asOf,
      severity: 'warning',
    },
    videoShape: { value: 'not_known', source: `${video}: names none`, asOf },
    videoCover: {
      value: true,
      source: 'Telegram, Bot API 8.3 of 12 February 2025, sendVideo: cover',
      asOf: '2026-12-01',
    },
  },
  limits: {
    text: { value: 4096, source: `${config}; 4,096 by the Bot API, sendMessage`, asOf },
    caption: {
      value: 1024,
      source: `${config}; 1,024 by the Bot API, sendPhoto; a channel’s premium administrator has more`,
      asOf,
    },
    headline: { value: 'not_applicable', source: config, asOf },
    images: { value: 10, source: `${album}: an album has 2 to 10`, asOf },
    imageBytes: {
      value: 10_000_000,
      source: `${photo}: 10 MB, for programs; the app makes photos smaller`,
      asOf,
      severity: 'warning',
    },
    imageKinds: { value: 'not_known', source: `${photo} name none`, asOf },
    imageShape: {
      value: { narrowest: [1, 20], widest: [20, 1] },
      source: `${photo}: at most 20 to 1`,
      asOf,
      severity: 'warning',
    },
    alternativeText: {
      value: 'not_applicable',
      source: 'Telegram, Bot API, InputMediaPhoto: a photo has a caption and no alternative text',
      asOf,
    },
    hashtags: { value: 'not_known', source: `${finder} names no number`, asOf },
    mentions: {
      value: 'not_known',
      source: `${finder} names no number; a name has 4 to 32 Latin letters, digits and underscores`,
      asOf,
    },
    links: { value: 'not_known', source: `${finder} names no number`, asOf },
  },
})
