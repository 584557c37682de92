import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../../db/open.ts'
import { units } from '../../db/schema/agency.ts'
import { templates } from '../../db/schema/templates.ts'
import { createTemplateInput } from '../../domain/templates/input.ts'
import { type CommandContext, command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight, type Right } from '../infrastructure/right.ts'
import { addTemplateAuthors, proveLength, proveName } from './lock.ts'
import { proveUsualAccounts } from './usual-accounts.ts'

/**
 * Makes a template for a kind of post of a unit. Refusals: not_found, account_ended, template_executive,
 * template_name_taken, templates_too_many, template_too_long.
 */
export const create = command({
  name: 'templates.create',
  right: 'template.manage',
  input: createTemplateInput,
  async run({ input, ...context }) {
    const { tx, person, moment } = context
    const right = proveRight(person, 'template.manage', input.unitId)
    const accountIds = await proveUsualAccounts(tx, input.accountIds, person, moment)
    return { id: await writeTemplate(context, right, { ...input, accountIds }, []) }
  },
})

type WriteContext = Pick<CommandContext<unknown>, 'tx' | 'person' | 'moment' | 'record'>

/**
 * Writes a new template in the caller's transaction, its accounts proven; the person and `alsoAuthors` count as authors
 * of what is made from it. Refusals: not_found, template_name_taken, templates_too_many,
 * template_too_long.
 */
export async function writeTemplate(
  { tx, person, moment, record }: WriteContext,
  right: Right<'template.manage'>,
  input: z.output<typeof createTemplateInput>,
  alsoAuthors: readonly string[],
  data?: Record<string, unknown>,
): Promise<string> {
  if (right.unitId !== input.unitId) return refuseMissing()
  proveLength(input)
  await proveUnitStands(tx, input.unitId)
  await proveName(tx, input.unitId, input.name, null)
  const [row] = await tx
    .insert(templates)
    .values({ ...input, createdBy: person.id, createdAt: moment, version: 1 })
    .returning({ id: templates.id })
  if (!row) throw new Error('no template was written')
  await addTemplateAuthors(tx, row.id, [...new Set([person.id, ...alsoAuthors])])
  await record({
    room: 'templates',
    subjectId: row.id,
    action: 'templates.created',
    version: 1,
    before: {},
    after: input,
    ...(data ? { data } : {}),
  })
  return row.id
}

async function proveUnitStands(tx: Tx, unitId: string): Promise<void> {
  const [unit] = await tx
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.id, unitId), isNull(units.endedAt)))
    .for('share')
  if (!unit) refuseMissing()
}
