import canonicalize from 'canonicalize'
import { eq } from 'drizzle-orm'
import { templates } from '../../db/schema/templates.ts'
import { changeTemplateInput } from '../../domain/templates/input.ts'
import { command } from '../infrastructure/command.ts'
import { mergeOrRefuse } from '../infrastructure/merge.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { addTemplateAuthors, lockTemplate, proveLength, proveName } from './lock.ts'
import { proveUsualAccounts, shownAccounts } from './usual-accounts.ts'

/** The fields that become a publication's content: who writes one of them counts as an author of it. */
const contentFields = ['objective', 'subjectClass', 'language', 'accountIds', 'mainText']

/**
 * Writes the touched fields of a template; publications made from it stay as they are. Refusals: not_found, conflict
 * where somebody changed the same field first, account_ended, template_executive, template_name_taken, template_too_long.
 */
export const change = command({
  name: 'templates.change',
  right: 'template.manage',
  input: changeTemplateInput,
  async run({ tx, person, input, moment, record }) {
    const { templateId, version, ...sent } = input
    const template = await lockTemplate(tx, person, templateId)
    if (template.retiredAt !== null) refuseMissing()
    const shown = await shownAccounts(tx, template.accountIds)
    const present: Record<string, unknown> = {
      ...template,
      accountIds: template.accountIds.filter((id) => shown.has(id)),
    }
    const after = Object.fromEntries(
      Object.entries(sent).filter(
        ([field, value]) => value !== undefined && canonicalize(value) !== canonicalize(present[field]),
      ),
    )
    const part = { room: 'templates' as const, subjectId: templateId, version: template.version }
    await mergeOrRefuse(tx, part, version, after, present)
    const touched = Object.keys(after)
    if (touched.length === 0) return { version: template.version }
    proveLength({ ...template, ...after })
    if (typeof after.name === 'string') await proveName(tx, template.unitId, after.name, templateId)
    if (sent.accountIds !== undefined && 'accountIds' in after)
      after.accountIds = await proveUsualAccounts(tx, sent.accountIds, person, moment)
    const next = template.version + 1
    await tx
      .update(templates)
      .set({ ...after, version: next })
      .where(eq(templates.id, templateId))
    if (touched.some((field) => contentFields.includes(field)))
      await addTemplateAuthors(tx, templateId, [person.id])
    await record({
      room: 'templates',
      subjectId: templateId,
      action: 'templates.changed',
      version: next,
      before: Object.fromEntries(touched.map((field) => [field, present[field]])),
      after,
    })
    return { version: next }
  },
})
