import { and, eq } from 'drizzle-orm'
import { decisions, steps } from '../../../db/schema/approvals.ts'
import { delegations, roleGrants } from '../../../db/schema/people.ts'
import { publications, submissions } from '../../../db/schema/publications.ts'
import { outbox } from '../../../db/schema/records.ts'
import type { Role } from '../../../domain/permissions.ts'
import { approve } from '../../../server/approvals/approve.ts'
import { submit } from '../../../server/approvals/submit.ts'
import { Refused } from '../../../server/infrastructure/refuse.ts'
import { create } from '../../../server/publications/create.ts'
import type { ActingPerson, TestAgency } from '../../support/agency.ts'

type CreateInput = Parameters<typeof create.run>[0]['input']

/** A draft on X, planned for Thursday 10 December 2026, 09.00 in Jakarta. */
export async function aDraft(
  scene: TestAgency,
  given: Partial<CreateInput> = {},
  by: ActingPerson = scene.people.planner,
): Promise<string> {
  const { id } = await by.call(create, {
    title: 'Pengingat: siapkan berkas',
    objective: 'promote',
    subjectClass: 'information',
    time: { kind: 'exact', day: '2026-12-10', clock: '09:00' },
    accountIds: [scene.accounts.x],
    campaignId: null,
    unitId: null,
    mainText: 'Siapkan KTP dan kartu keluarga.',
    mainLink: null,
    language: 'id',
    notes: '',
    ...given,
  })
  return id
}

/** A draft put before its approvers. */
export async function aSubmission(
  scene: TestAgency,
  given: Partial<CreateInput> = {},
  by: ActingPerson = scene.people.planner,
) {
  const publicationId = await aDraft(scene, given, by)
  const { contentHash } = await by.call(submit, { publicationId })
  return { publicationId, contentHash, steps: await stepsOf(scene, publicationId) }
}

/** One approved by everybody it asks: institutional by Hendra, executive by Hendra and the leader's delegate. */
export async function anApproved(scene: TestAgency, given: Partial<CreateInput> = {}) {
  const submitted = await aSubmission(scene, given)
  for (const step of submitted.steps) {
    // One decision counts for every step it may fill.
    if ((await rowOf(scene, submitted.publicationId)).state === 'approved') break
    const by = step.approver === 'office_holder' ? scene.people.delegate : scene.people.approver
    await by.call(approve, { ...submitted, stepId: step.id, comment: '' })
  }
  return submitted
}

export async function rowOf(scene: TestAgency, id: string) {
  const [row] = await scene.database.store.db.select().from(publications).where(eq(publications.id, id))
  if (!row) throw new Error('no such publication')
  return row
}

/** The steps of the live submission, in order. */
export async function stepsOf(scene: TestAgency, publicationId: string) {
  const rows = await scene.database.store.db
    .select({ step: steps })
    .from(steps)
    .innerJoin(publications, eq(publications.submissionId, steps.submissionId))
    .where(eq(publications.id, publicationId))
    .orderBy(steps.position)
  return rows.map((row) => row.step)
}

/** The step of that place; fails where there is none. */
export function stepAt<S>(found: readonly S[], index: number): S {
  const step = found[index]
  if (step === undefined) throw new Error(`no step ${index}`)
  return step
}

export function decisionsOn(scene: TestAgency, publicationId: string) {
  return scene.database.store.db
    .select()
    .from(decisions)
    .where(eq(decisions.publicationId, publicationId))
    .orderBy(decisions.decidedAt)
}

export function submissionsOf(scene: TestAgency, publicationId: string) {
  return scene.database.store.db
    .select()
    .from(submissions)
    .where(eq(submissions.publicationId, publicationId))
    .orderBy(submissions.submittedAt)
}

export async function eventsOf(scene: TestAgency, publicationId: string, action: string) {
  return scene.database.store.db
    .select({ data: outbox.data, personId: outbox.personId })
    .from(outbox)
    .where(and(eq(outbox.subjectId, publicationId), eq(outbox.action, action)))
    .orderBy(outbox.position)
}

export async function grant(scene: TestAgency, person: { id: string }, role: Role, unitId: string | null) {
  await scene.database.store.transaction((tx) =>
    tx.insert(roleGrants).values({ personId: person.id, role, unitId, grantedAt: scene.now() }),
  )
}

export async function endRole(scene: TestAgency, person: { id: string }, role: Role) {
  await scene.database.store.transaction((tx) =>
    tx
      .update(roleGrants)
      .set({ endedAt: scene.now() })
      .where(and(eq(roleGrants.personId, person.id), eq(roleGrants.role, role))),
  )
}

/** A delegation of the leader, running from the day before the story to two days after it. */
export async function aDelegation(
  scene: TestAgency,
  to: { id: string },
  given: Partial<typeof delegations.$inferInsert> = {},
): Promise<string> {
  return scene.database.store.transaction(async (tx) => {
    const [row] = await tx
      .insert(delegations)
      .values({
        leaderId: scene.people.leader.id,
        delegateId: to.id,
        startsAt: '2026-12-08T00:00:00.000Z',
        endsAt: '2026-12-11T00:00:00.000Z',
        subjectClasses: null,
        letterNumber: 'ND-12/2026',
        enteredBy: scene.people.privateOffice.id,
        enteredAt: scene.now(),
        ...given,
      })
      .returning({ id: delegations.id })
    return row?.id ?? ''
  })
}

export async function refusalOf(
  work: Promise<unknown>,
): Promise<{ code: string; data: Record<string, unknown> }> {
  try {
    await work
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, data: error.data as Record<string, unknown> }
    throw error
  }
  throw new Error('it was not refused')
}
