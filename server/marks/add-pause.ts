import { and, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { units } from '../../db/schema/agency.ts'
import { pauses } from '../../db/schema/marks.ts'
import { addPauseInput } from '../../domain/marks/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'

/**
 * Begins a period in which nothing promotional, or nothing at all, goes out: for the agency, for units or for accounts.
 * What it catches is held by the gate; nothing is moved. Refuses `not_found` where a unit or account does not exist.
 */
export const addPause = command({
  name: 'marks.addPause',
  right: 'marks.manage',
  input: addPauseInput,
  async run({ tx, person, input, moment, record }) {
    proveRight(person, 'marks.manage', null)
    const { time, ...common } = input
    const unitIds = input.scope === 'units' ? [...new Set(input.unitIds)] : []
    const accountIds = input.scope === 'accounts' ? [...new Set(input.accountIds)] : []
    await proveScope(tx, unitIds, accountIds)
    const written = {
      ...common,
      unitIds,
      accountIds,
      firstDay: time.in === 'days' ? time.firstDay : null,
      lastDay: time.in === 'days' ? time.lastDay : null,
      startsAt: time.in === 'instants' ? time.startsAt : null,
      endsAt: time.in === 'instants' ? time.endsAt : null,
    }
    const [pause] = await tx
      .insert(pauses)
      .values({ ...written, addedBy: person.id, addedAt: moment, version: 1 })
      .returning({ id: pauses.id })
    if (!pause) throw new Error('no pause was written')
    await record({
      room: 'marks',
      subjectId: pause.id,
      action: 'marks.pause_added',
      version: 1,
      before: {},
      after: written,
      data: { kind: input.kind, stops: input.stops, scope: input.scope },
    })
    return { id: pause.id }
  },
})

async function proveScope(tx: Tx, unitIds: string[], accountIds: string[]): Promise<void> {
  const found =
    unitIds.length > 0
      ? await tx
          .select({ id: units.id })
          .from(units)
          .where(and(inArray(units.id, unitIds), isNull(units.endedAt)))
      : accountIds.length > 0
        ? await tx
            .select({ id: accounts.id })
            .from(accounts)
            .where(and(inArray(accounts.id, accountIds), isNull(accounts.endedAt)))
        : []
  if (found.length < unitIds.length + accountIds.length) refuseMissing()
}
