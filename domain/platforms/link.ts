import { isWebAddress } from '../text.ts'

/**
 * Whether a reader can be sent there: an absolute http or https address with a host, without a name or password
 * in it, and without spaces or control characters. `javascript:` and its like are none.
 */
export function isPostableLink(link: string): boolean {
  if (!/^https?:\/\/[^/?#]/i.test(link) || /[\s\p{Cc}\p{Cf}\p{Cs}]/u.test(link)) return false
  return isWebAddress(link) && new URL(link).password === ''
}

/** The text with the link on a line of its own after it, unless it stands in the text already. */
export function textWithLink(text: string, link: string | null): string {
  if (link === null || link === '' || text.includes(link)) return text
  return text === '' ? link : `${text}\n${link}`
}

const webAddress = /(?:https?:\/\/|(?<![\p{L}\p{N}.@/])www\.)[^\s<>"]*[^\s<>".,;:!?)\]'’”]/giu

/** The web addresses in a text, as far as they begin with https://, http:// or www. */
export function linksOf(text: string): string[] {
  return text.match(webAddress) ?? []
}
