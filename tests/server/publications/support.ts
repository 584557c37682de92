import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { decisions, steps } from '../../../db/schema/approvals.ts'
import { files } from '../../../db/schema/files.ts'
import { publications, submissions, variants } from '../../../db/schema/publications.ts'
import { outbox } from '../../../db/schema/records.ts'
import type { PublicationPhase } from '../../../domain/publications/states.ts'
import type { Refusals } from '../../../domain/refusals.ts'
import { Refused } from '../../../server/infrastructure/refuse.ts'
import { accountsSaidOn } from '../../../server/publications/accounts-said-on.ts'
import { contentOf } from '../../../server/publications/content.ts'
import { create } from '../../../server/publications/create.ts'
import type { PublicationRow } from '../../../server/publications/lock.ts'
import type { ActingPerson, TestAgency } from '../../support/agency.ts'

type CreateInput = Parameters<typeof create.run>[0]['input']

/** A publication as a planner begins it; with an account it is a draft. */
export async function aPublication(
  agency: TestAgency,
  given: Partial<CreateInput> = {},
  by: ActingPerson = agency.people.planner,
): Promise<PublicationRow> {
  const { id } = await by.call(create, {
    title: 'Pendaftaran gelombang II dibuka',
    objective: 'promote',
    subjectClass: 'information',
    time: { kind: 'exact', day: '2026-12-14', clock: '08:00' },
    accountIds: [agency.accounts.x],
    campaignId: null,
    unitId: null,
    mainText: 'Sobat Contoh, pendaftaran sudah dibuka.',
    mainLink: null,
    language: 'id',
    notes: '',
    ...given,
  })
  return rowOf(agency, id)
}

export async function rowOf(agency: TestAgency, id: string): Promise<PublicationRow> {
  const [row] = await agency.database.store.db.select().from(publications).where(eq(publications.id, id))
  if (!row) throw new Error('no such publication')
  return row
}

export async function variantsOf(agency: TestAgency, id: string) {
  return agency.database.store.db
    .select()
    .from(variants)
    .where(eq(variants.publicationId, id))
    .orderBy(variants.id)
}

/** Brings a publication into a phase, its rows as the rooms above would have written them. */
export async function bring(
  agency: TestAgency,
  publication: { id: string },
  phase: PublicationPhase,
): Promise<PublicationRow> {
  const { planner, approver } = agency.people
  const at = agency.now()
  await agency.database.store.transaction(async (tx) => {
    const set = (values: Partial<PublicationRow>) =>
      tx.update(publications).set(values).where(eq(publications.id, publication.id))
    if (phase === 'idea' || phase === 'draft' || phase === 'cancelled') return set({ state: phase })
    const content = await contentOf(tx, publication.id)
    const [row] = await tx.select().from(publications).where(eq(publications.id, publication.id))
    const [submission] = await tx
      .insert(submissions)
      .values({
        publicationId: publication.id,
        contentHash: row?.contentHash ?? '',
        content,
        accounts: await accountsSaidOn(tx, publication.id),
        submittedBy: planner.id,
        submittedAt: at,
      })
      .returning()
    const [step] = await tx
      .insert(steps)
      .values({
        submissionId: submission?.id ?? '',
        position: 1,
        approver: 'unit_approver',
        needs: 'any',
        unitId: agency.unit,
        policies: ['institutional'],
        asked: [approver.id],
        dueAt: at,
      })
      .returning()
    await set({
      state: 'in_review',
      submissionId: submission?.id ?? null,
      stepsRequired: 1,
      waitingFor: [approver.id],
    })
    if (phase === 'in_review') return
    await tx.insert(decisions).values({
      publicationId: publication.id,
      submissionId: submission?.id ?? '',
      stepId: step?.id ?? '',
      kind: 'approve',
      personId: approver.id,
      contentHash: row?.contentHash ?? '',
      comment: '',
      decidedAt: at,
    })
    await set({ state: 'approved', stepsDecided: 1, waitingFor: [] })
    if (phase === 'handed_over') await set({ handedOverAt: at })
    if (phase === 'published') await set({ handedOverAt: at, state: 'published' })
  })
  return rowOf(agency, publication.id)
}

/** What the call is refused with; fails where it goes through. */
export async function refusalOf(work: Promise<unknown>): Promise<{ code: string; data: unknown }> {
  try {
    await work
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, data: error.data }
    throw error
  }
  throw new Error('it was not refused')
}

export async function conflictOf(work: Promise<unknown>): Promise<Refusals['conflict']> {
  const refusal = await refusalOf(work)
  if (refusal.code !== 'conflict') throw new Error(`refused with ${refusal.code}`)
  return refusal.data as Refusals['conflict']
}

export async function eventsOf(agency: TestAgency, publicationId: string) {
  const rows = await agency.database.store.db
    .select({ action: outbox.action, data: outbox.data })
    .from(outbox)
    .where(eq(outbox.subjectId, publicationId))
    .orderBy(outbox.position)
  return rows
}

export function anImage(agency: TestAgency, by: { id: string }, name = 'poster.png'): Promise<string> {
  return aFile(agency, by, { name, mimeType: 'image/png', widthPx: 1080, heightPx: 1080 })
}

/** A row of a file whose bytes no test reads. */
export async function aFile(
  agency: TestAgency,
  by: { id: string },
  given: { name: string; mimeType: string; widthPx?: number; heightPx?: number; durationMs?: number },
): Promise<string> {
  return agency.database.store.transaction(async (tx) => {
    const [row] = await tx
      .insert(files)
      .values({
        sha256: randomUUID().replaceAll('-', '').padEnd(64, '0'),
        widthPx: 0,
        heightPx: 0,
        ...given,
        sizeBytes: 412_000,
        uploadedBy: by.id,
        uploadedAt: agency.now(),
      })
      .returning({ id: files.id })
    return row?.id ?? ''
  })
}
