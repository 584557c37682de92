import { buildPlatform } from './build-platform.ts'
import { seenLength } from './characters.ts'
import { platformFacts } from './facts.ts'
import { countedOnly, hashtagWords, noTags } from './tags.ts'

const asOf = '2026-11-24'
const own = 'The agency sends it itself; what it limits is given with the account'

export const pressRelease = buildPlatform({
  facts: platformFacts.press_release,
  lengthOf: seenLength,
  headlineLengthOf: seenLength,
  alternativeTextLengthOf: seenLength,
  hashtags: countedOnly(hashtagWords),
  mentions: noTags,
  needsText: true,
  video: {
    videos: { value: 'not_applicable', source: own, asOf },
    videoBytes: { value: 'not_applicable', source: own, asOf },
    videoLength: { value: 'not_applicable', source: own, asOf },
    videoKinds: { value: 'not_applicable', source: own, asOf },
    videoShape: { value: 'not_applicable', source: own, asOf },
    videoCover: { value: 'not_applicable', source: own, asOf: asOf },
  },
  limits: {
    text: { value: 'not_applicable', source: own, asOf },
    headline: { value: 'not_applicable', source: own, asOf },
    images: { value: 'not_applicable', source: own, asOf },
    imageBytes: { value: 'not_applicable', source: own, asOf },
    imageKinds: { value: 'not_applicable', source: own, asOf },
    imageShape: { value: 'not_applicable', source: own, asOf },
    alternativeText: { value: 'not_applicable', source: own, asOf },
    hashtags: { value: 'not_applicable', source: own, asOf },
    mentions: { value: 'not_applicable', source: own, asOf },
    links: { value: 'not_applicable', source: own, asOf },
  },
})
