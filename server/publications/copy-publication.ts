import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { publics } from '../../db/schema/agency.ts'
import { authors, media, publications, variants } from '../../db/schema/publications.ts'
import type { GivenTime } from '../../domain/publications/planned-time.ts'
import { subjectClasses } from '../../domain/subject-classes.ts'
import { type CreateContext, createPublication } from './create.ts'
import type { PublicationRow } from './lock.ts'
import { refreshFacts } from './refresh-facts.ts'

/**
 * Writes a copy of a publication that the caller has locked, at another time and on these of its accounts: its words and
 * media, the embargo that lies on them, and nothing of its approval. Who wrote the first counts as an author of the copy,
 * so that none of them approves their own words. Refusals as of `createPublication`.
 */
export async function copyPublication(
  context: CreateContext,
  source: PublicationRow,
  { time, accountIds }: { time: GivenTime; accountIds: string[] },
  also: { correctsId?: string; data: Record<string, unknown> },
): Promise<PublicationRow> {
  const { tx } = context
  const { title, objective, campaignId, mainText, mainLink, language, notes, unitId } = source
  const publicId = await standingPublic(tx, source.publicId)
  const subjectClass = subjectClasses.find((one) => one === source.subjectClass) ?? null
  const copy = await createPublication(
    context,
    {
      ...{ title, objective, campaignId, mainText, mainLink, language, notes, unitId, subjectClass, time },
      publicId,
      accountIds,
    },
    { action: 'publications.duplicated', ...also },
  )
  // An embargo lies on what is said, so it goes with it.
  const { embargoUntil } = source
  if (embargoUntil !== null) {
    await tx.update(publications).set({ embargoUntil }).where(eq(publications.id, copy.id))
  }
  await copyOwn(tx, source.id, copy.id)
  await copyAuthors(tx, source.id, copy.id)
  return refreshFacts(tx, copy.id)
}

/** The public where it is still one to plan for. */
async function standingPublic(tx: Tx, publicId: string | null): Promise<string | null> {
  if (publicId === null) return null
  const [found] = await tx
    .select({ id: publics.id })
    .from(publics)
    .where(and(eq(publics.id, publicId), isNull(publics.endedAt)))
  return found?.id ?? null
}

/** Copies what each variant has of its own, and the images and videos. */
async function copyOwn(tx: Tx, fromId: string, toId: string): Promise<void> {
  const before = await tx.select().from(variants).where(eq(variants.publicationId, fromId))
  const after = await tx.select().from(variants).where(eq(variants.publicationId, toId))
  const counterpart = new Map<string, string>()
  for (const variant of after) {
    const original = before.find((one) => one.accountId === variant.accountId)
    if (!original) continue
    counterpart.set(original.id, variant.id)
    const { headline, ownText, ownLink, ownLanguage, hasOwnMedia } = original
    await tx
      .update(variants)
      .set({ headline, ownText, ownLink, ownLanguage, hasOwnMedia })
      .where(eq(variants.id, variant.id))
  }
  const shown = await tx.select().from(media).where(eq(media.publicationId, fromId))
  const copies = shown.flatMap(({ id: _id, ...medium }) => {
    const to = medium.variantId === null ? null : counterpart.get(medium.variantId)
    return to === undefined ? [] : [{ ...medium, publicationId: toId, variantId: to }]
  })
  if (copies.length > 0) await tx.insert(media).values(copies)
}

async function copyAuthors(tx: Tx, fromId: string, toId: string): Promise<void> {
  const rows = await tx.select().from(authors).where(eq(authors.publicationId, fromId))
  const copies = rows.map((row) => ({ ...row, publicationId: toId }))
  if (copies.length > 0) await tx.insert(authors).values(copies).onConflictDoNothing()
}
