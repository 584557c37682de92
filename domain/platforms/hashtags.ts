// A hashtag begins a word, holds a letter (`#2026` is none) and ends at the first sign that is neither letter,
// mark, digit nor underscore. The # of a link's fragment begins none: it follows a letter, a digit or a slash.
const hashtag = /(?<![\p{L}\p{N}_&/=?.-])[#＃](?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+/gu

/** How many hashtags stand in a text, repeated ones each time. */
export function countHashtags(text: string): number {
  return text.match(hashtag)?.length ?? 0
}
