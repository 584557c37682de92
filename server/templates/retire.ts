import { eq } from 'drizzle-orm'
import { templates } from '../../db/schema/templates.ts'
import { templateInput } from '../../domain/templates/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { lockTemplate } from './lock.ts'

/** Offers a template no longer; what was made from it stays. Refuses `not_found`. */
export const retire = command({
  name: 'templates.retire',
  right: 'template.manage',
  input: templateInput,
  async run({ tx, person, input, moment, record }) {
    const template = await lockTemplate(tx, person, input.templateId)
    if (template.retiredAt !== null) refuseMissing()
    const version = template.version + 1
    await tx.update(templates).set({ retiredAt: moment, version }).where(eq(templates.id, template.id))
    await record({
      room: 'templates',
      subjectId: template.id,
      action: 'templates.retired',
      version,
      before: { retiredAt: null },
      after: { retiredAt: moment },
    })
    return { version }
  },
})
