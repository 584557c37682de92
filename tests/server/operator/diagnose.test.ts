import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { people, roleGrants } from '../../../db/schema/people.ts'
import { publications } from '../../../db/schema/publications.ts'
import { outbox } from '../../../db/schema/records.ts'
import { diagnose } from '../../../server/operator/diagnose.ts'
import { create } from '../../../server/publications/create.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'

let agency: TestAgency
let publicationId: string

beforeAll(async () => {
  agency = await anAgency()
  const { store } = agency.world
  await store.transaction((tx) =>
    tx.update(people).set({ userId: 'andi' }).where(eq(people.id, agency.people.administrator.id)),
  )
  const made = await agency.people.planner.call(create, {
    title: 'Pengingat: siapkan berkas',
    unitId: agency.unit,
    objective: 'promote',
    subjectClass: 'information',
    accountIds: [agency.accounts.x, agency.accounts.instagram],
    time: { kind: 'none' },
    campaignId: null,
    mainText: 'Siapkan KTP.',
    mainLink: null,
    language: 'id',
    notes: '',
  })
  publicationId = made.id
})

afterAll(() => agency.drop())

const found = async () => (await diagnose(agency.world)).map((finding) => finding.check)

test('a sound database has no finding', async () => {
  expect(await diagnose(agency.world)).toEqual([])
})

test('facts that say something else than their rows are found', async () => {
  const { store } = agency.world
  const set = (values: Partial<typeof publications.$inferInsert>) =>
    store.transaction((tx) => tx.update(publications).set(values).where(eq(publications.id, publicationId)))
  const [before] = await store.db.select().from(publications).where(eq(publications.id, publicationId))
  if (!before) throw new Error('no publication')
  for (const values of [
    { contentHash: '0'.repeat(64) },
    { accountIds: [] },
    { restrictedAccountIds: [agency.accounts.executive] },
    { postedCount: 1 },
    { state: 'approved' as const },
    { stepsRequired: 2 },
    { stepsDecided: 1 },
    { briefingVersion: 3 },
    { signedVersion: 1 },
    { openQuestions: 1 },
    { questionsAfterSignature: 1 },
    { acknowledgedCount: 1 },
    { blockingFindings: before.blockingFindings + 1 },
    { warningFindings: before.warningFindings + 1 },
    { isHeld: true },
  ]) {
    await set(values)
    expect(await found()).toContain('facts of publications')
    await set(before)
  }
  expect(await found()).toEqual([])
})

test('an agency nobody can manage, and an event without its audit entry, are found', async () => {
  const { store } = agency.world
  const administrator = eq(roleGrants.personId, agency.people.administrator.id)
  await store.transaction((tx) => tx.update(roleGrants).set({ endedAt: agency.now() }).where(administrator))
  expect(await found()).toEqual(['one active administrator'])
  await store.transaction((tx) => tx.update(roleGrants).set({ endedAt: null }).where(administrator))
  await store.transaction((tx) =>
    tx.insert(outbox).values({
      transactionId: '1',
      at: agency.now(),
      room: 'marks',
      subjectId: randomUUID(),
      version: 1,
      action: 'marks.forged',
      data: {},
      toldAt: agency.now(),
    }),
  )
  expect(await found()).toEqual(['records'])
})
