import { and, asc, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { units } from '../../db/schema/agency.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { publications, variants } from '../../db/schema/publications.ts'
import { holds } from '../../domain/permissions.ts'
import { createInput } from '../../domain/publications/input.ts'
import { plannedTime } from '../../domain/publications/planned-time.ts'
import { firstState } from '../../domain/publications/states.ts'
import { provePublic } from '../agency/prove-public.ts'
import { proveEventStands } from '../agenda/stands.ts'
import { type CommandContext, command } from '../infrastructure/command.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { addAuthor } from './authors.ts'
import { refreshBriefingFacts } from './briefing-facts.ts'
import type { PublicationRow } from './lock.ts'
import { refreshFacts } from './refresh-facts.ts'
import { type UsableAccount, usableAccounts } from './usable-accounts.ts'

export type CreateContext = Pick<CommandContext<unknown>, 'tx' | 'person' | 'moment' | 'agency' | 'record'>
export type NewPublication = z.output<typeof createInput>

/** Begins a publication: an idea without an account, a draft with one. See `createPublication`. */
export const create = command({
  name: 'publications.create',
  right: 'publication.draft',
  input: createInput,
  async run({ input, ...context }) {
    const { id, state, version } = await createPublication(context, input)
    return { id, state, version }
  },
})

/**
 * Writes a new publication of the person's, with a variant for each account, in the caller's transaction (import,
 * duplicate and response use it too). They must hold `publication.draft` in its unit; an account of another unit wants
 * a planner in either. Refusals: not_found, account_ended, time_does_not_exist.
 */
export async function createPublication(
  context: CreateContext,
  input: NewPublication,
  also: { correctsId?: string; action?: string; data?: Record<string, unknown> } = {},
): Promise<PublicationRow> {
  const { tx, person, moment, agency, record } = context
  const accounts = await usableAccounts(tx, input.accountIds, person, moment)
  const unitId = input.unitId ?? (await ownUnitOf(context, accounts))
  proveRight(person, 'publication.draft', unitId)
  for (const account of accounts) {
    if (account.unitId === unitId || holds(person.grants, 'publication.plan', unitId)) continue
    proveRight(person, 'publication.plan', account.unitId)
  }
  if (input.campaignId !== null) {
    const [campaign] = await tx.select().from(campaigns).where(eq(campaigns.id, input.campaignId))
    if (!campaign) refuseMissing()
  }
  if (input.agendaEventId) await proveEventStands(tx, input.agendaEventId)
  if (input.publicId) await provePublic(tx, input.publicId)
  const time = plannedTime(input.time, agency.zone)
  if (time === null) {
    const { day, clock } = { day: '', clock: null, ...input.time }
    return refuse('time_does_not_exist', { day, clock, zone: agency.zone })
  }
  const { accountIds: _accountIds, time: _time, unitId: _unitId, ...written } = input
  const [row] = await tx
    .insert(publications)
    .values({
      ...newPublicationFacts,
      ...written,
      ...time,
      unitId,
      ownerId: person.id,
      state: firstState(accounts.length),
      correctsId: also.correctsId ?? null,
      createdBy: person.id,
      createdAt: moment,
      changedAt: moment,
    })
    .returning()
  if (!row) throw new Error('the publication was not written')
  if (accounts.length > 0) {
    await tx.insert(variants).values(accounts.map((account) => newVariant(row, account.id)))
  }
  await addAuthor(tx, row.id, person.id, moment)
  await refreshBriefingFacts(tx, [row.id])
  const created = await refreshFacts(tx, row.id)
  await record({
    room: 'publications',
    subjectId: row.id,
    publicationId: row.id,
    action: also.action ?? 'publications.created',
    version: row.version,
    after: { title: row.title, ...time, accountIds: created.accountIds },
    ...(also.data ? { data: also.data } : {}),
  })
  return created
}

/** A variant that follows the main text in everything. */
export function newVariant(publication: { id: string }, accountId: string): typeof variants.$inferInsert {
  return {
    publicationId: publication.id,
    accountId,
    hasOwnMedia: false,
    findings: [],
    outcome: 'none',
    version: 1,
  }
}

/** The first account's unit where the person may draft there, else the first unit in which they may. */
async function ownUnitOf(
  { tx, person }: Pick<CreateContext, 'tx' | 'person'>,
  accounts: readonly UsableAccount[],
): Promise<string> {
  const mayDraftIn = (unitId: string) => holds(person.grants, 'publication.draft', unitId)
  const ofAccount = accounts.map((account) => account.unitId).find(mayDraftIn)
  if (ofAccount !== undefined) return ofAccount
  const rows = await tx
    .select({ id: units.id })
    .from(units)
    .where(and(isNull(units.endedAt)))
    .orderBy(asc(units.createdAt), asc(units.id))
  return rows.map((row) => row.id).find(mayDraftIn) ?? refuseMissing()
}

/** What a publication keeps for lists before anything happened to it. */
export const newPublicationFacts = {
  version: 1,
  timeVersion: 1,
  accountIds: [],
  restrictedAccountIds: [],
  isExecutive: false,
  isTimeBound: false,
  stepsRequired: 0,
  stepsDecided: 0,
  waitingFor: [],
  openQuestions: 0,
  questionsAfterSignature: 0,
  acknowledgedCount: 0,
  blockingFindings: 0,
  warningFindings: 0,
  isHeld: false,
  variantCount: 0,
  postedCount: 0,
  notPostedCount: 0,
  withdrawnCount: 0,
}
