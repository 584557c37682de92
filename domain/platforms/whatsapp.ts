import { buildPlatform } from './build-platform.ts'
import { seenLength } from './characters.ts'
import { platformFacts } from './facts.ts'
import { countedOnly, hashtagWords, noTags } from './tags.ts'

const asOf = '2026-11-25'
// The figures of the WhatsApp Business Platform (4,096 and 1,024 characters, 5 MB) are those of messages to one
// person by a program; a channel's update is written in the app, and nothing says that they hold there.
const announced =
  'Meta in June 2023, by cnbctv18.com and ghacks.net: text, photos, videos, stickers, polls; no limit is named'

/** An update of a WhatsApp channel, written in the app. */
export const whatsapp = buildPlatform({
  facts: platformFacts.whatsapp,
  several: {
    style: 'whatsapp',
    source: 'Approximation, not published by WhatsApp: an album of four with the rest as a number',
    asOf: '2026-12-01',
  },
  lengthOf: seenLength,
  headlineLengthOf: seenLength,
  alternativeTextLengthOf: seenLength,
  showsAlternativeText: false,
  hashtags: countedOnly(hashtagWords),
  mentions: noTags,
  video: {
    videos: { value: 'not_known', source: announced, asOf },
    videoBytes: { value: 'not_known', source: announced, asOf },
    videoLength: { value: 'not_known', source: announced, asOf },
    videoKinds: { value: 'not_known', source: announced, asOf },
    videoShape: { value: 'not_known', source: announced, asOf },
    videoCover: { value: 'not_known', source: announced, asOf: asOf },
  },
  limits: {
    text: { value: 'not_known', source: announced, asOf },
    headline: { value: 'not_applicable', source: announced, asOf },
    images: { value: 'not_known', source: announced, asOf },
    imageBytes: { value: 'not_known', source: announced, asOf },
    imageKinds: { value: 'not_known', source: announced, asOf },
    imageShape: { value: 'not_known', source: announced, asOf },
    alternativeText: {
      value: 'not_applicable',
      source:
        'WhatsApp Business Platform, "Image messages" (24 June 2026): an image has a caption and no alternative text',
      asOf,
    },
    hashtags: { value: 'not_known', source: announced, asOf },
    mentions: { value: 'not_known', source: announced, asOf },
    links: { value: 'not_known', source: announced, asOf },
  },
})
