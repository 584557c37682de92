import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { files } from '../../db/schema/files.ts'
import { media, publications, variants } from '../../db/schema/publications.ts'
import { fileUse } from '../../domain/files/limits.ts'
import { type GivenMedium, setMediaInput } from '../../domain/publications/input.ts'
import type { Instant } from '../../domain/time.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { lockPublication } from './lock.ts'
import { mergedChanges } from './merge.ts'
import { settleContent } from './settle-content.ts'
import { visibleTo } from './visible.ts'
import { proveWriting, proveWritingVariant, refuseUnlessOpenTo, variantOf } from './writing.ts'

type Media = GivenMedium[] | null

/**
 * Sets the images and videos of the main text or of one variant, in order, each with its alternative text, a video with
 * its captions or transcript and its cover, an image with its focus point; null lets a variant follow the main ones. Refusals: not_found (also for a file that is not
 * the person's to use, or not what it is used as), not_in_this_state, conflict.
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
    const present: { media: Media } = {
      media: own && !own.variant.hasOwnMedia ? null : await mediaOf(tx, before.id, partId),
    }
    const part = { publicationId: before.id, partId, presentVersion, startedFrom: input.version }
    const wanted = own ? input.images : (input.images ?? [])
    const changes = await mergedChanges<{ media: Media }>(tx, part, present, { media: wanted })
    if (changes.media === undefined) {
      return { version: presentVersion, state: before.state, endedDecisions: 0 }
    }
    await checkFiles(tx, wanted ?? [], person, moment)
    await replaceMedia(tx, before.id, partId, wanted ?? [])
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

async function mediaOf(tx: Tx, publicationId: string, variantId: string | null): Promise<GivenMedium[]> {
  const rows = await tx
    .select()
    .from(media)
    .where(belongsTo(publicationId, variantId))
    .orderBy(asc(media.position), asc(media.id))
  return rows.map(({ fileId, alternativeText, captionsFileId, posterFileId, transcript, focus }) => ({
    fileId,
    alternativeText,
    ...(captionsFileId === null ? {} : { captionsFileId }),
    ...(posterFileId === null ? {} : { posterFileId }),
    ...(transcript === '' ? {} : { transcript }),
    ...(focus === null ? {} : { focus }),
  }))
}

function belongsTo(publicationId: string, variantId: string | null) {
  const part = variantId === null ? isNull(media.variantId) : eq(media.variantId, variantId)
  return and(eq(media.publicationId, publicationId), part)
}

async function replaceMedia(
  tx: Tx,
  publicationId: string,
  variantId: string | null,
  wanted: GivenMedium[],
): Promise<void> {
  await tx.delete(media).where(belongsTo(publicationId, variantId))
  if (wanted.length === 0) return
  await tx
    .insert(media)
    .values(wanted.map((medium, index) => ({ publicationId, variantId, ...medium, position: index + 1 })))
}

/**
 * A file may be used by who uploaded it and by who sees a publication that carries it; captions, a
 * transcript and a cover belong to a video alone, a focus point to an image.
 */
async function checkFiles(
  tx: Tx,
  wanted: GivenMedium[],
  person: { id: string },
  moment: Instant,
): Promise<void> {
  const fileIds = new Set(
    wanted.flatMap(({ fileId, captionsFileId = fileId, posterFileId = fileId }) => [
      fileId,
      captionsFileId,
      posterFileId,
    ]),
  )
  if (fileIds.size === 0) return
  const usable = await tx
    .select({ id: files.id, mimeType: files.mimeType })
    .from(files)
    .where(
      and(
        inArray(files.id, [...fileIds]),
        or(
          eq(files.uploadedBy, person.id),
          sql`exists (select 1 from ${media} used join ${publications} shown on shown.id = used.publication_id
            where (used.file_id = ${files.id} or used.captions_file_id = ${files.id} or used.poster_file_id = ${files.id})
              and ${visibleTo(person, moment, 'shown')})`,
        ),
      ),
    )
  const uses = new Map(usable.map((file) => [file.id, fileUse(file.mimeType)]))
  const fits = ({ fileId, captionsFileId, posterFileId, transcript, focus }: GivenMedium) => {
    if (uses.get(fileId) === 'image') {
      return [captionsFileId, posterFileId, transcript].every((one) => one === undefined)
    }
    if (uses.get(fileId) !== 'video' || focus !== undefined) return false
    const isPicture = posterFileId === undefined || uses.get(posterFileId) === 'image'
    return isPicture && (captionsFileId === undefined || uses.get(captionsFileId) === 'captions')
  }
  if (!wanted.every(fits)) refuseMissing()
}
