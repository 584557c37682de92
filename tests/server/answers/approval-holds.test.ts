import { afterEach, beforeEach, expect, test } from 'vitest'
import { libraryInput } from '../../../domain/answers/input.ts'
import { change } from '../../../server/answers/change.ts'
import { confirm } from '../../../server/answers/confirm.ts'
import { copy } from '../../../server/answers/copy.ts'
import { library } from '../../../server/answers/library.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { refusalOf } from '../approvals/support.ts'
import { aPublication, approved, written } from './support.ts'

let scene: TestAgency
beforeEach(async () => {
  scene = await anAgency()
})
afterEach(() => scene.drop())

const EARLIER = '2026-12-01T00:00:00.000Z'
const END = '2026-12-10T00:00:00.000Z'
const AFTER_END = '2026-12-20T00:00:00.000Z'
const YEAR_LATER = '2027-12-10T00:00:00.000Z'

const taking = (entry: { id: string; wordingHash: string }) =>
  scene.people.agent.call(copy, { entryId: entry.id, wordingSeen: entry.wordingHash, form: 'chat' })

test('an answer attached to a plan is not offered before the post, whatever its beginning says', async () => {
  const publicationId = await aPublication(scene, [scene.accounts.x])
  const made = await approved(scene, 'Kapan dibuka?', 'Senin.', { publicationId, validFrom: EARLIER })
  expect(await refusalOf(taking(made))).toMatchObject({
    code: 'answer_not_approved',
    data: { validity: 'not_yet' },
  })
  const shown = await scene.people.agent.look(library, libraryInput.parse({ words: '', filter: 'approved' }))
  expect(shown.entries).toEqual([])
})

test('nor after its beginning was changed', async () => {
  const publicationId = await aPublication(scene, [scene.accounts.x])
  const made = await approved(scene, 'Kapan dibuka?', 'Senin.', { publicationId })
  const changes = { validFrom: EARLIER }
  await scene.people.leadAgent.call(change, { entryId: made.id, version: 2, changes }).catch(() => null)
  await scene.people.planner.call(change, { entryId: made.id, version: 2, changes }).catch(() => null)
  expect((await refusalOf(taking(made))).code).toBe('answer_not_approved')
})

test('an expired answer is not prolonged without its verifier', async () => {
  const { planner, leadAgent } = scene.people
  const made = await approved(scene, 'Kapan ditutup?', 'Jumat.', {
    verifierId: leadAgent.id,
    validUntil: END,
  })
  scene.at(AFTER_END)
  const changes = { validUntil: YEAR_LATER }
  await planner.call(change, { entryId: made.id, version: 2, changes })
  expect(await refusalOf(taking(made))).toMatchObject({ data: { validity: 'unverified' } })
  await leadAgent.call(confirm, { entryId: made.id, wordingSeen: made.wordingHash })
  expect(await taking(made)).toEqual({ text: 'Jumat.' })
})

test('its verifier prolongs an answer and it stays confirmed', async () => {
  const { planner } = scene.people
  const made = await written(scene, 'Kapan tutup?', 'Sabtu.', { verifierId: planner.id, validUntil: END })
  await planner.call(confirm, { entryId: made.id, wordingSeen: made.wordingHash })
  await planner.call(change, { entryId: made.id, version: 2, changes: { validUntil: YEAR_LATER } })
  expect(await taking(made)).toEqual({ text: 'Sabtu.' })
})

test('a writer does not take over as verifier from the one that was named', async () => {
  const { planner, leadAgent } = scene.people
  const made = await written(scene, 'Berapa biaya?', 'Gratis.', { verifierId: leadAgent.id })
  for (const verifierId of [planner.id, null]) {
    const work = planner.call(change, { entryId: made.id, version: 1, changes: { verifierId } })
    expect((await refusalOf(work)).code).toBe('not_the_verifier')
  }
  const confirming = planner.call(confirm, { entryId: made.id, wordingSeen: made.wordingHash })
  expect((await refusalOf(confirming)).code).toBe('not_the_verifier')
})

test('a verifier hands the entry on', async () => {
  const { planner, secondPlanner, leadAgent } = scene.people
  const made = await written(scene, 'Berapa lama?', 'Sehari.', { verifierId: planner.id })
  const given = { entryId: made.id, version: 1, changes: { verifierId: secondPlanner.id } }
  const { version } = await planner.call(change, given)
  await leadAgent.call(change, { entryId: made.id, version, changes: { verifierId: leadAgent.id } })
  await leadAgent.call(confirm, { entryId: made.id, wordingSeen: made.wordingHash })
  expect(await taking(made)).toEqual({ text: 'Sehari.' })
})
