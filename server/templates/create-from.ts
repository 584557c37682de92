import { and, eq, isNull } from 'drizzle-orm'
import { briefingOutlines, templateAuthors, templates } from '../../db/schema/templates.ts'
import { emptyBriefing } from '../../domain/briefings/content.ts'
import { createFromInput } from '../../domain/templates/input.ts'
import { lockBriefingIfAny } from '../briefings/lock-briefing.ts'
import { saveContent } from '../briefings/save-content.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { addAuthor } from '../publications/authors.ts'
import { createPublication } from '../publications/create.ts'
import { shownAccounts, usualFor } from './usual-accounts.ts'

/**
 * Begins a publication of the template's unit from it: its main text, its usual accounts unless others were chosen, and
 * a briefing with its messages. What the template asks of the briefing stands beside it, as no agent must read a question
 * for an answer. Whoever wrote the template's content is an author too, so that none of them approves their own words.
 * Refusals: not_found, and those of `createPublication`.
 */
export const createFrom = command({
  name: 'templates.createFrom',
  right: 'template.use',
  input: createFromInput,
  async run({ input, ...context }) {
    const { tx, person, moment } = context
    const { templateId, ...chosen } = input
    const [template] = await tx
      .select()
      .from(templates)
      .where(and(eq(templates.id, templateId), isNull(templates.retiredAt)))
      .for('share')
    if (!template) return refuseMissing()
    const right = proveRight(person, 'template.use', template.unitId)
    const usual = usualFor(template, await shownAccounts(tx, template.accountIds), person)
    const { unitId, mainText, language } = template
    const publication = await createPublication(
      context,
      {
        ...chosen,
        ...{ unitId, mainText, language },
        accountIds: chosen.accountIds ?? usual.accountIds,
        mainLink: null,
        notes: '',
      },
      { action: 'publications.created_from_template', data: { templateId } },
    )
    const wrote = await tx
      .select({ personId: templateAuthors.personId })
      .from(templateAuthors)
      .where(eq(templateAuthors.templateId, templateId))
    for (const { personId } of wrote) await addAuthor(tx, publication.id, personId, moment)
    const { keyMessages, notToSay, summaryPrompt, questions } = template
    if (keyMessages.length > 0 || notToSay.length > 0) {
      const briefed = { kind: 'publication' as const, id: publication.id }
      const { owner, begun } = await lockBriefingIfAny(tx, briefed, person, moment)
      await saveContent(context, owner, begun, { ...emptyBriefing, keyMessages, notToSay }, right)
    }
    if (summaryPrompt.trim() !== '' || questions.length > 0) {
      const publicationId = publication.id
      await tx
        .insert(briefingOutlines)
        .values({ publicationId, templateId, summaryPrompt, questions, version: 1 })
    }
    const { id, state, version } = publication
    return { id, state, version, leftOut: chosen.accountIds === null ? usual.leftOut : [] }
  },
})
