import { and, eq, inArray, isNull } from 'drizzle-orm'
import { accountLimits, accounts } from '../../db/schema/accounts.ts'
import { changeLimitsInput } from '../../domain/accounts/input.ts'
import {
  crossedLimits,
  limitsAfter,
  type OwnLimitName,
  ownLimitNames,
} from '../../domain/platforms/own-limits.ts'
import { lockAccount } from '../accounts/lock.ts'
import { command } from '../infrastructure/command.ts'
import { mergeOrRefuse } from '../infrastructure/merge.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { refreshAccountFindings } from './refresh-account-findings.ts'

/**
 * Gives an account limits of its own, or lets them follow the platform again, with the reason on record, and judges anew
 * in the same transaction what is planned there: lists, readiness and the gate follow at once. No content changes by it,
 * so no hash and no decision. Refuses `not_found`, `account_ended`, `conflict` (another changed the same limit),
 * `limits_crossed` (nothing could meet both).
 */
export const changeLimits = command({
  name: 'publications.changeLimits',
  right: 'accounts.manage',
  input: changeLimitsInput,
  async run({ tx, person, input, moment, record }) {
    const account = await lockAccount(tx, input.id, 'no key update')
    proveRight(person, 'accounts.manage', null)
    const present = account.ownLimits ?? {}
    const part = { room: 'accounts', subjectId: account.id, version: account.version } as const
    const standing = Object.fromEntries(ownLimitNames.map((name) => [name, present[name] ?? null]))
    await mergeOrRefuse(tx, part, input.version, input.limits, standing)
    const changed = ownLimitNames.filter(
      (name) => input.limits[name] !== undefined && input.limits[name] !== standing[name],
    )
    if (changed.length === 0) return { version: account.version }
    const version = account.version + 1
    const ownLimits = limitsAfter(account.ownLimits, input.limits)
    const crossed = crossedLimits(ownLimits)
    if (crossed !== null) refuse('limits_crossed', crossed)
    await tx.update(accounts).set({ ownLimits, version }).where(eq(accounts.id, account.id))
    await tx
      .update(accountLimits)
      .set({ endedAt: moment, endedBy: person.id })
      .where(
        and(
          eq(accountLimits.accountId, account.id),
          inArray(accountLimits.name, changed),
          isNull(accountLimits.endedAt),
        ),
      )
    const set = changed.flatMap((name) => {
      const value = input.limits[name] ?? null
      return value === null ? [] : [{ name, value }]
    })
    if (set.length > 0) {
      await tx.insert(accountLimits).values(
        set.map((limit) => ({
          ...limit,
          accountId: account.id,
          reason: input.reason,
          setBy: person.id,
          setAt: moment,
        })),
      )
    }
    await refreshAccountFindings(tx, { ...account, ownLimits })
    const of = (values: Record<string, unknown>) =>
      Object.fromEntries(changed.map((name: OwnLimitName) => [name, values[name] ?? null]))
    await record({
      room: 'accounts',
      subjectId: account.id,
      action: 'accounts.limits_changed',
      version,
      before: of(standing),
      after: of(input.limits),
      data: { changed, reason: input.reason },
    })
    return { version }
  },
})
