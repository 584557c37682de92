import { takeOverInput } from '../../domain/briefings/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockBriefing } from './lock-briefing.ts'
import { heldOf, lockUsableEntry } from './resolve-entries.ts'
import { saveContent } from './save-content.ts'

/** Takes the library's present wording of an entry into the briefing. Refusals: not_found, entry_ended, wording_is_present. */
export const takeOverWording = command({
  name: 'briefings.takeOverWording',
  right: 'briefing.write',
  input: takeOverInput,
  async run({ input, ...context }) {
    const { tx, person, moment } = context
    const { owner, ...begun } = await lockBriefing(tx, input.owner, person, moment)
    const right = proveRight(person, 'briefing.write', owner.unitId)
    const { content } = begun.present
    const held = content.entries.find((one) => one.entryId === input.entryId) ?? refuseMissing()
    const entry = heldOf(await lockUsableEntry(context, owner, input.entryId))
    if (entry.wordingHash === held.wordingHash) refuse('wording_is_present', {})
    const entries = content.entries.map((one) => (one.entryId === entry.entryId ? entry : one))
    const saved = await saveContent(context, owner, begun, { ...content, entries }, right)
    return { version: saved?.briefing.version ?? begun.briefing.version }
  },
})
