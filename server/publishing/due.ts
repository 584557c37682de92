import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import { publications } from '../../db/schema/publications.ts'
import { nothingInput } from '../../domain/input.ts'
import { holds } from '../../domain/permissions.ts'
import { aheadStates } from '../../domain/publications/states.ts'
import { isOverdue, statusOf, unconfirmedCount } from '../../domain/publications/status.ts'
import { handedOverStates } from '../../domain/publishing/due.ts'
import { addHours } from '../../domain/time.ts'
import { read } from '../infrastructure/read.ts'
import { visibleTo } from '../publications/visible.ts'
import { gateFacts, handOverFacts } from './facts.ts'

const AT_MOST = 50
const LOOK_BACK_HOURS = 7 * 24

/**
 * What asks for somebody's hands now, the earliest first: due and not handed over, with what still blocks it, judged
 * afresh; handed over and not yet confirmed. Of the last seven days, at most 50.
 */
export const due = read({
  name: 'publishing.due',
  right: 'publication.handOver',
  input: nothingInput,
  async run({ db, person, moment, agency }) {
    const since = addHours(moment, -LOOK_BACK_HOURS)
    const rows = await db
      .select({ publication: publications, owner: people.name })
      .from(publications)
      .innerJoin(people, eq(people.id, publications.ownerId))
      .where(
        and(
          or(
            and(
              isNull(publications.handedOverAt),
              inArray(publications.state, [...aheadStates]),
              eq(publications.timeKind, 'exact'),
              lte(publications.plannedAt, moment),
              gt(publications.plannedAt, since),
            ),
            and(
              isNotNull(publications.handedOverAt),
              gt(publications.handedOverAt, since),
              inArray(publications.state, [...handedOverStates]),
              sql`${publications.postedCount} + ${publications.notPostedCount} + ${publications.withdrawnCount} < ${publications.variantCount}`,
            ),
          ),
          visibleTo(person, moment),
        ),
      )
      .orderBy(asc(publications.plannedAt), asc(publications.id))
      .limit(AT_MOST)
    const { graceMinutes, confirmMinutes } = agency
    const told = []
    for (const { publication, owner } of rows) {
      if (!holds(person.grants, 'publication.handOver', publication.unitId)) continue
      const { blockers } = handOverFacts(await gateFacts(db, publication.id, moment, agency), moment)
      const isReady = blockers.every((found) => found.severity === 'warning')
      const facts = { ...publication, graceMinutes, confirmMinutes, isReady }
      told.push({
        id: publication.id,
        title: publication.title,
        plannedAt: publication.plannedAt,
        handedOverAt: publication.handedOverAt,
        owner: { id: publication.ownerId, name: owner },
        status: statusOf(facts, moment),
        isOverdue: isOverdue(facts, moment),
        unconfirmed: publication.handedOverAt === null ? 0 : unconfirmedCount(facts),
        blockers: blockers.filter((found) => found.severity === 'blocker'),
      })
    }
    return { due: told, moment }
  },
})
