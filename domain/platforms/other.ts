import { buildPlatform } from './build-platform.ts'
import { seenLength } from './characters.ts'
import { platformFacts } from './facts.ts'
import { countedOnly, hashtagWords, noTags } from './tags.ts'

const asOf = '2026-11-24'
const own = 'A platform Selaras does not know: only the limits given with the account hold'

export const other = buildPlatform({
  facts: platformFacts.other,
  lengthOf: seenLength,
  headlineLengthOf: seenLength,
  alternativeTextLengthOf: seenLength,
  hashtags: countedOnly(hashtagWords),
  mentions: noTags,
  alternativeTextIsOwnChoice: true,
  video: {
    videos: { value: 'not_known', source: own, asOf },
    videoBytes: { value: 'not_known', source: own, asOf },
    videoLength: { value: 'not_known', source: own, asOf },
    videoKinds: { value: 'not_known', source: own, asOf },
    videoShape: { value: 'not_known', source: own, asOf },
    videoCover: { value: true, source: own, asOf: asOf },
  },
  limits: {
    text: { value: 'not_known', source: own, asOf },
    headline: { value: 'not_known', source: own, asOf },
    images: { value: 'not_known', source: own, asOf },
    imageBytes: { value: 'not_known', source: own, asOf },
    imageKinds: { value: 'not_known', source: own, asOf },
    imageShape: { value: 'not_known', source: own, asOf },
    alternativeText: { value: 'not_known', source: own, asOf },
    hashtags: { value: 'not_known', source: own, asOf },
    mentions: { value: 'not_known', source: own, asOf },
    links: { value: 'not_known', source: own, asOf },
  },
})
