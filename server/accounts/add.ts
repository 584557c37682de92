import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { units } from '../../db/schema/agency.ts'
import { addAccountInput } from '../../domain/accounts/input.ts'
import type { Instant } from '../../domain/time.ts'
import { command } from '../infrastructure/command.ts'
import type { RecordChange } from '../infrastructure/record.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight, type Right } from '../infrastructure/right.ts'
import { proveHandleFree } from './handle.ts'
import { officeHolderId } from './office-holder.ts'

/**
 * Adds a unit's account. An executive one needs its office-holder and office; an institutional one has neither.
 * Refuses `not_found` (the unit), `circle_not_yourself` (an office-holder is in the circle), `account_exists`,
 * `office_holder_missing`.
 */
export const add = command({
  name: 'accounts.add',
  right: 'accounts.manage',
  input: addAccountInput,
  async run({ tx, person, input, moment, record }) {
    const right = proveRight(person, 'accounts.manage', null)
    const { officeHolder } = input
    if (officeHolder !== null && 'personId' in officeHolder && officeHolder.personId === person.id) {
      refuse('circle_not_yourself', {})
    }
    return { id: await addAccount(tx, right, input, { moment, record }) }
  },
})

/** Writes one account; also for the first one of an agency. Refusals as `add`. */
export async function addAccount(
  tx: Tx,
  right: Right<'accounts.manage'>,
  input: z.output<typeof addAccountInput>,
  { moment, record }: { moment: Instant; record: RecordChange },
): Promise<string> {
  const [unit] = await tx
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.id, input.unitId), isNull(units.endedAt)))
    .for('share')
  if (!unit) return refuseMissing()
  await proveHandleFree(tx, input.platform, input.handle, null)
  const { officeHolder, office, ...common } = input
  const isExecutive = input.kind === 'executive' && officeHolder !== null
  const written = {
    ...common,
    office: isExecutive ? office : null,
    officeHolderId: isExecutive
      ? await officeHolderId(tx, right, officeHolder, office, { moment, record })
      : null,
  }
  const [row] = await tx
    .insert(accounts)
    .values({ ...written, createdAt: moment, version: 1 })
    .returning({ id: accounts.id })
  if (!row) throw new Error('no account was written')
  await record({
    room: 'accounts',
    subjectId: row.id,
    action: 'accounts.added',
    version: 1,
    before: {},
    after: written,
  })
  return row.id
}
