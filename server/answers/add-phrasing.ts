import { eq } from 'drizzle-orm'
import { entries, phrasings } from '../../db/schema/answers.ts'
import { addPhrasingInput } from '../../domain/answers/input.ts'
import { searchableText } from '../../domain/answers/query.ts'
import { command } from '../infrastructure/command.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockEntry } from './lock-entry.ts'
import { noteWords, termsOf } from './terms.ts'

/**
 * Keeps another way callers put the question, so that it is found by it from now on; the wording stays as it is. The
 * same words twice are kept once. Refusals: not_found.
 */
export const addPhrasing = command({
  name: 'answers.addPhrasing',
  right: 'answers.count',
  input: addPhrasingInput,
  async run({ input, tx, person, moment, record }) {
    const entry = await lockEntry(tx, input.entryId, person, moment)
    proveRight(person, 'answers.count', entry.unitId)
    const known = await tx
      .select({ text: phrasings.text })
      .from(phrasings)
      .where(eq(phrasings.entryId, entry.id))
    const texts = [entry.question, ...known.map((phrasing) => phrasing.text)]
    if (texts.some((text) => searchableText(text) === searchableText(input.text))) return { added: false }
    await tx
      .insert(phrasings)
      .values({ entryId: entry.id, text: input.text, addedBy: person.id, addedAt: moment })
    await tx
      .update(entries)
      .set({ questionTerms: termsOf([...texts, input.text].join(' ')) })
      .where(eq(entries.id, entry.id))
    await noteWords(tx, [input.text])
    await record({
      room: 'answers',
      subjectId: entry.id,
      publicationId: entry.publicationId,
      action: 'answers.phrased',
      version: entry.version,
    })
    return { added: true }
  },
})
