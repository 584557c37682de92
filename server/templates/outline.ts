import { and, eq } from 'drizzle-orm'
import { publications } from '../../db/schema/publications.ts'
import { briefingOutlines, templates } from '../../db/schema/templates.ts'
import { holds } from '../../domain/permissions.ts'
import { outlineInput } from '../../domain/templates/input.ts'
import { read } from '../infrastructure/read.ts'
import { visibleTo } from '../publications/visible.ts'

/**
 * What the template of a publication asks of its briefing, for whoever may write that; null where it was made from none.
 */
export const outline = read({
  name: 'templates.outline',
  right: 'briefing.write',
  input: outlineInput,
  async run({ db, person, input, moment }) {
    const [found] = await db
      .select({
        template: templates.name,
        summaryPrompt: briefingOutlines.summaryPrompt,
        questions: briefingOutlines.questions,
        unitId: publications.unitId,
      })
      .from(briefingOutlines)
      .innerJoin(templates, eq(templates.id, briefingOutlines.templateId))
      .innerJoin(publications, eq(publications.id, briefingOutlines.publicationId))
      .where(and(eq(briefingOutlines.publicationId, input.publicationId), visibleTo(person, moment)))
    if (!found || !holds(person.grants, 'briefing.write', found.unitId)) return null
    const { unitId: _unitId, ...shown } = found
    return shown
  },
})
