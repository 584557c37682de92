import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { authors, publications, variants } from '../../db/schema/publications.ts'
import type { ChangeOfMany } from '../../domain/publications/input.ts'
import { timeAlike } from '../../domain/publications/shifted-time.ts'
import type { CommandContext } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { addAccountLocked } from './add-account.ts'
import { writeHead } from './edit.ts'
import { lockPublication, type PublicationRow } from './lock.ts'
import { moveLocked } from './move.ts'
import { removeAccountLocked } from './remove-account.ts'

type Context = Pick<CommandContext<unknown>, 'tx' | 'person' | 'moment' | 'agency' | 'record'>
type Seen = { version: number; timeVersion: number }

/**
 * Makes a locked publication like another of its series: fields of its head, accounts, weekday and clock. A field or a time
 * that somebody else changed since it was seen is refused as in a change of this one alone; an account that is there
 * already, or gone already, is let be. Who wrote the text in the others of the series counts as an author here too. Gives
 * the versions after it, or null where all of it was so before. Refusals as of `edit`, `addAccount`, `removeAccount` and
 * `move`.
 */
export async function makeAlike(
  context: Context,
  before: PublicationRow,
  seen: Seen,
  change: Extract<ChangeOfMany, { kind: 'alike' }>,
): Promise<Seen | null> {
  const { tx, person, moment, agency } = context
  const again = () => lockPublication(tx, before.id, person, moment)
  const written = await writeHead(context, {
    publicationId: before.id,
    version: seen.version,
    changes: change.head,
  })
  if (written.version !== before.version) await addAuthorsOfSame(tx, before, change.head.mainText)
  for (const accountId of change.addAccountIds) {
    const row = await again()
    if (!row.accountIds.includes(accountId)) await addAccountLocked(context, row, accountId)
  }
  const gone = await tx
    .select({ id: variants.id })
    .from(variants)
    .where(and(eq(variants.publicationId, before.id), inArray(variants.accountId, change.removeAccountIds)))
  for (const { id } of gone) await removeAccountLocked(context, await again(), id)
  if (change.weekday !== undefined || change.clock !== undefined) {
    const row = await again()
    const time = timeAlike(row, change, agency.zone)
    if (time === null) return refuse('not_scheduled', {})
    await moveLocked(context, row, { time, timeVersion: seen.timeVersion, confirmsEndOfApproval: true })
  }
  const { version, timeVersion } = await again()
  return version === before.version && timeVersion === before.timeVersion ? null : { version, timeVersion }
}

/** Words brought over from others of the series keep their authors, so that none of them approves their own. */
async function addAuthorsOfSame(
  tx: Tx,
  publication: PublicationRow,
  mainText: string | undefined,
): Promise<void> {
  if (mainText === undefined || publication.seriesId === null) return
  const rows = await tx
    .select({ personId: authors.personId, firstAt: authors.firstAt })
    .from(authors)
    .innerJoin(publications, eq(publications.id, authors.publicationId))
    .where(
      and(
        eq(publications.seriesId, publication.seriesId),
        ne(publications.id, publication.id),
        eq(publications.mainText, mainText),
      ),
    )
  const copies = rows.map((row) => ({ ...row, publicationId: publication.id }))
  if (copies.length > 0) await tx.insert(authors).values(copies).onConflictDoNothing()
}
