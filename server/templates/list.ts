import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { units } from '../../db/schema/agency.ts'
import { templates } from '../../db/schema/templates.ts'
import { holds } from '../../domain/permissions.ts'
import { type SubjectClass, subjectClasses } from '../../domain/subject-classes.ts'
import { listTemplatesInput } from '../../domain/templates/input.ts'
import { read } from '../infrastructure/read.ts'
import { shownAccounts, usualFor } from './usual-accounts.ts'

const MOST = 500

/**
 * The templates of the units in which the reader may draft, by unit and name, each with the accounts that come along and
 * those that do not.
 */
export const list = read({
  name: 'templates.list',
  right: 'template.use',
  input: listTemplatesInput,
  async run({ db, person, input }) {
    const allUnits = await db.select({ id: units.id }).from(units).where(isNull(units.endedAt))
    const own = allUnits.flatMap(({ id }) => (holds(person.grants, 'template.use', id) ? [id] : []))
    const found = await db
      .select({ template: templates, unit: units.name })
      .from(templates)
      .innerJoin(units, eq(units.id, templates.unitId))
      .where(and(inArray(templates.unitId, own), input.withRetired ? undefined : isNull(templates.retiredAt)))
      .orderBy(asc(units.name), asc(templates.name), asc(templates.id))
      .limit(MOST)
    const shown = await shownAccounts(
      db,
      found.flatMap(({ template }) => template.accountIds),
    )
    return found.map(({ template, unit }) => {
      const { createdBy: _createdBy, createdAt: _createdAt, accountIds: _ids, ...row } = template
      return {
        ...row,
        unit,
        subjectClass: classOf(row.subjectClass),
        ...usualFor(template, shown, person),
        mayChange: holds(person.grants, 'template.manage', row.unitId),
      }
    })
  },
})

function classOf(text: string | null): SubjectClass | null {
  return subjectClasses.find((one) => one === text) ?? null
}
