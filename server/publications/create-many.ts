import { newId } from '../../db/ids.ts'
import { authors, publications, variants } from '../../db/schema/publications.ts'
import { isTimeBoundFor } from '../../domain/approvals/policy.ts'
import { holds } from '../../domain/permissions.ts'
import { allPlatforms } from '../../domain/platforms/all.ts'
import type { OwnLimits, PlatformId } from '../../domain/platforms/platform.ts'
import { canonicalContent } from '../../domain/publications/content.ts'
import { contentHash } from '../../domain/publications/content-hash.ts'
import type { ImportRow } from '../../domain/publications/import-input.ts'
import { plannedTime } from '../../domain/publications/planned-time.ts'
import { firstState } from '../../domain/publications/states.ts'
import type { Change } from '../infrastructure/record.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { refreshBriefingFacts } from './briefing-facts.ts'
import { type CreateContext, newPublicationFacts, newVariant } from './create.ts'
import { type UsableAccount, usableAccounts } from './usable-accounts.ts'

export type PlannedRow = Omit<ImportRow, 'campaign' | 'public' | 'reference'> & {
  campaignId: string | null
  publicId: string | null
}

/** So many rows fit into one statement. */
const AT_ONCE = 200

/**
 * Writes the publications of a plan in the caller's transaction, many to a statement: each ends as `createPublication`
 * would have left it, which a test holds together. Gives their ids in the order of the rows. The caller proved owners,
 * campaigns and publics. Refusals as there.
 */
export async function createMany(
  context: CreateContext,
  unitId: string,
  rows: PlannedRow[],
): Promise<string[]> {
  const { tx, person, moment, record } = context
  const accountIds = [...new Set(rows.flatMap((row) => row.accountIds))]
  const usable = await usableAccounts(tx, accountIds, person, moment)
  proveRight(person, 'publication.draft', unitId)
  for (const account of usable) {
    if (account.unitId === unitId || holds(person.grants, 'publication.plan', unitId)) continue
    proveRight(person, 'publication.plan', account.unitId)
  }
  const accounts = new Map(usable.map((account) => [account.id, account]))
  const ids: string[] = []
  for (let first = 0; first < rows.length; first += AT_ONCE) {
    const made = rows.slice(first, first + AT_ONCE).map((row) => newRows(context, unitId, row, accounts))
    await tx.insert(publications).values(made.map(({ publication }) => publication))
    const madeVariants = made.flatMap((one) => one.variants)
    if (madeVariants.length > 0) await tx.insert(variants).values(madeVariants)
    await tx
      .insert(authors)
      .values(made.map(({ id }) => ({ publicationId: id, personId: person.id, firstAt: moment })))
    await refreshBriefingFacts(
      tx,
      made.flatMap(({ id, publication }) => (publication.campaignId === null ? [] : [id])),
    )
    await record(...made.map(({ change }) => change))
    ids.push(...made.map(({ id }) => id))
  }
  return ids
}

function newRows(
  { person, moment, agency }: CreateContext,
  unitId: string,
  row: PlannedRow,
  known: ReadonlyMap<string, UsableAccount>,
) {
  const { sheet, line, time: given, ownerId, accountIds, ownTexts, ...written } = row
  const time = plannedTime(given, agency.zone)
  if (time === null) {
    return refuse('time_does_not_exist', { day: '', clock: null, ...given, zone: agency.zone })
  }
  const accounts = [...new Set(accountIds)].flatMap((id) => known.get(id) ?? [])
  const id = newId()
  const own = new Map(ownTexts.map((one) => [one.accountId, one]))
  const ownVariants = accounts.map((account) => {
    const { text: ownText = null, link: ownLink = null } = own.get(account.id) ?? {}
    return {
      ...newVariant({ id }, account.id),
      id: newId(),
      ownText,
      ownLink,
      plannedAt: time.plannedAt,
      findings: findingsOf(account, {
        mainText: ownText ?? written.mainText,
        mainLink: ownLink ?? written.mainLink,
      }),
    }
  })
  const found = ownVariants.filter(({ findings }) => findings.length > 0)
  const blocked = found.filter(({ findings }) => findings.some(({ severity }) => severity === 'blocker'))
  const executive = accounts.filter((account) => account.kind === 'executive').map((account) => account.id)
  const facts = {
    accountIds: accounts.map((account) => account.id),
    restrictedAccountIds: executive,
    isExecutive: executive.length > 0,
    isTimeBound: isTimeBoundFor(accounts),
    variantCount: accounts.length,
    blockingFindings: blocked.length,
    warningFindings: found.length - blocked.length,
  }
  const publication = {
    ...newPublicationFacts,
    ...written,
    ...time,
    ...facts,
    id,
    unitId,
    language: 'id' as const,
    ownerId: ownerId ?? person.id,
    state: firstState(accounts.length),
    contentHash: accounts.length === 0 ? null : hashOf(written, { ...time, ...facts, variants: ownVariants }),
    createdBy: person.id,
    createdAt: moment,
    changedAt: moment,
  }
  const change: Change = {
    room: 'publications',
    subjectId: id,
    publicationId: id,
    action: 'publications.created',
    version: 1,
    after: { title: written.title, ...time, accountIds: facts.accountIds },
    data: { importedFromLine: line, ...(sheet === null ? {} : { importedFromSheet: sheet }) },
  }
  return { id, publication, variants: ownVariants, change }
}

type Written = Pick<PlannedRow, 'objective' | 'subjectClass' | 'mainText' | 'mainLink'>

function findingsOf(account: UsableAccount, { mainText, mainLink }: Pick<Written, 'mainText' | 'mainLink'>) {
  const variant = { headline: null, text: mainText, link: mainLink, media: [] }
  const ownLimits = account.ownLimits === null ? undefined : (account.ownLimits as OwnLimits)
  return allPlatforms[account.platform as PlatformId].check(variant, ownLimits)
}

function hashOf(
  written: Written,
  facts: {
    plannedAt: string | null
    isTimeBound: boolean
    variants: readonly { accountId: string; ownText: string | null; ownLink: string | null }[]
  },
): string {
  const following = { headline: null, ownMedia: null, ownLanguage: null }
  return contentHash(
    canonicalContent({
      ...written,
      plannedAt: facts.plannedAt,
      isTimeBound: facts.isTimeBound,
      mainMedia: [],
      language: 'id',
      variants: facts.variants.map(({ accountId, ownText, ownLink }) => ({
        accountId,
        ownText,
        ownLink,
        ...following,
      })),
    }),
  )
}
