import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type PublicationCommand,
  publicationPhases,
  stateOfPhase,
} from '../../../domain/publications/states.ts'
import { phaseAfter } from '../../../domain/publications/transitions.ts'
import { addAccount } from '../../../server/publications/add-account.ts'
import { cancel } from '../../../server/publications/cancel.ts'
import { comment } from '../../../server/publications/comment.ts'
import { duplicate } from '../../../server/publications/duplicate.ts'
import { edit } from '../../../server/publications/edit.ts'
import { editVariant } from '../../../server/publications/edit-variant.ts'
import type { PublicationRow } from '../../../server/publications/lock.ts'
import { move } from '../../../server/publications/move.ts'
import { removeAccount } from '../../../server/publications/remove-account.ts'
import { setMedia } from '../../../server/publications/set-media.ts'
import { withdrawSubmission } from '../../../server/publications/withdraw-submission.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { anImage, aPublication, bring, refusalOf, rowOf, variantsOf } from './support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

type Act = {
  command: PublicationCommand
  isExecutive?: boolean
  run: (row: PublicationRow) => Promise<unknown>
}

const planner = () => agency.people.planner
const firstVariant = async (row: PublicationRow) => (await variantsOf(agency, row.id))[0]?.id ?? ''
const moved = (row: PublicationRow) =>
  planner().call(move, {
    publicationId: row.id,
    timeVersion: row.timeVersion,
    time: { kind: 'exact', day: '2026-12-22', clock: '13:00' },
    confirmsEndOfApproval: true,
  })

const acts: Record<string, Act> = {
  'editing the text': {
    command: 'edit_content',
    run: ({ id, version }) =>
      planner().call(edit, { publicationId: id, version, changes: { mainText: 'Lain' } }),
  },
  'editing the title': {
    command: 'edit_details',
    run: ({ id, version }) =>
      planner().call(edit, { publicationId: id, version, changes: { title: 'Lain' } }),
  },
  "editing a variant's text": {
    command: 'edit_content',
    run: async (row) =>
      planner().call(editVariant, {
        publicationId: row.id,
        variantId: await firstVariant(row),
        version: 1,
        changes: { ownText: 'Lain' },
      }),
  },
  'setting images': {
    command: 'edit_content',
    run: async ({ id, version }) =>
      planner().call(setMedia, {
        publicationId: id,
        variantId: null,
        version,
        images: [{ fileId: await anImage(agency, planner()), alternativeText: 'Poster' }],
      }),
  },
  'adding an account': {
    command: 'add_account',
    run: ({ id }) =>
      planner().call(addAccount, { publicationId: id, accountId: agency.accounts.otherFacebook }),
  },
  'removing an account': {
    command: 'remove_account',
    run: async (row) =>
      planner().call(removeAccount, { publicationId: row.id, variantId: await firstVariant(row) }),
  },
  moving: { command: 'move', run: moved },
  'moving where the time is bound': { command: 'move_bound_time', isExecutive: true, run: moved },
  cancelling: { command: 'cancel', run: ({ id }) => planner().call(cancel, { publicationId: id }) },
  'withdrawing the submission': {
    command: 'withdraw_submission',
    run: ({ id }) => planner().call(withdrawSubmission, { publicationId: id }),
  },
  duplicating: {
    command: 'duplicate',
    run: ({ id }) => planner().call(duplicate, { publicationId: id, isCorrection: false }),
  },
  commenting: {
    command: 'comment',
    run: ({ id }) => planner().call(comment, { publicationId: id, body: 'Baik', mentions: [] }),
  },
}

describe.each(Object.entries(acts))('%s', (_name, act) => {
  test.each(publicationPhases)('of a publication that is %s follows the table', async (phase) => {
    const { x, instagram, executive } = agency.accounts
    const accountIds = act.isExecutive ? [executive, x] : [x, instagram]
    const begun = await aPublication(agency, { accountIds })
    const before = await bring(agency, begun, phase)
    const next = phaseAfter(phase, act.command)
    if (next === null) {
      const refusal = await refusalOf(act.run(before))
      expect(refusal).toMatchObject({ code: 'not_in_this_state', data: { phase } })
      expect(await rowOf(agency, before.id)).toEqual(before)
      return
    }
    await act.run(before)
    const after = await rowOf(agency, before.id)
    expect(after.state).toBe(stateOfPhase(next))
    const isLive = after.state === 'in_review' || phase === next
    if (!isLive) expect(after.submissionId).toBeNull()
  })
})
