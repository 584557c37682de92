import { hashOf } from '../hash.ts'
import { canonicalText } from '../text.ts'

/** Changes when the shape does. */
const BRIEFING_MARK = 'selaras-briefing-1'

export type BriefingEntry = { entryId: string; question: string; answer: string; wordingHash: string }

/** What one version says, with the wording its entries had. */
export type BriefingContent = {
  summary: string
  keyMessages: string[]
  notToSay: string[]
  entries: BriefingEntry[]
  escalationContact: string
  sources: string[]
}

/**
 * The hash that a signature names: SHA-256 in hex over the RFC 8785 form of everything in the version, in its order,
 * texts in NFC with LF line ends. Source: Selaras rules, Briefing and desk.
 */
export function briefingHash(content: BriefingContent): string {
  return hashOf({
    mark: BRIEFING_MARK,
    summary: canonicalText(content.summary),
    keyMessages: content.keyMessages.map(canonicalText),
    notToSay: content.notToSay.map(canonicalText),
    entries: content.entries.map((entry) => ({
      entryId: entry.entryId,
      question: canonicalText(entry.question),
      answer: canonicalText(entry.answer),
      wordingHash: entry.wordingHash,
    })),
    escalationContact: canonicalText(content.escalationContact),
    sources: content.sources.map(canonicalText),
  })
}

/** Nothing an agent could say: neither a summary, nor a key message, nor an entry. */
export function isBriefingEmpty(content: BriefingContent): boolean {
  const isBlank = (text: string) => text.trim() === ''
  return isBlank(content.summary) && content.keyMessages.every(isBlank) && content.entries.length === 0
}

/** A briefing before its first word. */
export const emptyBriefing: BriefingContent = {
  summary: '',
  keyMessages: [],
  notToSay: [],
  entries: [],
  escalationContact: '',
  sources: [],
}
