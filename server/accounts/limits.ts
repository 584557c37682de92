import { and, asc, eq, isNull } from 'drizzle-orm'
import { accountLimits } from '../../db/schema/accounts.ts'
import { people } from '../../db/schema/people.ts'
import { accountLimitsInput } from '../../domain/accounts/input.ts'
import { read } from '../infrastructure/read.ts'

/** The limits in force on an account that are not its platform's: each with its reason, who set it and when. */
export const limits = read({
  name: 'accounts.limits',
  right: 'accounts.manage',
  input: accountLimitsInput,
  async run({ db, input }) {
    return db
      .select({
        name: accountLimits.name,
        value: accountLimits.value,
        reason: accountLimits.reason,
        by: people.name,
        at: accountLimits.setAt,
      })
      .from(accountLimits)
      .innerJoin(people, eq(people.id, accountLimits.setBy))
      .where(and(eq(accountLimits.accountId, input.id), isNull(accountLimits.endedAt)))
      .orderBy(asc(accountLimits.name))
  },
})
