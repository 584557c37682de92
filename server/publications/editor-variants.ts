import { asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { files } from '../../db/schema/files.ts'
import { media, variants } from '../../db/schema/publications.ts'
import type { FocusPoint } from '../../domain/platforms/crop.ts'
import type { OwnLimits, PlatformFinding, PlatformId } from '../../domain/platforms/platform.ts'
import { mayWriteVariant } from '../../domain/publications/authorship.ts'
import type { Person } from '../infrastructure/right.ts'
import type { PublicationRow } from './lock.ts'

export type EditorMedium = {
  variantId: string | null
  fileId: string
  name: string
  mimeType: string
  sizeBytes: number
  widthPx: number
  heightPx: number
  /** A video's. */
  durationMs: number | null
  alternativeText: string
  captionsFileId: string | null
  captionsName: string | null
  /** A video's cover. */
  posterFileId: string | null
  transcript: string
  /** An image's; null: its middle. */
  focus: FocusPoint | null
}

/** All images and videos of a publication in order, of the main text and of the variants. */
export async function mediaOf(db: Db, publicationId: string): Promise<EditorMedium[]> {
  const captions = alias(files, 'captions')
  return db
    .select({
      variantId: media.variantId,
      fileId: files.id,
      name: files.name,
      mimeType: files.mimeType,
      sizeBytes: files.sizeBytes,
      widthPx: files.widthPx,
      heightPx: files.heightPx,
      durationMs: files.durationMs,
      alternativeText: media.alternativeText,
      captionsFileId: media.captionsFileId,
      captionsName: captions.name,
      posterFileId: media.posterFileId,
      transcript: media.transcript,
      focus: media.focus,
    })
    .from(media)
    .innerJoin(files, eq(files.id, media.fileId))
    .leftJoin(captions, eq(captions.id, media.captionsFileId))
    .where(eq(media.publicationId, publicationId))
    .orderBy(asc(media.position), asc(media.id))
}

/** The variants in the order they were added, each with what it has of its own and whether this person may write it. */
export async function variantsOf(
  db: Db,
  publication: PublicationRow,
  shown: readonly EditorMedium[],
  person: Person,
) {
  const rows = await db
    .select({ variant: variants, account: accounts })
    .from(variants)
    .innerJoin(accounts, eq(accounts.id, variants.accountId))
    .where(eq(variants.publicationId, publication.id))
    .orderBy(asc(variants.id))
  return rows.map(({ variant, account }) => ({
    id: variant.id,
    account: {
      id: account.id,
      unitId: account.unitId,
      platform: account.platform as PlatformId,
      handle: account.handle,
      displayName: account.displayName,
      kind: account.kind,
      office: account.office,
      ownLimits: account.ownLimits as OwnLimits | null,
      isEnded: account.endedAt !== null,
    },
    headline: variant.headline,
    ownText: variant.ownText,
    ownLink: variant.ownLink,
    ownLanguage: variant.ownLanguage,
    ownMedia: variant.hasOwnMedia ? shown.filter((medium) => medium.variantId === variant.id) : null,
    findings: variant.findings as PlatformFinding[],
    outcome: variant.outcome,
    outcomeAt: variant.outcomeAt,
    version: variant.version,
    mayWrite: mayWriteVariant(publication, account.unitId, person),
  }))
}
