import type { Tx } from '../../db/open.ts'
import { authors } from '../../db/schema/publications.ts'
import type { Instant } from '../../domain/time.ts'

/** Remembers that a person wrote or edited this content; it is never forgotten, since four eyes ask it. */
export async function addAuthor(
  tx: Tx,
  publicationId: string,
  personId: string,
  moment: Instant,
): Promise<void> {
  await tx.insert(authors).values({ publicationId, personId, firstAt: moment }).onConflictDoNothing()
}
