import { asc, eq, inArray } from 'drizzle-orm'
import type { Db, Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { files } from '../../db/schema/files.ts'
import { media, publications, variants } from '../../db/schema/publications.ts'
import { allPlatforms } from '../../domain/platforms/all.ts'
import { platformMedium } from '../../domain/platforms/medium.ts'
import type {
  OwnLimits,
  PlatformFinding,
  PlatformId,
  PlatformVariant,
} from '../../domain/platforms/platform.ts'

export type VariantFindings = { variantId: string; accountId: string; findings: PlatformFinding[] }

/** What each platform says against its variant as it is written now: judged anew, whatever was stored. */
export async function judgeVariants(db: Db, publicationId: string): Promise<VariantFindings[]> {
  const rows = await db
    .select({ variant: variants, platform: accounts.platform, ownLimits: accounts.ownLimits })
    .from(variants)
    .innerJoin(accounts, eq(accounts.id, variants.accountId))
    .where(eq(variants.publicationId, publicationId))
    .orderBy(asc(variants.id))
  if (rows.length === 0) return []
  const [main] = await db
    .select({ text: publications.mainText, link: publications.mainLink })
    .from(publications)
    .where(eq(publications.id, publicationId))
  const shown = await mediaOn(db, [publicationId])
  return rows.map(({ variant, platform, ownLimits }) => {
    const written = writtenAs(variant, main ?? { text: '', link: null }, shown(publicationId))
    const rules = allPlatforms[platform as PlatformId]
    const findings = rules.check(written, ownLimits === null ? undefined : (ownLimits as OwnLimits))
    return { variantId: variant.id, accountId: variant.accountId, findings }
  })
}

export type MediaOf = (variantId: string | null) => PlatformVariant['media']

/** The media of each of the publications: of its main text, or of one of its variants, in order. */
export async function mediaOn(
  db: Db,
  publicationIds: readonly string[],
): Promise<(publicationId: string) => MediaOf> {
  const rows =
    publicationIds.length === 0
      ? []
      : await db
          .select({ medium: media, file: files })
          .from(media)
          .innerJoin(files, eq(files.id, media.fileId))
          .where(inArray(media.publicationId, [...publicationIds]))
          .orderBy(asc(media.position), asc(media.id))
  const byPublication = Map.groupBy(rows, ({ medium }) => medium.publicationId)
  return (publicationId) => (variantId) =>
    (byPublication.get(publicationId) ?? [])
      .filter(({ medium }) => medium.variantId === variantId)
      .map(({ medium, file }) => platformMedium({ ...file, ...medium }))
}

/** What one account will post: the variant's own where it has its own, else what the publication says. */
export function writtenAs(
  variant: typeof variants.$inferSelect,
  main: { text: string; link: string | null },
  mediaOf: MediaOf,
): PlatformVariant {
  return {
    headline: variant.headline || null,
    text: variant.ownText ?? main.text,
    link: (variant.ownLink ?? main.link) || null,
    media: mediaOf(variant.hasOwnMedia ? variant.id : null),
  }
}

/**
 * Stores each variant's findings with it and answers on how many variants something blocks, and on how many something
 * only warns: readiness has one blocker a variant, and lists count as it does. The caller holds the lock.
 */
export async function refreshFindings(
  tx: Tx,
  publicationId: string,
): Promise<{ blockingFindings: number; warningFindings: number }> {
  const judged = await judgeVariants(tx, publicationId)
  for (const { variantId, findings } of judged) {
    await tx.update(variants).set({ findings }).where(eq(variants.id, variantId))
  }
  return countFindings(judged)
}

/** On how many variants something blocks, and on how many something only warns. */
export function countFindings(judged: readonly VariantFindings[]): {
  blockingFindings: number
  warningFindings: number
} {
  const isBlocked = ({ findings }: VariantFindings) =>
    findings.some((finding) => finding.severity === 'blocker')
  const found = judged.filter(({ findings }) => findings.length > 0)
  const blockingFindings = found.filter(isBlocked).length
  return { blockingFindings, warningFindings: found.length - blockingFindings }
}
