import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { audit } from '../../../db/schema/records.ts'
import { addAccountInput } from '../../../domain/accounts/input.ts'
import { add } from '../../../server/accounts/add.ts'
import { addToCircle } from '../../../server/accounts/add-to-circle.ts'
import { change } from '../../../server/accounts/change.ts'
import { circle } from '../../../server/accounts/circle-list.ts'
import { end } from '../../../server/accounts/end.ts'
import { list } from '../../../server/accounts/list.ts'
import { removeFromCircle } from '../../../server/accounts/remove-from-circle.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
})
afterAll(() => scene.drop())

const anAccount = (fields: object = {}) =>
  addAccountInput.parse({
    unitId: scene.unit,
    platform: 'tiktok',
    handle: `@uji${Math.random().toString(36).slice(2, 8)}`,
    displayName: 'Akun Uji',
    kind: 'institutional',
    ...fields,
  })

test('an administrator adds an account and everybody signed in sees it', async () => {
  const input = anAccount({ handle: '@baru' })
  const { id } = await scene.people.administrator.call(add, input)
  const seen = await scene.people.agent.look(list, { withEnded: false })
  expect(seen.mayManage).toBe(false)
  expect(seen.accounts.find((account) => account.id === id)).toMatchObject({
    handle: '@baru',
    platform: 'tiktok',
    minimumMinutes: 60,
    mayPlan: false,
  })
  const planned = await scene.people.planner.look(list, { withEnded: false })
  expect(planned.accounts.find((account) => account.id === id)?.mayPlan).toBe(true)
})

test('nobody but an administrator adds, changes or ends an account', async () => {
  const { x } = scene.accounts
  const { planner, privateOffice, reader } = scene.people
  for (const person of [planner, privateOffice, reader]) {
    await expect(person.call(add, anAccount())).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(person.call(change, { id: x, version: 1, displayName: 'Lain' })).rejects.toMatchObject({
      code: 'not_allowed',
    })
    await expect(person.call(end, { id: x })).rejects.toMatchObject({ code: 'not_allowed' })
  }
})

test('a handle is used once on a platform, with or without the @ and whatever its letters', async () => {
  const { administrator } = scene.people
  await administrator.call(add, anAccount({ handle: '@Sekali' }))
  await expect(administrator.call(add, anAccount({ handle: 'sekali' }))).rejects.toMatchObject({
    code: 'account_exists',
    data: { handle: '@Sekali' },
  })
  await administrator.call(add, anAccount({ handle: 'sekali', platform: 'x' }))
})

test('of two administrators adding one handle at once, one is told', async () => {
  const { administrator } = scene.people
  const elsewhere = scene.onSecond(administrator)
  const results = await Promise.allSettled([
    administrator.call(add, anAccount({ handle: '@berebut' })),
    elsewhere.call(add, anAccount({ handle: '@berebut' })),
  ])
  expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('an executive account asks for office-holder and office', () => {
  const given = { ...anAccount(), kind: 'executive' as const }
  const problems = addAccountInput.safeParse(given).error?.issues.map((issue) => issue.path.join('.'))
  expect(problems).toEqual(['officeHolder', 'office'])
})

test('an office-holder without a sign-in is entered by name', async () => {
  const input = anAccount({ kind: 'executive', officeHolder: { name: 'Budi Santoso' }, office: 'Dirjen' })
  const { id } = await scene.people.administrator.call(add, input)
  const seen = await scene.people.reader.look(list, { withEnded: false })
  expect(seen.accounts.find((account) => account.id === id)).toMatchObject({
    officeHolder: { name: 'Budi Santoso' },
    office: 'Dirjen',
  })
})

test('an institutional account takes no office-holder', async () => {
  await expect(
    scene.people.administrator.call(change, {
      id: scene.accounts.instagram,
      version: 1,
      office: 'Menteri',
    }),
  ).rejects.toMatchObject({ code: 'account_not_executive' })
})

test('two changes of different fields merge, of the same field the second is told', async () => {
  const { administrator } = scene.people
  const { id } = await administrator.call(add, anAccount())
  await administrator.call(change, { id, version: 1, displayName: 'Pertama' })
  await administrator.call(change, { id, version: 1, minimumMinutes: 30 })
  await expect(administrator.call(change, { id, version: 1, displayName: 'Kedua' })).rejects.toMatchObject({
    code: 'conflict',
    data: { by: 'Andi Tenri', fields: [{ field: 'displayName', yours: 'Kedua', theirs: 'Pertama' }] },
  })
  const seen = await administrator.look(list, { withEnded: false })
  expect(seen.accounts.find((account) => account.id === id)).toMatchObject({
    displayName: 'Pertama',
    minimumMinutes: 30,
    version: 3,
  })
})

test('an account that ended is listed only when asked for and changes no more', async () => {
  const { administrator } = scene.people
  const { id } = await administrator.call(add, anAccount({ handle: '@usai' }))
  await administrator.call(end, { id })
  const present = await administrator.look(list, { withEnded: false })
  expect(present.accounts.some((account) => account.id === id)).toBe(false)
  const all = await administrator.look(list, { withEnded: true })
  expect(all.accounts.some((account) => account.id === id)).toBe(true)
  await expect(administrator.call(end, { id })).rejects.toMatchObject({ code: 'account_ended' })
  await administrator.call(add, anAccount({ handle: '@usai' }))
})

test('who is added by name belongs to the circle until taken out', async () => {
  const { administrator, otherPlanner } = scene.people
  const member = { accountId: scene.accounts.executive, personId: otherPlanner.id }
  const seesCircle = () => otherPlanner.look(circle, { accountId: scene.accounts.executive })
  await expect(seesCircle()).rejects.toMatchObject({ code: 'not_found' })
  await administrator.call(addToCircle, member)
  expect((await seesCircle()).named.map((person) => person.name)).toEqual(['Putu Lestari'])
  await expect(administrator.call(addToCircle, member)).rejects.toMatchObject({ code: 'circle_already_in' })
  await administrator.call(removeFromCircle, member)
  await expect(seesCircle()).rejects.toMatchObject({ code: 'not_found' })
})

test('nobody opens a circle to themselves', async () => {
  const { administrator } = scene.people
  await expect(
    administrator.call(addToCircle, { accountId: scene.accounts.executive, personId: administrator.id }),
  ).rejects.toMatchObject({ code: 'circle_not_yourself' })
})

test('the circle names the unit and the desk, and exists for administrator and circle only', async () => {
  const { administrator, planner, reader } = scene.people
  const input = { accountId: scene.accounts.executive }
  const seen = await planner.look(circle, input)
  expect(seen.mayManage).toBe(false)
  expect(seen.officeHolder?.name).toBe('Ratna Kusumawardhani')
  expect(seen.byRole.map((person) => person.name)).toEqual(
    expect.arrayContaining(['Sekar Larasati', 'Nur Aisyah', 'Lestari Ginting', 'Hendra Wicaksono']),
  )
  expect(seen.byRole.map((person) => person.name)).not.toContain('Putu Lestari')
  expect((await administrator.look(circle, input)).mayManage).toBe(true)
  await expect(reader.look(circle, input)).rejects.toMatchObject({ code: 'not_found' })
  await expect(planner.look(circle, { accountId: scene.accounts.x })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('each change stands once in the audit', async () => {
  const { administrator } = scene.people
  const { id } = await administrator.call(add, anAccount())
  await administrator.call(change, { id, version: 1, displayName: 'Nama lain' })
  const rows = await scene.world.store.db.select().from(audit).where(eq(audit.subjectId, id))
  expect(rows.map((row) => row.action)).toEqual(['accounts.added', 'accounts.changed'])
})
