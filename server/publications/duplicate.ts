import { asc, eq } from 'drizzle-orm'
import { accounts } from '../../db/schema/accounts.ts'
import { variants } from '../../db/schema/publications.ts'
import { holds } from '../../domain/permissions.ts'
import { duplicateInput } from '../../domain/publications/input.ts'
import type { GivenTime } from '../../domain/publications/planned-time.ts'
import { dayOf } from '../../domain/time.ts'
import { command } from '../infrastructure/command.ts'
import { proveRight } from '../infrastructure/right.ts'
import { copyPublication } from './copy-publication.ts'
import { lockPublication } from './lock.ts'

/**
 * Starts anew from a publication in any state: its words, accounts and media, nothing of its approval or time but the
 * day, hour open, where that is still ahead; an embargo stays. Accounts that ended, or that are not the person's to use, are left out and
 * named. Who wrote the first counts as an author of the copy, so that none of them approves their own words. As a
 * correction it is linked to the first. Refusals: not_found.
 */
export const duplicate = command({
  name: 'publications.duplicate',
  right: 'publication.draft',
  input: duplicateInput,
  async run({ input, ...context }) {
    const { tx, person, moment, agency } = context
    const source = await lockPublication(tx, input.publicationId, person, moment)
    proveRight(person, 'publication.draft', source.unitId)
    const rows = await tx
      .select({ variant: variants, account: accounts })
      .from(variants)
      .innerJoin(accounts, eq(accounts.id, variants.accountId))
      .where(eq(variants.publicationId, source.id))
      .orderBy(asc(variants.id))
    const mayUse = (account: (typeof rows)[number]['account']) =>
      account.endedAt === null &&
      (account.unitId === source.unitId ||
        holds(person.grants, 'publication.plan', account.unitId) ||
        (account.kind === 'institutional' && holds(person.grants, 'publication.plan', source.unitId)))
    const kept = rows.filter((row) => mayUse(row.account))
    const isAhead = source.plannedDay !== null && source.plannedDay >= dayOf(moment, agency.zone)
    const time: GivenTime =
      isAhead && source.plannedDay !== null ? { kind: 'open', day: source.plannedDay } : { kind: 'none' }
    const copy = await copyPublication(
      context,
      source,
      { time, accountIds: kept.map((row) => row.account.id) },
      {
        data: { fromId: source.id, isCorrection: input.isCorrection },
        ...(input.isCorrection ? { correctsId: source.id } : {}),
      },
    )
    const leftOut = rows.filter((row) => !kept.includes(row)).map((row) => row.account.handle)
    return { id: copy.id, state: copy.state, version: copy.version, leftOut }
  },
})
