import { asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../../db/open.ts'
import { files } from '../../db/schema/files.ts'
import { media, publications, variants } from '../../db/schema/publications.ts'
import {
  type CanonicalContent,
  type CanonicalMedium,
  canonicalContent,
  type WrittenContent,
} from '../../domain/publications/content.ts'

/** The content as it is written now, variants with only what they have of their own. Throws where there is no such row. */
async function writtenContentOf(db: Db, publicationId: string): Promise<WrittenContent> {
  const [publication] = await db.select().from(publications).where(eq(publications.id, publicationId))
  if (!publication) throw new Error(`no publication ${publicationId}`)
  const ownVariants = await db.select().from(variants).where(eq(variants.publicationId, publicationId))
  const captions = alias(files, 'captions')
  const poster = alias(files, 'poster')
  const shown = await db
    .select({
      variantId: media.variantId,
      sha256: files.sha256,
      alternativeText: media.alternativeText,
      captionsSha256: captions.sha256,
      posterSha256: poster.sha256,
      transcript: media.transcript,
    })
    .from(media)
    .innerJoin(files, eq(files.id, media.fileId))
    .leftJoin(captions, eq(captions.id, media.captionsFileId))
    .leftJoin(poster, eq(poster.id, media.posterFileId))
    .where(eq(media.publicationId, publicationId))
    .orderBy(asc(media.position), asc(media.id))
  const mediaOf = (variantId: string | null): CanonicalMedium[] =>
    shown
      .filter((medium) => medium.variantId === variantId)
      .map(({ sha256, alternativeText, captionsSha256, posterSha256, transcript }) => ({
        sha256,
        alternativeText,
        ...(captionsSha256 === null ? {} : { captionsSha256 }),
        ...(posterSha256 === null ? {} : { posterSha256 }),
        transcript,
      }))
  return {
    objective: publication.objective,
    subjectClass: publication.subjectClass,
    plannedAt: publication.plannedAt,
    isTimeBound: publication.isTimeBound,
    mainText: publication.mainText,
    mainLink: publication.mainLink,
    mainMedia: mediaOf(null),
    language: publication.language,
    variants: ownVariants.map((variant) => ({
      accountId: variant.accountId,
      headline: variant.headline,
      ownText: variant.ownText,
      ownLink: variant.ownLink,
      ownMedia: variant.hasOwnMedia ? mediaOf(variant.id) : null,
      ownLanguage: variant.ownLanguage,
    })),
  }
}

/**
 * The canonical content of a publication as it stands: what a submission freezes and a decision is bound to. Its hash is
 * `contentHash` of `domain/publications/content-hash.ts`. Under the publication's lock it is what is true.
 */
export async function contentOf(db: Db, publicationId: string): Promise<CanonicalContent> {
  return canonicalContent(await writtenContentOf(db, publicationId))
}
