import { and, eq, ne } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { variants } from '../../db/schema/publications.ts'
import { outcomes } from '../../db/schema/publishing.ts'
import { phaseOf, type VariantOutcome } from '../../domain/publications/states.ts'
import {
  commandOfOutcome,
  type OutcomeFacts,
  reasonsAgainstOutcome,
} from '../../domain/publishing/outcomes.ts'
import type { CommandContext } from '../infrastructure/command.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight, type Right } from '../infrastructure/right.ts'
import { lockPublication, type PublicationRow } from '../publications/lock.ts'
import { refreshFacts } from '../publications/refresh-facts.ts'
import { transition } from '../publications/transition.ts'
import { type HandoverRow, latestHandover } from './handover-row.ts'

type Next = Exclude<VariantOutcome, 'none'>
type Named = { publicationId: string; variantId: string }
type Context = Pick<CommandContext<Named>, 'tx' | 'person' | 'input' | 'moment'>

export type OpenOutcome = {
  publication: PublicationRow
  right: Right<'publication.handOver'>
  handover: HandoverRow
  variant: typeof variants.$inferSelect
  account: typeof accounts.$inferSelect
  facts: OutcomeFacts
}

/**
 * Locks the publication of a variant and judges whether `next` may be recorded for it. Refusals: not_found,
 * not_handed_over, outcome_not_next.
 */
export async function openOutcome({ tx, person, input, moment }: Context, next: Next): Promise<OpenOutcome> {
  const publication = await lockPublication(tx, input.publicationId, person, moment)
  const right = proveRight(person, 'publication.handOver', publication.unitId)
  const [found] = await tx
    .select({ variant: variants, account: accounts })
    .from(variants)
    .innerJoin(accounts, eq(accounts.id, variants.accountId))
    .where(and(eq(variants.id, input.variantId), eq(variants.publicationId, publication.id)))
  if (!found) return refuseMissing()
  const others = await tx
    .select({ outcome: variants.outcome })
    .from(variants)
    .where(and(eq(variants.publicationId, publication.id), ne(variants.id, input.variantId)))
  const facts: OutcomeFacts = {
    phase: phaseOf(publication),
    outcome: found.variant.outcome,
    others: others.map((other) => other.outcome),
  }
  for (const reason of reasonsAgainstOutcome(facts, next)) {
    if (reason.code !== 'outcome_not_next') refuse(reason.code, reason.data)
    refuse('outcome_not_next', { from: facts.outcome, to: next, context: facts.outcome })
  }
  const handover = await latestHandover(tx, publication.id)
  if (handover === null) throw new Error(`publication ${publication.id} was handed over without a row`)
  return { publication, right, handover, ...found, facts }
}

type Written = {
  kind: Next
  link?: string | null
  reason?: string | null
  replacementId?: string | null
  happenedAt: string
  posted?: unknown
}

/**
 * Writes an outcome: a row of its own that is never rewritten, the variant's summary, the facts of lists and the
 * publication's state. Where it is the last of all that were not posted, the caller has ended the submission before.
 */
export async function writeOutcome(
  tx: Tx,
  open: OpenOutcome,
  written: Written,
  personId: string,
  moment: string,
): Promise<PublicationRow> {
  const { publication, variant, handover, right, facts } = open
  await tx.insert(outcomes).values({
    publicationId: publication.id,
    variantId: variant.id,
    handoverId: handover.id,
    recordedBy: personId,
    recordedAt: moment,
    ...written,
  })
  await tx
    .update(variants)
    .set({ outcome: written.kind, outcomeAt: written.happenedAt })
    .where(eq(variants.id, variant.id))
  const refreshed = await refreshFacts(tx, publication.id)
  return transition(tx, refreshed, commandOfOutcome(facts, written.kind), { moment, right })
}
