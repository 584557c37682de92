import { and, asc, eq, gt, inArray, isNull, type SQL } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { publications, variants } from '../../db/schema/publications.ts'
import { allPlatforms } from '../../domain/platforms/all.ts'
import type { StoredLimits } from '../../domain/platforms/own-limits.ts'
import type { OwnLimits, PlatformFinding, PlatformId } from '../../domain/platforms/platform.ts'
import { changeableStates } from '../../domain/publications/states.ts'
import { mediaOn, writtenAs } from './findings.ts'

/** So many publications are judged at a time. */
const AT_ONCE = 500

type PlannedVariant = {
  publication: Pick<
    typeof publications.$inferSelect,
    'id' | 'title' | 'plannedAt' | 'plannedDay' | 'timeKind' | 'mainText' | 'mainLink'
  >
  variant: typeof variants.$inferSelect
}

export type JudgedVariant = PlannedVariant & {
  /** By each of the limits given, in their order. */
  findings: PlatformFinding[][]
}

/**
 * Everything planned on an account and not handed over, judged by each of the limits given, a few hundred at a time in
 * the order of their ids. `isSeen` narrows it to what a reader may know of; who stores what comes of it holds the locks.
 */
export async function* judgeAccount(
  db: Db,
  account: { id: string; platform: string },
  limits: readonly (StoredLimits | null)[],
  isSeen?: SQL,
): AsyncGenerator<JudgedVariant[]> {
  const platform = allPlatforms[account.platform as PlatformId]
  let last: string | null = null
  for (;;) {
    const rows: PlannedVariant[] = await plannedAfter(db, account.id, last, isSeen)
    const shown = await mediaOn(
      db,
      rows.map((row) => row.publication.id),
    )
    yield rows.map((row) => {
      const { mainText, mainLink, id } = row.publication
      const written = writtenAs(row.variant, { text: mainText, link: mainLink }, shown(id))
      return {
        ...row,
        findings: limits.map((own) => platform.check(written, own === null ? undefined : (own as OwnLimits))),
      }
    })
    last = rows.at(-1)?.publication.id ?? null
    if (rows.length < AT_ONCE || last === null) return
  }
}

function plannedAfter(db: Db, accountId: string, last: string | null, isSeen: SQL | undefined) {
  return db
    .select({
      publication: {
        id: publications.id,
        title: publications.title,
        plannedAt: publications.plannedAt,
        plannedDay: publications.plannedDay,
        timeKind: publications.timeKind,
        mainText: publications.mainText,
        mainLink: publications.mainLink,
      },
      variant: variants,
    })
    .from(variants)
    .innerJoin(publications, eq(publications.id, variants.publicationId))
    .where(
      and(
        eq(variants.accountId, accountId),
        inArray(publications.state, [...changeableStates]),
        isNull(publications.handedOverAt),
        last === null ? undefined : gt(publications.id, last),
        isSeen,
      ),
    )
    .orderBy(asc(publications.id))
    .limit(AT_ONCE)
}
