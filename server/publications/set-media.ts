import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { files } from '../../db/schema/files.ts'
import { media, publications, variants } from '../../db/schema/publications.ts'
import { setMediaInput } from '../../domain/publications/input.ts'
import type { Instant } from '../../domain/time.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { lockPublication } from './lock.ts'
import { mergedChanges } from './merge.ts'
import { settleContent } from './settle-content.ts'
import { visibleTo } from './visible.ts'
import { proveWriting, proveWritingVariant, refuseUnlessOpenTo, variantOf } from './writing.ts'

type Images = { fileId: string; alternativeText: string }[] | null

/**
 * Sets the images of the main text or of one variant, in order, each with its alternative text; null lets a variant
 * follow the main images. Refusals: not_found (also for a file that is not the person's to use), not_in_this_state,
 * conflict.
 */
export const setMedia = command({
  name: 'publications.setMedia',
  right: 'publication.draft',
  input: setMediaInput,
  async run({ input, ...context }) {
    const { tx, person, moment, record } = context
    const before = await lockPublication(tx, input.publicationId, person, moment)
    const own = input.variantId === null ? null : await variantOf(tx, before, input.variantId)
    const right = own ? proveWritingVariant(person, before, own.account.unitId) : proveWriting(person, before)
    refuseUnlessOpenTo(before, 'edit_content')
    const partId = own?.variant.id ?? null
    const presentVersion = own?.variant.version ?? before.version
    const present: { media: Images } = {
      media: own && !own.variant.hasOwnMedia ? null : await imagesOf(tx, before.id, partId),
    }
    const part = { publicationId: before.id, partId, presentVersion, startedFrom: input.version }
    const wanted = own ? input.images : (input.images ?? [])
    const changes = await mergedChanges<{ media: Images }>(tx, part, present, { media: wanted })
    if (changes.media === undefined) {
      return { version: presentVersion, state: before.state, endedDecisions: 0 }
    }
    await checkFiles(tx, wanted ?? [], person, moment)
    await replaceImages(tx, before.id, partId, wanted ?? [])
    const version = presentVersion + 1
    if (own) {
      await tx
        .update(variants)
        .set({ hasOwnMedia: wanted !== null, version })
        .where(eq(variants.id, own.variant.id))
    } else {
      await tx.update(publications).set({ version }).where(eq(publications.id, before.id))
    }
    const { publication, ended } = await settleContent(context, before, 'edit_content', right)
    await record({
      room: 'publications',
      subjectId: before.id,
      publicationId: before.id,
      partId,
      action: 'publications.edited',
      version,
      before: present,
      after: { media: wanted },
      data: { fields: ['media'], ...(own ? { accountId: own.account.id } : {}) },
    })
    return { version, state: publication.state, endedDecisions: ended.decidedBy.length }
  },
})

async function imagesOf(
  tx: Tx,
  publicationId: string,
  variantId: string | null,
): Promise<NonNullable<Images>> {
  return tx
    .select({ fileId: media.fileId, alternativeText: media.alternativeText })
    .from(media)
    .where(belongsTo(publicationId, variantId))
    .orderBy(asc(media.position), asc(media.id))
}

function belongsTo(publicationId: string, variantId: string | null) {
  const part = variantId === null ? isNull(media.variantId) : eq(media.variantId, variantId)
  return and(eq(media.publicationId, publicationId), part)
}

async function replaceImages(
  tx: Tx,
  publicationId: string,
  variantId: string | null,
  images: NonNullable<Images>,
): Promise<void> {
  await tx.delete(media).where(belongsTo(publicationId, variantId))
  if (images.length === 0) return
  await tx.insert(media).values(
    images.map((image, index) => ({
      publicationId,
      variantId,
      fileId: image.fileId,
      alternativeText: image.alternativeText,
      position: index + 1,
    })),
  )
}

/** A file may be used by who uploaded it and by who sees a publication that carries it. */
async function checkFiles(
  tx: Tx,
  images: NonNullable<Images>,
  person: { id: string },
  moment: Instant,
): Promise<void> {
  const fileIds = [...new Set(images.map((image) => image.fileId))]
  if (fileIds.length === 0) return
  const usable = await tx
    .select({ id: files.id })
    .from(files)
    .where(
      and(
        inArray(files.id, fileIds),
        or(
          eq(files.uploadedBy, person.id),
          sql`exists (select 1 from ${media} used join ${publications} shown on shown.id = used.publication_id
            where used.file_id = ${files.id} and ${visibleTo(person, moment, 'shown')})`,
        ),
      ),
    )
  if (usable.length < fileIds.length) refuseMissing()
}
