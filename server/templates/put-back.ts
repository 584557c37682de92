import { eq } from 'drizzle-orm'
import { templates } from '../../db/schema/templates.ts'
import { templateInput } from '../../domain/templates/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { lockTemplate, proveName } from './lock.ts'

/** Offers a retired template again. Refusals: `not_found`, `template_name_taken`, `templates_too_many`. */
export const putBack = command({
  name: 'templates.putBack',
  right: 'template.manage',
  input: templateInput,
  async run({ tx, person, input, record }) {
    const template = await lockTemplate(tx, person, input.templateId)
    if (template.retiredAt === null) refuseMissing()
    await proveName(tx, template.unitId, template.name, template.id)
    const version = template.version + 1
    await tx.update(templates).set({ retiredAt: null, version }).where(eq(templates.id, template.id))
    await record({
      room: 'templates',
      subjectId: template.id,
      action: 'templates.put_back',
      version,
      before: { retiredAt: template.retiredAt },
      after: { retiredAt: null },
    })
    return { version }
  },
})
