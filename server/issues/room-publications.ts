import { and, asc, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { responses } from '../../db/schema/issues.ts'
import { holds, publications } from '../../db/schema/publications.ts'
import { changeableStates } from '../../domain/publications/states.ts'
import { addHours, type Instant } from '../../domain/time.ts'
import type { Person } from '../infrastructure/right.ts'
import { visibleTo } from '../publications/visible.ts'

/** Promotions on the same accounts within so many hours are proposed for holding. */
const HOLD_WITHIN_HOURS = 72
const MOST = 50

const shown = {
  id: publications.id,
  title: publications.title,
  objective: publications.objective,
  state: publications.state,
  plannedAt: publications.plannedAt,
  plannedDay: publications.plannedDay,
  handedOverAt: publications.handedOverAt,
  accountIds: publications.accountIds,
  isExecutive: publications.isExecutive,
  isHeld: publications.isHeld,
  variantCount: publications.variantCount,
  postedCount: publications.postedCount,
  notPostedCount: publications.notPostedCount,
  withdrawnCount: publications.withdrawnCount,
}

/** The publications that answer an issue, those of a circle the person is not in left out. */
export async function responseRows(db: Db, issueId: string, person: Person, moment: Instant) {
  return db
    .select({ ...shown, responseId: responses.id, kind: responses.kind, decidedAt: responses.decidedAt })
    .from(responses)
    .innerJoin(publications, eq(publications.id, responses.publicationId))
    .where(and(eq(responses.issueId, issueId), visibleTo(person, moment)))
    .orderBy(sql`${publications.plannedAt} nulls last`, asc(responses.decidedAt))
    .limit(MOST)
}

/**
 * Promotions planned within 72 hours on the accounts that answer the issue (on every account while none does), and those
 * that this issue holds, each saying whether it does.
 */
export async function promotionRows(
  db: Db,
  issueId: string,
  accountIds: readonly string[],
  person: Person,
  moment: Instant,
) {
  const heldHere = db
    .select({ id: holds.publicationId })
    .from(holds)
    .where(and(eq(holds.issueId, issueId), isNull(holds.liftedAt)))
  const answering = db
    .select({ id: sql<string>`${responses.publicationId}` })
    .from(responses)
    .where(and(eq(responses.issueId, issueId), sql`${responses.publicationId} is not null`))
  const onAccounts =
    accountIds.length === 0
      ? undefined
      : sql`${publications.accountIds} && array[${sql.join(
          accountIds.map((id) => sql`${id}::uuid`),
          sql`, `,
        )}]`
  const rows = await db
    .select({ ...shown, isHeldHere: sql<boolean>`${publications.id} in ${heldHere}` })
    .from(publications)
    .where(
      and(
        visibleTo(person, moment),
        eq(publications.objective, 'promote'),
        inArray(publications.state, [...changeableStates]),
        isNull(publications.handedOverAt),
        notInArray(publications.id, answering),
        or(
          inArray(publications.id, heldHere),
          and(
            sql`${publications.plannedAt} between ${moment}::timestamptz and ${addHours(moment, HOLD_WITHIN_HOURS)}::timestamptz`,
            onAccounts,
          ),
        ),
      ),
    )
    .orderBy(asc(publications.plannedAt), asc(publications.id))
    .limit(MOST)
  return rows
}
