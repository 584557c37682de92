import { eq, inArray, or } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { files } from '../../db/schema/files.ts'
import { media, variants } from '../../db/schema/publications.ts'
import { fileUse } from '../../domain/files/limits.ts'
import { allPlatforms } from '../../domain/platforms/all.ts'
import { showsCover } from '../../domain/platforms/cover.ts'
import type { PlatformId } from '../../domain/platforms/platform.ts'
import type {
  CanonicalContent,
  CanonicalMedium,
  CanonicalVariant,
} from '../../domain/publications/content.ts'

/**
 * Exactly what each account will post under a frozen content: the resolved text as it is pasted, headline, link and
 * media, a video with its cover where the platform shows one. An image or a video that the publication no longer names has no `fileId`; its digest stays.
 */
export async function postsOf(db: Db, publicationId: string, content: CanonicalContent) {
  const accountIds = content.variants.map((variant) => variant.accountId)
  if (accountIds.length === 0) return []
  const known = await db.select().from(accounts).where(inArray(accounts.id, accountIds))
  const named = await db
    .selectDistinct({
      sha256: files.sha256,
      id: files.id,
      name: files.name,
      mimeType: files.mimeType,
      sizeBytes: files.sizeBytes,
      widthPx: files.widthPx,
      heightPx: files.heightPx,
      durationMs: files.durationMs,
      focus: media.focus,
      accountId: variants.accountId,
    })
    .from(media)
    .innerJoin(
      files,
      or(eq(files.id, media.fileId), eq(files.id, media.captionsFileId), eq(files.id, media.posterFileId)),
    )
    .leftJoin(variants, eq(variants.id, media.variantId))
    .where(eq(media.publicationId, publicationId))
  const isImage = (medium: CanonicalMedium) =>
    named.some((one) => one.sha256 === medium.sha256 && fileUse(one.mimeType) === 'image')
  return content.variants.flatMap((variant) => {
    const account = known.find((one) => one.id === variant.accountId)
    if (account === undefined) return []
    const platform = account.platform as PlatformId
    const hasCovers = showsCover(allPlatforms[platform], variant.media.some(isImage))
    return [
      {
        account: {
          id: account.id,
          platform,
          handle: account.handle,
          displayName: account.displayName,
          kind: account.kind,
          office: account.office,
        },
        language: variant.language,
        headline: variant.headline,
        text: variant.text,
        link: variant.link,
        pastedText: pastedText(platform, variant),
        media: variant.media.map((medium) => {
          const alike = named.filter((one) => one.sha256 === medium.sha256)
          const file = alike.find((one) => one.accountId === account.id) ?? alike[0]
          const poster = hasCovers ? named.find((one) => one.sha256 === medium.posterSha256) : undefined
          const captions = named.find((one) => one.sha256 === medium.captionsSha256)
          return {
            sha256: medium.sha256,
            alternativeText: medium.alternativeText,
            fileId: file?.id ?? null,
            name: file?.name ?? null,
            mimeType: file?.mimeType ?? null,
            sizeBytes: file?.sizeBytes ?? null,
            widthPx: file?.widthPx ?? null,
            heightPx: file?.heightPx ?? null,
            durationMs: file?.durationMs ?? null,
            focus: file?.focus ?? null,
            captionsSha256: medium.captionsSha256 ?? null,
            captionsFileId: captions?.id ?? null,
            captionsName: captions?.name ?? null,
            posterSha256: hasCovers ? (medium.posterSha256 ?? null) : null,
            posterFileId: poster?.id ?? null,
            posterName: poster?.name ?? null,
            transcript: medium.transcript ?? '',
          }
        }),
      },
    ]
  })
}

export type Post = Awaited<ReturnType<typeof postsOf>>[number]

/** What is pasted as the text on the platform, where the link is no field of its own with the link in it. */
export function pastedText(platform: PlatformId, variant: CanonicalVariant): string {
  const { headline, text, link } = variant
  return allPlatforms[platform].textToPaste({ headline, text, link, media: [] })
}
