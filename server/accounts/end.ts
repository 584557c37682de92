import { eq } from 'drizzle-orm'
import { accounts } from '../../db/schema/accounts.ts'
import { endAccountInput } from '../../domain/accounts/input.ts'
import { command } from '../infrastructure/command.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockAccount } from './lock.ts'

/**
 * Takes an account out of use: nothing new is planned for it, what was planned or posted keeps it. It asks of no
 * publication, so that an administrator learns nothing of what a circle plans. Refuses `not_found`, `account_ended`.
 */
export const end = command({
  name: 'accounts.end',
  right: 'accounts.manage',
  input: endAccountInput,
  async run({ tx, person, input, moment, record }) {
    const account = await lockAccount(tx, input.id)
    proveRight(person, 'accounts.manage', null)
    const version = account.version + 1
    await tx.update(accounts).set({ endedAt: moment, version }).where(eq(accounts.id, account.id))
    await record({
      room: 'accounts',
      subjectId: account.id,
      action: 'accounts.changed',
      version,
      before: { endedAt: null },
      after: { endedAt: moment },
    })
    return { version }
  },
})
