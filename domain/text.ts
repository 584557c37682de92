/** The most characters any one text may have (decision of day one: past it a sentence, before it no cut). */
export const TEXT_LIMIT = 100_000

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters a text may not hold
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** True where PostgreSQL could keep the text and a reader could see it: no NUL, no control character, no lone surrogate. */
export function isHumanText(text: string): boolean {
  return text.isWellFormed() && !FORBIDDEN.test(text)
}

/** Canonical form of what a person typed: NFC, LF line ends, nothing trimmed. */
export function canonicalText(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC')
}

/** True for http or https with a host that has a dot and no user name. */
export function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username } = new URL(text)
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') && username === ''
}
