// twitter-text 3.1.0 ships no types. Only its finder of links is used: the rest counts newer emoji wrongly
// and would bring its whole emoji table along.
declare module 'twitter-text/dist/extractUrlsWithIndices.js' {
  /** Links X would shorten, in order, never overlapping; `indices` are UTF-16 offsets, the end excluded. */
  export default function extractUrlsWithIndices(text: string): { url: string; indices: [number, number] }[]
}

// Asked by a test only: without emoji our count and the library's must agree.
declare module 'twitter-text/dist/parseTweet.js' {
  export default function parseTweet(text: string): { weightedLength: number }
}

// Asked by a test only: what X reads as a hashtag and as a mention.
declare module 'twitter-text/dist/extractHashtags.js' {
  export default function extractHashtags(text: string): string[]
}
declare module 'twitter-text/dist/extractMentions.js' {
  export default function extractMentions(text: string): string[]
}
