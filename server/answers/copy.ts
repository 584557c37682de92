import { copies } from '../../db/schema/answers.ts'
import { copyInput } from '../../domain/answers/input.ts'
import { reasonsAgainstConfirming, reasonsAgainstCopying } from '../../domain/answers/using.ts'
import { command } from '../infrastructure/command.ts'
import { refuseFirst } from '../infrastructure/refuse.ts'
import { entryFacts } from './entry-facts.ts'
import { lockEntry } from './lock-entry.ts'

/**
 * Takes an answer away to be said, and keeps who took which wording, so that a withdrawal reaches them. Judged at this
 * moment: an answer that expired while it was on the screen is refused. Refusals: not_found, answer_not_approved,
 * wording_changed, entry_ended.
 */
export const copy = command({
  name: 'answers.copy',
  right: 'answers.search',
  input: copyInput,
  async run({ input, tx, person, moment, record }) {
    const entry = await lockEntry(tx, input.entryId, person, moment)
    refuseFirst(reasonsAgainstCopying({ ...entryFacts(entry), verifierId: entry.verifierId }, moment))
    refuseFirst(reasonsAgainstConfirming(entry, input.wordingSeen, moment))
    const forms = { voice: entry.voiceAnswer, chat: null, social: entry.socialAnswer }
    await tx.insert(copies).values({
      entryId: entry.id,
      wordingHash: entry.wordingHash,
      form: input.form,
      personId: person.id,
      at: moment,
    })
    await record({
      room: 'answers',
      subjectId: entry.id,
      publicationId: entry.publicationId,
      action: 'answers.copied',
      version: entry.version,
      data: { form: input.form },
    })
    return { text: forms[input.form] ?? entry.answer }
  },
})
