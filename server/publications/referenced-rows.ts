import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { publics } from '../../db/schema/agency.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { publications, variants } from '../../db/schema/publications.ts'
import type { ImportRow } from '../../domain/publications/import-input.ts'
import type { PlanField } from '../../domain/publications/plan-headings.ts'
import { plannedTime } from '../../domain/publications/planned-time.ts'
import { canonicalText } from '../../domain/text.ts'
import { clockOf, type Instant } from '../../domain/time.ts'
import type { PreviewRow } from './read-plan.ts'
import { visibleTo } from './visible.ts'

export type ReferencedRow = Awaited<ReturnType<typeof referencedRows>>[number]

/**
 * The publications that an exported file names, as far as the person may see them: what is hidden is given as little as
 * what does not exist.
 */
export async function referencedRows(
  db: Pick<Tx, 'select'>,
  person: { id: string },
  moment: Instant,
  references: readonly string[],
) {
  if (references.length === 0) return []
  const found = await db
    .select({
      publicationId: publications.id,
      name: publications.title,
      objective: publications.objective,
      subjectClass: publications.subjectClass,
      campaign: campaigns.name,
      public: publics.name,
      timeKind: publications.timeKind,
      plannedDay: publications.plannedDay,
      plannedAt: publications.plannedAt,
      text: publications.mainText,
      link: publications.mainLink,
      ownerId: publications.ownerId,
      notes: publications.notes,
    })
    .from(publications)
    .leftJoin(campaigns, eq(campaigns.id, publications.campaignId))
    .leftJoin(publics, eq(publics.id, publications.publicId))
    .where(and(inArray(publications.id, [...new Set(references)]), visibleTo(person, moment)))
  if (found.length === 0) return []
  const own = await db
    .select({
      publicationId: variants.publicationId,
      accountId: variants.accountId,
      text: variants.ownText,
      link: variants.ownLink,
    })
    .from(variants)
    .where(
      inArray(
        variants.publicationId,
        found.map(({ publicationId }) => publicationId),
      ),
    )
  const byPublication = Map.groupBy(own, ({ publicationId }) => publicationId)
  return found.map((one) => ({ ...one, variants: byPublication.get(one.publicationId) ?? [] }))
}

/**
 * What a row of a file says differently from the publication it was exported from. Of a row that cannot be read whole, the
 * fields that cannot; its accounts may have ended, or be another circle's, so they tell nothing.
 */
export function differingFields(
  { row, problems }: Pick<PreviewRow, 'row' | 'problems'>,
  origin: ReferencedRow,
  zone: string,
): PlanField[] {
  if (row === null) {
    return [...new Set(problems.map(({ field }) => field))].filter((field) => field !== 'accounts')
  }
  const accountIds = origin.variants.map(({ accountId }) => accountId)
  const time = plannedTime(row.time, zone)
  const clock = (at: Instant | null | undefined) => (at == null ? null : clockOf(at, zone))
  const said = postedBy(row.accountIds, { text: row.mainText, link: row.mainLink }, row.ownTexts)
  const kept = postedBy(accountIds, origin, origin.variants)
  const pairs: [PlanField, string | null, string | null][] = [
    ['title', row.title, oneLine(origin.name)],
    [
      'day',
      `${time?.plannedDay} ${isTentative(row.time.kind)}`,
      `${origin.plannedDay} ${isTentative(origin.timeKind)}`,
    ],
    ['time', clock(time?.plannedAt), clock(origin.plannedAt)],
    ['accounts', [...row.accountIds].sort().join(), [...accountIds].sort().join()],
    ['objective', row.objective, origin.objective],
    ['subjectClass', row.subjectClass, origin.subjectClass],
    [
      'campaign',
      row.campaign?.toLowerCase() ?? null,
      origin.campaign === null ? null : oneLine(origin.campaign).toLowerCase(),
    ],
    ['public', row.public?.name.toLowerCase() ?? null, origin.public?.toLowerCase() ?? null],
    ['text', said.texts, kept.texts],
    ['link', said.links, kept.links],
    ['owner', row.ownerId ?? origin.ownerId, origin.ownerId],
    ['notes', row.notes, canonicalText(origin.notes)],
  ]
  return pairs.flatMap(([field, one, other]) => (one === other ? [] : [field]))
}

type Words = { text: string | null; link: string | null }

/** What each account posts in the end, its own or the main; a file cannot say it more exactly. */
function postedBy(accountIds: readonly string[], main: Words, own: readonly ImportRow['ownTexts'][number][]) {
  const words = [...accountIds].sort().map((id) => {
    const { text = null, link = null } = own.find(({ accountId }) => accountId === id) ?? {}
    return { text: text ?? main.text ?? '', link: link ?? main.link ?? '' }
  })
  const all = words.length === 0 ? [{ text: main.text ?? '', link: main.link ?? '' }] : words
  return {
    texts: JSON.stringify(all.map(({ text }) => canonicalText(text).trim())),
    links: JSON.stringify(all.map(({ link }) => link)),
  }
}

function isTentative(kind: string): boolean {
  return kind === 'tentative'
}

function oneLine(text: string): string {
  return canonicalText(text).replace(/\s+/g, ' ').trim()
}
