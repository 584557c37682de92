import { and, inArray, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { publications } from '../../db/schema/publications.ts'
import { instantSchema } from '../../domain/input.ts'
import type { PlatformId } from '../../domain/platforms/platform.ts'
import type { Instant } from '../../domain/time.ts'
import { cursorOf, placeIn } from '../infrastructure/keyset.ts'
import type { Person } from '../infrastructure/right.ts'
import type { PublicationRow } from '../publications/lock.ts'
import { readApprovalFacts } from './facts.ts'
import { inReviewFor, mayWaitFor } from './visible.ts'
import { canDecide, openSteps } from './waiting.ts'

const time = sql`coalesce(${publications.plannedAt}, 'infinity'::timestamptz)`

const timeAndId = z.tuple([z.literal('infinity').or(instantSchema), z.uuid()])

/** Rows in review in the order of their time, without one last; `after` is the cursor of the page before. */
export async function reviewPage(
  db: Db,
  condition: SQL,
  after: string | null,
  size: number,
): Promise<{ rows: PublicationRow[]; next: string | null }> {
  const place = placeIn(after, timeAndId)
  const rows = await db
    .select()
    .from(publications)
    .where(
      and(
        condition,
        place === null
          ? undefined
          : sql`(${time}, ${publications.id}) > (${place[0]}::timestamptz, ${place[1]}::uuid)`,
      ),
    )
    .orderBy(time, publications.id)
    .limit(size + 1)
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return {
    rows: page,
    next: rows.length > size && last ? cursorOf([last.plannedAt ?? 'infinity', last.id]) : null,
  }
}

/** The ids of what this person may decide now, in the order of the list; at most `size`. */
export async function decidableIds(db: Db, person: Person, moment: Instant, size: number): Promise<string[]> {
  const condition = sql`${inReviewFor(person, moment)} and ${mayWaitFor(person, moment)}`
  const { rows } = await reviewPage(db, condition, null, size)
  const judged = await judgeRows(db, rows, person, moment)
  return judged.filter((row) => row.stepId !== null).map((row) => row.publicationId)
}

/** Each row as the list shows it: the step this person may decide (null where none), in whose name, and who else is asked. */
export async function judgeRows(db: Db, rows: readonly PublicationRow[], person: Person, moment: Instant) {
  const judged = rows.flatMap((row) =>
    row.submissionId === null ? [] : [{ ...row, submissionId: row.submissionId }],
  )
  const facts = await readApprovalFacts(db, judged, moment)
  const accountIds = [...new Set(judged.flatMap((row) => row.accountIds))]
  const known =
    accountIds.length === 0
      ? []
      : await db
          .select({
            id: accounts.id,
            platform: accounts.platform,
            handle: accounts.handle,
            kind: accounts.kind,
          })
          .from(accounts)
          .where(inArray(accounts.id, accountIds))
  return judged.flatMap((row) => {
    const own = facts.get(row.id)
    if (own === undefined) return []
    const open = openSteps(own, moment)
    const mine = open.find(({ step }) => canDecide(own, person.id, step.id, moment)) ?? null
    const first = mine ?? open[0] ?? null
    const isOwnSeat = mine?.step.entitledIds.includes(person.id) && mine.step.asked.includes(person.id)
    const leaderId = mine !== null && !isOwnSeat ? mine.step.officeHolderId : null
    const waitingFor = [...new Set(open.flatMap((one) => one.waitingFor))]
    return [
      {
        publicationId: row.id,
        title: row.title,
        objective: row.objective,
        isExecutive: row.isExecutive,
        plannedAt: row.plannedAt,
        plannedDay: row.plannedDay,
        timeKind: row.timeKind,
        accounts: known
          .filter((account) => row.accountIds.includes(account.id))
          .map((account) => ({ ...account, platform: account.platform as PlatformId })),
        stepId: mine?.step.id ?? null,
        position: first?.step.position ?? row.stepsRequired,
        stepsRequired: row.stepsRequired,
        stepsDecided: row.stepsDecided,
        dueAt: first?.step.dueAt ?? null,
        isLate: first !== null && first.step.dueAt <= moment,
        onBehalfOf: leaderId === null ? null : { id: leaderId, name: own.nameOf(leaderId) },
        waitingFor: waitingFor.map((id) => ({ id, name: own.nameOf(id) })),
        submittedBy: { id: own.submission.submittedBy, name: own.nameOf(own.submission.submittedBy) },
        submittedAt: own.submission.submittedAt,
        contentHash: own.submission.contentHash,
      },
    ]
  })
}
