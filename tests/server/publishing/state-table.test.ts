import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type PublicationCommand,
  type PublicationPhase,
  phaseOf,
  publicationPhases,
} from '../../../domain/publications/states.ts'
import { phaseAfter } from '../../../domain/publications/transitions.ts'
import { approve } from '../../../server/approvals/approve.ts'
import { askForChanges } from '../../../server/approvals/ask-for-changes.ts'
import { reject } from '../../../server/approvals/reject.ts'
import { revoke } from '../../../server/approvals/revoke.ts'
import { submit } from '../../../server/approvals/submit.ts'
import { Refused } from '../../../server/infrastructure/refuse.ts'
import { cancel } from '../../../server/publications/cancel.ts'
import { confirm } from '../../../server/publishing/confirm.ts'
import { handOver } from '../../../server/publishing/hand-over.ts'
import { notPosted } from '../../../server/publishing/not-posted.ts'
import { withdrawPost } from '../../../server/publishing/withdraw-post.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { aDraft, anApproved, aSubmission, decisionsOn, grant, rowOf, stepsOf } from '../approvals/support.ts'
import { PLANNED, variantsOf } from './support.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
  await grant(scene, scene.people.approver, 'approver', scene.otherUnit)
})
afterAll(() => scene.drop())
beforeEach(() => scene.at(STORY_MOMENT))

const link = 'https://contoh.example/status/1'
const accounts = () => ({ accountIds: [scene.accounts.x, scene.accounts.otherFacebook] })

/** A publication on two accounts brought into a phase by commands alone, at the moment of its planned time. */
async function inPhase(phase: PublicationPhase): Promise<string> {
  const { planner } = scene.people
  if (phase === 'idea') return aDraft(scene, { accountIds: [], unitId: scene.unit })
  if (phase === 'draft') return aDraft(scene, accounts())
  if (phase === 'in_review') return (await aSubmission(scene, accounts())).publicationId
  if (phase === 'cancelled') {
    const publicationId = await aDraft(scene, accounts())
    await planner.call(cancel, { publicationId })
    return publicationId
  }
  const { publicationId } = await anApproved(scene, accounts())
  scene.at(PLANNED)
  if (phase === 'approved') return publicationId
  await planner.call(handOver, { publicationId })
  if (phase === 'published') {
    const [variant] = await variantsOf(scene, publicationId)
    const named = { publicationId, variantId: variant?.id ?? '' }
    await planner.call(confirm, { ...named, link, happenedAt: null })
  }
  return publicationId
}

type Act = (publicationId: string) => Promise<unknown>

async function decidingOn(publicationId: string) {
  const [step] = await stepsOf(scene, publicationId)
  const { contentHash } = await rowOf(scene, publicationId)
  const stepId = step?.id ?? randomUUID()
  return { publicationId, stepId, contentHash: contentHash ?? 'a'.repeat(64), comment: 'Ringkas.' }
}

async function lastVariant(publicationId: string) {
  const found = await variantsOf(scene, publicationId)
  return { publicationId, variantId: found.at(-1)?.id ?? randomUUID() }
}

async function firstVariant(publicationId: string) {
  const [variant] = await variantsOf(scene, publicationId)
  return { publicationId, variantId: variant?.id ?? randomUUID() }
}

/** Each command of the two rooms, by the transition it makes. */
const acts: Partial<Record<PublicationCommand, Act>> = {
  submit: (publicationId) => scene.people.planner.call(submit, { publicationId }),
  approve_last: async (id) => scene.people.approver.call(approve, await decidingOn(id)),
  ask_for_changes: async (id) => scene.people.approver.call(askForChanges, await decidingOn(id)),
  reject: async (id) => scene.people.approver.call(reject, await decidingOn(id)),
  revoke: async (publicationId) => {
    const [decision] = await decisionsOn(scene, publicationId)
    const decisionId = decision?.id ?? randomUUID()
    return scene.people.approver.call(revoke, { publicationId, decisionId })
  },
  hand_over: (publicationId) => scene.people.planner.call(handOver, { publicationId }),
  post_variant: async (id) =>
    scene.people.planner.call(confirm, { ...(await lastVariant(id)), link, happenedAt: null }),
  mark_not_posted: async (id) =>
    scene.people.planner.call(notPosted, { ...(await lastVariant(id)), reason: 'Akun terkunci.' }),
  withdraw_post: async (id) =>
    scene.people.planner.call(withdrawPost, {
      ...(await firstVariant(id)),
      reason: 'Angka keliru.',
      replacementId: null,
    }),
}

/** In review nobody has decided yet, so there is no decision of one's own to revoke. */
const nothingToActOn = (phase: PublicationPhase, command: PublicationCommand) =>
  phase === 'in_review' && command === 'revoke'

describe.each(publicationPhases)('what is %s', (phase) => {
  it.each(Object.keys(acts) as PublicationCommand[])(
    'answers %s as the table of transitions says',
    async (command) => {
      const publicationId = await inPhase(phase)
      const act = acts[command]
      const after = nothingToActOn(phase, command) ? null : phaseAfter(phase, command)
      const before = await rowOf(scene, publicationId)
      const went = await act?.(publicationId).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Refused) return false
          throw error
        },
      )
      expect({ phase, command, went }).toEqual({ phase, command, went: after !== null })
      expect(phaseOf(await rowOf(scene, publicationId))).toBe(after ?? phaseOf(before))
    },
  )
})
