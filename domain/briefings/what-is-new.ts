import { canonicalText } from '../text.ts'
import type { BriefingContent } from './content.ts'

/** What a version says that an earlier one did not: positions in its lists, ids of its entries. */
export type BriefingNews = {
  summary: boolean
  keyMessages: number[]
  notToSay: number[]
  entries: string[]
  escalationContact: boolean
  sources: number[]
  /** All of these together, and what was taken out. */
  count: number
  /** What the earlier version said and this one no longer does. */
  removed: { keyMessages: string[]; notToSay: string[]; questions: string[] }
}

/** What is new in `present` for who has read `read`. Another order alone is nothing new. */
export function newsBetween(read: BriefingContent, present: BriefingContent): BriefingNews {
  const news = {
    summary: differs(read.summary, present.summary),
    keyMessages: added(read.keyMessages, present.keyMessages),
    notToSay: added(read.notToSay, present.notToSay),
    entries: present.entries
      .filter((entry) => !read.entries.some((known) => isSameWording(known, entry)))
      .map((entry) => entry.entryId),
    escalationContact: differs(read.escalationContact, present.escalationContact),
    sources: added(read.sources, present.sources),
  }
  const removed = {
    keyMessages: gone(read.keyMessages, present.keyMessages),
    notToSay: gone(read.notToSay, present.notToSay),
    questions: read.entries
      .filter((known) => !present.entries.some((entry) => entry.entryId === known.entryId))
      .map((known) => known.question),
  }
  const single = [news.summary, news.escalationContact].filter(Boolean).length
  const lists = [news.keyMessages, news.notToSay, news.entries, news.sources, ...Object.values(removed)]
  return { ...news, removed, count: lists.reduce((sum, list) => sum + list.length, single) }
}

function isSameWording(one: BriefingContent['entries'][number], other: BriefingContent['entries'][number]) {
  return one.entryId === other.entryId && one.wordingHash === other.wordingHash
}

function differs(one: string, other: string): boolean {
  return canonicalText(one) !== canonicalText(other)
}

function added(before: readonly string[], after: readonly string[]): number[] {
  const known = new Set(before.map(canonicalText))
  return after.flatMap((text, index) => (known.has(canonicalText(text)) ? [] : [index]))
}

function gone(before: readonly string[], after: readonly string[]): string[] {
  const present = new Set(after.map(canonicalText))
  return before.filter((text) => !present.has(canonicalText(text)))
}
