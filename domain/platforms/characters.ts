const segmenter = new Intl.Segmenter('id', { granularity: 'grapheme' })

/** UTF-16 code units of the NFC text: never fewer than code points or seen characters. */
export function utf16Length(text: string): number {
  return text.normalize('NFC').length
}

/** Unicode code points of the NFC text. */
export function codePointLength(text: string): number {
  let length = 0
  for (const _ of text.normalize('NFC')) length += 1
  return length
}

/** UTF-8 bytes of the NFC text. */
export function utf8Length(text: string): number {
  return new TextEncoder().encode(text.normalize('NFC')).length
}

/** Characters as a reader sees them: an emoji is one, whatever it is joined from. */
export function seenLength(text: string): number {
  let length = 0
  for (const _ of segmenter.segment(text.normalize('NFC'))) length += 1
  return length
}
