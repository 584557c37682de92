import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decisions, steps } from '../../../db/schema/approvals.ts'
import { authors, publications, submissions } from '../../../db/schema/publications.ts'
import { handovers, outcomes } from '../../../db/schema/publishing.ts'
import { outcomeOf } from '../../../domain/approvals/outcome.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { anApproved, aSubmission, decisionsOn, rowOf, stepAt } from '../approvals/support.ts'
import { aHandedOver, PLANNED, variantAt } from './support.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
})
afterAll(() => scene.drop())
beforeEach(() => scene.at(STORY_MOMENT))

/** Writes a hand-over past every command. */
async function handOverRaw(publicationId: string, given: Partial<typeof handovers.$inferInsert> = {}) {
  const row = await rowOf(scene, publicationId)
  return scene.database.store.transaction((tx) =>
    tx.insert(handovers).values({
      publicationId,
      submissionId: row.submissionId ?? '',
      contentHash: row.contentHash ?? '',
      handedOverAt: PLANNED,
      ...given,
    }),
  )
}

const shut = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'open'
  } catch (error) {
    const told = error instanceof Error ? `${error.message}\n${error.cause ?? ''}` : String(error)
    return /the gate is shut: ([^\n]*)/.exec(told)?.[1] ?? told
  }
}

describe('the database itself', () => {
  it('lets a hand-over through that is approved', async () => {
    const { publicationId } = await anApproved(scene)
    expect(await shut(handOverRaw(publicationId))).toBe('open')
  })

  it('refuses one whose step is not decided, whatever the publication’s row says', async () => {
    const { publicationId } = await aSubmission(scene)
    await scene.database.store.transaction((tx) =>
      tx
        .update(publications)
        .set({ state: 'approved', stepsDecided: 1 })
        .where(sql`id = ${publicationId}::uuid`),
    )
    expect(await shut(handOverRaw(publicationId))).toBe('a step is not decided')
  })

  it('refuses one whose approval was revoked', async () => {
    const { publicationId } = await anApproved(scene)
    await scene.database.store.transaction((tx) =>
      tx
        .update(decisions)
        .set({ revokedAt: STORY_MOMENT })
        .where(sql`publication_id = ${publicationId}::uuid`),
    )
    expect(await shut(handOverRaw(publicationId))).toBe('a step is not decided')
  })

  it('refuses one whose content is not the one submitted', async () => {
    const { publicationId } = await anApproved(scene)
    await scene.database.store.transaction((tx) =>
      tx
        .update(publications)
        .set({ contentHash: 'b'.repeat(64) })
        .where(sql`id = ${publicationId}::uuid`),
    )
    const { contentHash } = await rowOf(scene, publicationId)
    expect(contentHash).toBe('b'.repeat(64))
    expect(await shut(handOverRaw(publicationId))).toBe('the content is not the one submitted')
  })

  it('refuses one whose submission ended, and one on another publication’s submission', async () => {
    const ended = await anApproved(scene)
    const row = await rowOf(scene, ended.publicationId)
    await scene.database.store.transaction((tx) =>
      tx
        .update(submissions)
        .set({ endedAt: STORY_MOMENT, endedWhy: 'withdrawn' })
        .where(sql`id = ${row.submissionId}::uuid`),
    )
    expect(await shut(handOverRaw(ended.publicationId))).toBe('its submission is not live')
    const other = await anApproved(scene)
    const foreign = { submissionId: (await rowOf(scene, other.publicationId)).submissionId ?? '' }
    const another = await anApproved(scene)
    expect(await shut(handOverRaw(another.publicationId, foreign))).toBe('its submission is not live')
  })

  it('refuses one that its own author approved, by whatever way the decision came there', async () => {
    const { publicationId } = await anApproved(scene)
    await scene.database.store.transaction((tx) =>
      tx.insert(authors).values({
        publicationId,
        personId: scene.people.approver.id,
        firstAt: '2026-12-08T00:00:00.000Z',
      }),
    )
    expect(await shut(handOverRaw(publicationId))).toBe('a step is not decided')
  })

  it('refuses an outcome without a hand-over of that publication, and a post once the approval is gone', async () => {
    const out = await aHandedOver(scene)
    const other = await aHandedOver(scene)
    const [own] = await scene.database.store.db
      .select()
      .from(handovers)
      .where(sql`publication_id = ${out.publicationId}::uuid`)
    const outcome = (given: Partial<typeof outcomes.$inferInsert>) =>
      scene.database.store.transaction((tx) =>
        tx.insert(outcomes).values({
          publicationId: out.publicationId,
          variantId: variantAt(out.variants, 0).id,
          handoverId: own?.id ?? '',
          kind: 'posted',
          happenedAt: PLANNED,
          recordedBy: scene.people.planner.id,
          recordedAt: PLANNED,
          ...given,
        }),
      )
    expect(await shut(outcome({ variantId: variantAt(other.variants, 0).id }))).toBe(
      'the outcome is of another publication',
    )
    expect(await shut(outcome({ publicationId: other.publicationId }))).toBe(
      'the outcome is of another publication',
    )
    await scene.database.store.transaction((tx) =>
      tx
        .update(publications)
        .set({ contentHash: 'c'.repeat(64) })
        .where(sql`id = ${out.publicationId}::uuid`),
    )
    expect(await shut(outcome({}))).toBe('the content is not the one handed over')
  })

  it('takes back no decision and no submission on which something was handed over', async () => {
    const { publicationId } = await aHandedOver(scene)
    const row = await rowOf(scene, publicationId)
    const revoking = scene.database.store.transaction((tx) =>
      tx.update(decisions).set({ revokedAt: PLANNED }).where(sql`publication_id = ${publicationId}::uuid`),
    )
    expect(await shut(revoking)).toBe('it was handed over on what is being taken back')
    const ending = scene.database.store.transaction((tx) =>
      tx
        .update(submissions)
        .set({ endedAt: PLANNED, endedWhy: 'withdrawn' })
        .where(sql`id = ${row.submissionId}::uuid`),
    )
    expect(await shut(ending)).toBe('it was handed over on what is being taken back')
    expect((await decisionsOn(scene, publicationId))[0]?.revokedAt).toBeNull()
  })
})

describe('gate and rule', () => {
  it('say the same of any steps and decisions', async () => {
    const { publicationId } = await aSubmission(scene)
    const row = await rowOf(scene, publicationId)
    const submissionId = row.submissionId ?? ''
    const hash = row.contentHash ?? ''
    const { approver, secondApprover, delegate, leader } = scene.people
    const persons = [approver.id, secondApprover.id, delegate.id]
    let seed = 7
    const random = (count: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((seed / 2_147_483_648) * count)
    }
    let open = 0
    for (let round = 0; round < 120; round++) {
      class TakenBack extends Error {}
      const attempt = scene.database.store.transaction(async (tx) => {
        const extra = Array.from({ length: random(3) }, (_, index) => ({
          submissionId,
          position: index + 2,
          approver: 'unit_approver' as const,
          needs: random(2) === 0 ? ('any' as const) : ('all' as const),
          unitId: scene.unit,
          policies: [`list ${index}`],
          asked: persons.filter(() => random(2) === 0),
          dueAt: STORY_MOMENT,
        }))
        if (extra.length > 0) await tx.insert(steps).values(extra)
        const own = await tx.select().from(steps).where(sql`submission_id = ${submissionId}::uuid`)
        for (const step of own) {
          for (const personId of persons.filter(() => random(3) > 0)) {
            await tx.insert(decisions).values({
              publicationId,
              submissionId,
              stepId: step.id,
              kind: random(12) === 0 ? 'reject' : 'approve',
              personId,
              onBehalfOfId: random(4) === 0 ? leader.id : null,
              contentHash: random(8) === 0 ? 'd'.repeat(64) : hash,
              comment: '',
              decidedAt: STORY_MOMENT,
              revokedAt: random(6) === 0 ? STORY_MOMENT : null,
            })
          }
        }
        const made = await tx.select().from(decisions).where(sql`submission_id = ${submissionId}::uuid`)
        const [gate] = await tx.execute<{ is_open: boolean }>(
          sql`select is_approved(${submissionId}::uuid, ${hash}) as is_open`,
        )
        const byRule = outcomeOf(own, made, hash).state === 'complete'
        expect({ round, isOpen: gate?.is_open }).toEqual({ round, isOpen: byRule })
        if (byRule) open++
        throw new TakenBack()
      })
      await expect(attempt).rejects.toBeInstanceOf(TakenBack)
    }
    expect(open).toBeGreaterThan(5)
    expect(open).toBeLessThan(115)
  })

  it('a person who filled two steps of one list opens nothing', async () => {
    const submitted = await aSubmission(scene)
    const row = await rowOf(scene, submitted.publicationId)
    const { approver } = scene.people
    const first = stepAt(submitted.steps, 0)
    await scene.database.store.transaction(async (tx) => {
      const [second] = await tx
        .insert(steps)
        .values({ ...first, id: undefined, position: 2 })
        .returning()
      const common = {
        publicationId: submitted.publicationId,
        submissionId: row.submissionId ?? '',
        kind: 'approve' as const,
        personId: approver.id,
        contentHash: submitted.contentHash,
        comment: '',
        decidedAt: STORY_MOMENT,
      }
      await tx.insert(decisions).values([
        { ...common, stepId: first.id },
        { ...common, stepId: second?.id ?? '' },
      ])
    })
    expect(await shut(handOverRaw(submitted.publicationId))).toBe('a step is not decided')
  })
})
