import { eq } from 'drizzle-orm'
import { briefingOutlines } from '../../db/schema/templates.ts'
import { dropQuestionInput } from '../../domain/templates/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockPublication } from '../publications/lock.ts'

/** Puts a question of the template aside, for this publication alone. Refuses `not_found`. */
export const dropQuestion = command({
  name: 'templates.dropQuestion',
  right: 'briefing.write',
  input: dropQuestionInput,
  async run({ tx, person, input, moment, record }) {
    const publication = await lockPublication(tx, input.publicationId, person, moment)
    proveRight(person, 'briefing.write', publication.unitId)
    const [outline] = await tx
      .select()
      .from(briefingOutlines)
      .where(eq(briefingOutlines.publicationId, publication.id))
      .for('update')
    if (!outline?.questions.includes(input.question)) return refuseMissing()
    const questions = outline.questions.filter((one) => one !== input.question)
    const version = outline.version + 1
    await tx
      .update(briefingOutlines)
      .set({ questions, version })
      .where(eq(briefingOutlines.publicationId, publication.id))
    await record({
      room: 'templates',
      subjectId: publication.id,
      publicationId: publication.id,
      action: 'templates.question_dropped',
      version,
      before: { questions: outline.questions },
      after: { questions },
    })
    return { questions }
  },
})
