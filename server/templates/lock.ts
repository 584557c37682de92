import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { templateAuthors, templates } from '../../db/schema/templates.ts'
import { TEMPLATE_TEXT_LIMIT, TEMPLATES_LIMIT } from '../../domain/templates/input.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { type Person, proveRight } from '../infrastructure/right.ts'

export type Template = typeof templates.$inferSelect

/** Locks a template of a unit in which the person plans; `not_found` for any other. */
export async function lockTemplate(tx: Tx, person: Person, templateId: string): Promise<Template> {
  const [template] = await tx.select().from(templates).where(eq(templates.id, templateId)).for('update')
  if (!template) return refuseMissing()
  proveRight(person, 'template.manage', template.unitId)
  return template
}

/**
 * Lets one more name into a unit, one at a time: refuses `template_name_taken` where another template in use there has
 * it, and `templates_too_many` past the limit. `except` is the template that is being named.
 */
export async function proveName(tx: Tx, unitId: string, name: string, except: string | null): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`templates ${unitId}`}, 0))`)
  const there = await tx
    .select({ name: templates.name })
    .from(templates)
    .where(
      and(
        eq(templates.unitId, unitId),
        isNull(templates.retiredAt),
        except === null ? undefined : ne(templates.id, except),
      ),
    )
  if (there.some((one) => one.name.toLowerCase() === name.toLowerCase()))
    refuse('template_name_taken', { name })
  if (there.length >= TEMPLATES_LIMIT) refuse('templates_too_many', { limit: TEMPLATES_LIMIT })
}

type Written = Pick<Template, 'mainText' | 'keyMessages' | 'notToSay' | 'summaryPrompt' | 'questions'>

/** Refuses `template_too_long` where all that is written in a template is more than one holds. */
export function proveLength({ mainText, keyMessages, notToSay, summaryPrompt, questions }: Written): void {
  const texts = [mainText, summaryPrompt, ...keyMessages, ...notToSay, ...questions]
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  if (length > TEMPLATE_TEXT_LIMIT) refuse('template_too_long', { length, limit: TEMPLATE_TEXT_LIMIT })
}

/** Keeps who wrote what a template gives to a publication's content; who is kept already stays. */
export async function addTemplateAuthors(
  tx: Tx,
  templateId: string,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return
  await tx
    .insert(templateAuthors)
    .values(personIds.map((personId) => ({ templateId, personId })))
    .onConflictDoNothing()
}
