import { eq, sql } from 'drizzle-orm'
import { entries } from '../../db/schema/answers.ts'
import { publications } from '../../db/schema/publications.ts'
import type { BriefingEntry } from '../../domain/briefings/content.ts'
import type { WantedEntry } from '../../domain/briefings/input.ts'
import { change } from '../answers/change.ts'
import { type EntryRow, lockEntry } from '../answers/lock-entry.ts'
import { writeEntry } from '../answers/write-entry.ts'
import type { CommandContext } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import type { LockedOwner } from './lock-owner.ts'

type Context = Omit<CommandContext<unknown>, 'input'>

/** An entry as the planner wants it; `entryId` is null while it is in no library yet. */
export type DescribedEntry = { entryId: string | null; question: string; answer: string }

/** What each entry the planner sent would say: what the version holds, else the library's wording, else what was typed. */
export async function describeEntries(
  { tx, person, moment }: Context,
  owner: LockedOwner,
  held: readonly BriefingEntry[],
  wanted: readonly WantedEntry[],
): Promise<DescribedEntry[]> {
  const described: DescribedEntry[] = []
  for (const entry of wanted) {
    const { entryId } = entry
    if (entryId !== null && described.some((known) => known.entryId === entryId)) continue
    if ('question' in entry) {
      described.push({ entryId, question: entry.question, answer: entry.answer })
      continue
    }
    const known = held.find((one) => one.entryId === entryId)
    if (known) described.push({ entryId, question: known.question, answer: known.answer })
    else {
      const { question, answer } = await lockUsableEntry({ tx, person, moment }, owner, entry.entryId)
      described.push({ entryId, question, answer })
    }
  }
  return described
}

/**
 * Writes what is new or reworded into the library and gives the entries as the version will hold them. A new entry of a
 * publication hangs on it: it waits for the first post, or holds at once where that was already. Refusals: those of
 * `writeEntry` and of `answers.change`, entry_ended, entry_of_circle, wording_changed.
 */
export async function writeEntries(
  context: Context,
  owner: LockedOwner,
  held: readonly BriefingEntry[],
  described: readonly DescribedEntry[],
): Promise<BriefingEntry[]> {
  const written: BriefingEntry[] = []
  for (const entry of described) written.push(await writeOne(context, owner, held, entry))
  return written
}

async function writeOne(
  context: Context,
  owner: LockedOwner,
  held: readonly BriefingEntry[],
  { entryId, question, answer }: DescribedEntry,
): Promise<BriefingEntry> {
  if (entryId === null) return heldOf(await writeNewEntry(context, owner, { question, answer }))
  const known = held.find((one) => one.entryId === entryId)
  if (known && known.question === question && known.answer === answer) return known
  const entry = await lockUsableEntry(context, owner, entryId)
  if (entry.question === question && entry.answer === answer) return heldOf(entry)
  if (known && known.wordingHash !== entry.wordingHash) {
    return refuse('wording_changed', { wordingSeen: known.wordingHash, wordingHash: entry.wordingHash })
  }
  const changes = { question, answer }
  const changed = await change.run({ ...context, input: { entryId, version: entry.version, changes } })
  return { entryId, question, answer, wordingHash: changed.wordingHash }
}

/** A new entry in the library for this briefing. */
export function writeNewEntry(
  context: Context,
  owner: LockedOwner,
  wording: { question: string; answer: string },
): Promise<EntryRow> {
  const given = {
    ...wording,
    unitId: owner.unitId,
    publicationId: owner.publicationId,
    validFrom: owner.isPosted ? context.moment : null,
  }
  return writeEntry(context, given, 'briefing.answer')
}

export function heldOf(entry: EntryRow): BriefingEntry {
  return {
    entryId: entry.id,
    question: entry.question,
    answer: entry.answer,
    wordingHash: entry.wordingHash,
  }
}

/**
 * Locks an entry for a briefing. What hangs on another publication that only a circle may know of stays in that one's
 * briefing, since this one is read by others. Refusals: not_found, entry_ended, entry_of_circle.
 */
export async function lockUsableEntry(
  { tx, person, moment }: Pick<Context, 'tx' | 'person' | 'moment'>,
  owner: LockedOwner,
  entryId: string,
): Promise<EntryRow> {
  const entry = await lockEntry(tx, entryId, person, moment)
  if (entry.endedAt !== null) refuse('entry_ended', {})
  if (entry.publicationId === null || entry.publicationId === owner.publicationId) return entry
  const [other] = await tx
    .select({ isRestricted: sql<boolean>`${publications.restrictedAccountIds} <> '{}'` })
    .from(entries)
    .innerJoin(publications, eq(publications.id, entries.publicationId))
    .where(eq(entries.id, entry.id))
  if (other?.isRestricted) refuse('entry_of_circle', {})
  return entry
}
