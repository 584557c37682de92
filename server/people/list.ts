import { and, asc, eq, gt, ilike, inArray, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { invitations, people, roleGrants } from '../../db/schema/people.ts'
import { humanText } from '../../domain/input.ts'
import { listPeopleInput } from '../../domain/people/input.ts'
import { cursorOf, placeIn } from '../infrastructure/keyset.ts'
import { read } from '../infrastructure/read.ts'
import { containing } from './containing.ts'

const PAGE = 50

const nameAndId = z.tuple([humanText(), z.uuid()])

/** Everybody with their roles, by name, fifty at a time, for who manages people; with the invitations still open. */
export const list = read({
  name: 'people.list',
  right: 'people.manage',
  input: listPeopleInput,
  async run({ db, input, moment, person }) {
    const after = placeIn(input.cursor, nameAndId)
    const like = containing(input.search)
    const rows = await db
      .select({
        id: people.id,
        name: people.name,
        email: people.email,
        position: people.position,
        userId: people.userId,
        deactivatedAt: people.deactivatedAt,
      })
      .from(people)
      .where(
        and(
          like === null ? undefined : or(ilike(people.name, like), ilike(people.email, like)),
          after === null ? undefined : sql`(${people.name}, ${people.id}) > (${after[0]}, ${after[1]}::uuid)`,
        ),
      )
      .orderBy(asc(people.name), asc(people.id))
      .limit(PAGE + 1)
    const shown = rows.slice(0, PAGE)
    const ids = shown.map((row) => row.id)
    const grants = ids.length
      ? await db
          .select({
            id: roleGrants.id,
            personId: roleGrants.personId,
            role: roleGrants.role,
            unitId: roleGrants.unitId,
          })
          .from(roleGrants)
          .where(and(inArray(roleGrants.personId, ids), isNull(roleGrants.endedAt)))
          .orderBy(asc(roleGrants.grantedAt))
      : []
    const open = after
      ? []
      : await db
          .select({
            id: invitations.id,
            name: invitations.name,
            email: invitations.email,
            grants: invitations.grants,
            expiresAt: invitations.expiresAt,
            invitedBy: people.name,
          })
          .from(invitations)
          .innerJoin(people, eq(people.id, invitations.invitedBy))
          .where(
            and(
              isNull(invitations.acceptedAt),
              isNull(invitations.revokedAt),
              gt(invitations.expiresAt, moment),
            ),
          )
          .orderBy(asc(invitations.expiresAt))
          .limit(200)
    const last = rows.length > PAGE ? shown.at(-1) : undefined
    return {
      people: shown.map(({ userId, ...row }) => ({
        ...row,
        hasSignIn: userId !== null,
        isYou: row.id === person.id,
        grants: grants.filter((grant) => grant.personId === row.id).map(({ personId: _, ...grant }) => grant),
      })),
      invitations: open,
      nextCursor: last ? cursorOf([last.name, last.id]) : null,
    }
  },
})
