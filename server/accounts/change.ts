import canonicalize from 'canonicalize'
import { eq } from 'drizzle-orm'
import { accounts } from '../../db/schema/accounts.ts'
import { changeAccountInput } from '../../domain/accounts/input.ts'
import { command } from '../infrastructure/command.ts'
import { mergeOrRefuse } from '../infrastructure/merge.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { proveHandleFree } from './handle.ts'
import { lockAccount } from './lock.ts'
import { officeHolderId } from './office-holder.ts'

/**
 * Changes what an account is called, who holds its office and its minimum distance. Its unit, platform and kind never change:
 * approvals and circles were formed by them. Another handle or office-holder ends what was submitted for it and is
 * not handed over (`publications/end-for-account`). Refuses `not_found`, `account_ended`, `account_exists`,
 * `account_not_executive`, `circle_not_yourself` (an office-holder is in the circle), `office_holder_missing`, `conflict`.
 */
export const change = command({
  name: 'accounts.change',
  right: 'accounts.manage',
  input: changeAccountInput,
  async run({ tx, person, input, moment, record }) {
    const account = await lockAccount(tx, input.id)
    const right = proveRight(person, 'accounts.manage', null)
    const { id, version, officeHolder, ...plain } = input
    if (account.kind !== 'executive' && (officeHolder !== undefined || plain.office !== undefined)) {
      refuse('account_not_executive', { handle: account.handle })
    }
    const isSelf =
      officeHolder !== undefined && 'personId' in officeHolder && officeHolder.personId === person.id
    if (isSelf && account.officeHolderId !== person.id) refuse('circle_not_yourself', {})
    const fields: Partial<typeof account> = { ...plain }
    if (officeHolder !== undefined && 'personId' in officeHolder)
      fields.officeHolderId = officeHolder.personId
    await mergeOrRefuse(tx, { room: 'accounts', subjectId: id, version: account.version }, version, fields, {
      ...account,
    })
    if (fields.handle !== undefined) await proveHandleFree(tx, account.platform, fields.handle, id)
    if (officeHolder !== undefined) {
      const office = fields.office ?? account.office
      fields.officeHolderId = await officeHolderId(tx, right, officeHolder, office, { moment, record })
    }
    const touched = Object.entries(fields).filter(([, value]) => value !== undefined)
    if (touched.length === 0) return { version: account.version }
    const next = account.version + 1
    await tx
      .update(accounts)
      .set({ ...Object.fromEntries(touched), version: next })
      .where(eq(accounts.id, id))
    const present: Record<string, unknown> = account
    const changed = touched.flatMap(([field, value]) =>
      canonicalize(value) === canonicalize(present[field]) ? [] : [field],
    )
    await record({
      room: 'accounts',
      subjectId: id,
      action: 'accounts.changed',
      version: next,
      before: Object.fromEntries(touched.map(([field]) => [field, present[field]])),
      after: Object.fromEntries(touched),
      data: { changed },
    })
    return { version: next }
  },
})
