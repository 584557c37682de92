import { aliasedTable, and, desc, eq, gt, or } from 'drizzle-orm'
import { delegations as delegationsTable, people } from '../../db/schema/people.ts'
import { nothingInput } from '../../domain/input.ts'
import { holds } from '../../domain/permissions.ts'
import { addHours } from '../../domain/time.ts'
import { read } from '../infrastructure/read.ts'
import { unitsOfLeader } from './leader-units.ts'

/**
 * The delegations that run, will run, or ended within the last thirty days: all that concern the reader (as leader or
 * delegate), and those of the leaders whose private office the reader is. The latest hundred.
 */
export const delegations = read({
  name: 'people.delegations',
  right: 'own.account',
  input: nothingInput,
  async run({ db, person, moment }) {
    const leader = aliasedTable(people, 'leader')
    const deputy = aliasedTable(people, 'deputy')
    const enterer = aliasedTable(people, 'enterer')
    const isOffice = person.grants.some((grant) => grant.role === 'private_office')
    const rows = await db
      .select({
        row: delegationsTable,
        leader: leader.name,
        delegate: deputy.name,
        enteredByName: enterer.name,
      })
      .from(delegationsTable)
      .innerJoin(leader, eq(leader.id, delegationsTable.leaderId))
      .innerJoin(deputy, eq(deputy.id, delegationsTable.delegateId))
      .innerJoin(enterer, eq(enterer.id, delegationsTable.enteredBy))
      .where(
        and(
          gt(delegationsTable.endsAt, addHours(moment, -30 * 24)),
          isOffice
            ? undefined
            : or(eq(delegationsTable.leaderId, person.id), eq(delegationsTable.delegateId, person.id)),
        ),
      )
      .orderBy(desc(delegationsTable.startsAt))
      .limit(100)
    const mine = new Map<string, boolean>()
    for (const leaderId of new Set(rows.map(({ row }) => row.leaderId))) {
      const places = leaderId === person.id ? [] : await unitsOfLeader(db, leaderId)
      const isTheirOffice = places.some((unitId) => holds(person.grants, 'delegation.manage', unitId))
      mine.set(leaderId, leaderId === person.id || isTheirOffice)
    }
    return rows
      .filter(({ row }) => mine.get(row.leaderId) || row.delegateId === person.id)
      .map(({ row, ...names }) => ({
        ...names,
        id: row.id,
        leaderId: row.leaderId,
        delegateId: row.delegateId,
        startsAt: row.startsAt,
        endsAt: row.endsAt,
        subjectClasses: row.subjectClasses,
        letterNumber: row.letterNumber,
        revokedAt: row.revokedAt,
        isRunning: row.revokedAt === null && row.startsAt <= moment && moment < row.endsAt,
        mayEnd: row.revokedAt === null && moment < row.endsAt && mine.get(row.leaderId) === true,
      }))
  },
})
