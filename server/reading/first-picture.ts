import { and, asc, eq, like, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { files } from '../../db/schema/files.ts'
import { media } from '../../db/schema/publications.ts'

export type Picture = { fileId: string; alternativeText: string }

/** The first image of the main text, else of a variant; null where there is none. The caller proved that it may be seen. */
export async function firstPicture(db: Db, publicationId: string): Promise<Picture | null> {
  const [found] = await db
    .select({ fileId: media.fileId, alternativeText: media.alternativeText })
    .from(media)
    .innerJoin(files, eq(files.id, media.fileId))
    .where(and(eq(media.publicationId, publicationId), like(files.mimeType, 'image/%')))
    .orderBy(sql`${media.variantId} nulls first`, asc(media.position))
    .limit(1)
  return found ?? null
}
