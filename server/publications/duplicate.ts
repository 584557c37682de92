import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { publics } from '../../db/schema/agency.ts'
import { authors, media, publications, variants } from '../../db/schema/publications.ts'
import { holds } from '../../domain/permissions.ts'
import { duplicateInput } from '../../domain/publications/input.ts'
import type { GivenTime } from '../../domain/publications/planned-time.ts'
import { subjectClasses } from '../../domain/subject-classes.ts'
import { dayOf } from '../../domain/time.ts'
import { command } from '../infrastructure/command.ts'
import { proveRight } from '../infrastructure/right.ts'
import { createPublication } from './create.ts'
import { lockPublication } from './lock.ts'
import { refreshFacts } from './refresh-facts.ts'

/**
 * Starts anew from a publication in any state: its words, accounts and media, nothing of its approval or time but the
 * day, hour open, where that is still ahead; an embargo stays. Accounts that ended, or that are not the person's to use, are left out and
 * named. Who wrote the first counts as an author of the copy, so that none of them approves their own words. As a
 * correction it is linked to the first. Refusals: not_found.
 */
export const duplicate = command({
  name: 'publications.duplicate',
  right: 'publication.draft',
  input: duplicateInput,
  async run({ input, ...context }) {
    const { tx, person, moment, agency } = context
    const source = await lockPublication(tx, input.publicationId, person, moment)
    proveRight(person, 'publication.draft', source.unitId)
    const rows = await tx
      .select({ variant: variants, account: accounts })
      .from(variants)
      .innerJoin(accounts, eq(accounts.id, variants.accountId))
      .where(eq(variants.publicationId, source.id))
      .orderBy(asc(variants.id))
    const mayUse = (account: (typeof rows)[number]['account']) =>
      account.endedAt === null &&
      (account.unitId === source.unitId ||
        holds(person.grants, 'publication.plan', account.unitId) ||
        (account.kind === 'institutional' && holds(person.grants, 'publication.plan', source.unitId)))
    const kept = rows.filter((row) => mayUse(row.account))
    const isAhead = source.plannedDay !== null && source.plannedDay >= dayOf(moment, agency.zone)
    const time: GivenTime =
      isAhead && source.plannedDay !== null ? { kind: 'open', day: source.plannedDay } : { kind: 'none' }
    const { title, objective, campaignId, mainText, mainLink, language, notes, unitId } = source
    const publicId = await standingPublic(tx, source.publicId)
    const subjectClass = subjectClasses.find((one) => one === source.subjectClass) ?? null
    const copy = await createPublication(
      context,
      {
        ...{ title, objective, campaignId, mainText, mainLink, language, notes, unitId, subjectClass, time },
        publicId,
        accountIds: kept.map((row) => row.account.id),
      },
      {
        action: 'publications.duplicated',
        data: { fromId: source.id, isCorrection: input.isCorrection },
        ...(input.isCorrection ? { correctsId: source.id } : {}),
      },
    )
    // An embargo lies on what is said, so it goes with it.
    const { embargoUntil } = source
    if (embargoUntil !== null) {
      await tx.update(publications).set({ embargoUntil }).where(eq(publications.id, copy.id))
    }
    await copyOwn(tx, source.id, copy.id)
    await copyAuthors(tx, source.id, copy.id)
    await refreshFacts(tx, copy.id)
    const leftOut = rows.filter((row) => !kept.includes(row)).map((row) => row.account.handle)
    return { id: copy.id, state: copy.state, version: copy.version, leftOut }
  },
})

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
