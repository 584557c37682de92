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
