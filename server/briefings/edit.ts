import canonicalize from 'canonicalize'
import { emptyBriefing } from '../../domain/briefings/content.ts'
import { type BriefingChanges, editInput } from '../../domain/briefings/input.ts'
import { command } from '../infrastructure/command.ts'
import { mergeOrRefuse } from '../infrastructure/merge.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockBriefingIfAny } from './lock-briefing.ts'
import { describeEntries, writeEntries } from './resolve-entries.ts'
import { saveContent } from './save-content.ts'

/**
 * Writes the touched fields of a briefing, beginning it where there is none. A new or reworded entry is written to the
 * library in the same transaction. Amends the present version until somebody has asked on it, acknowledged or signed it;
 * then it opens the next. Refusals: not_found, conflict, entry_ended, entry_of_circle, wording_changed.
 */
export const edit = command({
  name: 'briefings.edit',
  right: 'briefing.write',
  input: editInput,
  async run({ input, ...context }) {
    const { tx, person, moment } = context
    const { owner, begun } = await lockBriefingIfAny(tx, input.owner, person, moment)
    const right = proveRight(person, 'briefing.write', owner.unitId)
    const before = begun?.present.content ?? emptyBriefing
    const { entries: wanted, ...texts } = input.changes
    const described = wanted && (await describeEntries(context, owner, before.entries, wanted))
    const present = { ...before, entries: before.entries.map(withoutHash) }
    const touched = differing({ ...texts, ...(described && { entries: described }) }, present)
    const version = begun?.briefing.version ?? 0
    await mergeOrRefuse(
      tx,
      { room: 'briefings', subjectId: owner.id, version },
      input.version,
      touched,
      present,
    )
    const after = { ...before, ...given(texts, touched) }
    if (described && 'entries' in touched) {
      after.entries = await writeEntries(context, owner, before.entries, described)
    }
    const saved = await saveContent(context, owner, begun, after, right)
    return {
      version: saved?.briefing.version ?? version,
      number: saved?.briefing.presentNumber ?? null,
      hash: saved?.hash ?? null,
      entryIds: after.entries.map((entry) => entry.entryId),
    }
  },
})

type Touched = Record<string, unknown>

function withoutHash({ entryId, question, answer }: { entryId: string; question: string; answer: string }) {
  return { entryId, question, answer }
}

/** Those of the sent fields that say something else than what stands. */
function differing(changes: Touched, present: Touched): Touched {
  return Object.fromEntries(
    Object.entries(changes).filter(
      ([field, value]) => value !== undefined && canonicalize(value) !== canonicalize(present[field]),
    ),
  )
}

function given<Texts extends Omit<BriefingChanges, 'entries'>>(texts: Texts, touched: Touched): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([field]) => field in touched)) as Texts
}
