import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts } from '../../../db/schema/accounts.ts'
import { publications, variants } from '../../../db/schema/publications.ts'
import { clockOf } from '../../../domain/time.ts'
import { importPlan } from '../../../server/publications/import-plan.ts'
import { previewPlan } from '../../../server/publications/preview-plan.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { planShapes } from './plan-shapes.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
})
afterAll(() => scene.drop())

/** What stands in the database of the publications made from here on, in the words of the shapes. */
async function madeSince(known: ReadonlySet<string>): Promise<string[]> {
  const { db } = scene.world.store
  const rows = await db.select().from(publications).orderBy(publications.id)
  return Promise.all(
    rows
      .filter(({ id }) => !known.has(id))
      .map(async (row) => {
        const own = await db
          .select({ platform: accounts.platform, text: variants.ownText })
          .from(variants)
          .innerJoin(accounts, eq(accounts.id, variants.accountId))
          .where(eq(variants.publicationId, row.id))
          .orderBy(accounts.platform)
        const hour = row.plannedAt === null ? '?' : clockOf(row.plannedAt, 'Asia/Jakarta')
        const certain = row.timeKind === 'tentative' ? 'tentative' : hour
        const when = row.plannedDay === null ? 'none' : `${row.plannedDay} ${certain}`
        const texts = own.flatMap(({ platform, text }) => (text === null ? [] : [`, ${platform}: ${text}`]))
        const names = own.map(({ platform }) => platform).join(', ')
        return `${when} | ${row.title} | ${names} | ${row.mainText}${texts.join('')}`
      }),
  )
}

test.each(planShapes)('$name', async ({ bytes, expected, notes = [] }) => {
  const { planner } = scene.people
  const preview = await planner.look(previewPlan, {
    content: Buffer.from(await bytes()).toString('base64'),
    unitId: scene.unit,
    columns: null,
    sheets: null,
    dayOrder: null,
    objective: null,
  })
  expect(preview.rows.flatMap(({ problems }) => problems)).toEqual([])
  expect(preview.notes.map(({ code }) => code)).toEqual(notes)
  const before = await scene.world.store.db.select({ id: publications.id }).from(publications)
  const rows = preview.rows.flatMap(({ row }) => (row === null ? [] : [row]))
  await planner.call(importPlan, { unitId: scene.unit, rows })
  expect(await madeSince(new Set(before.map(({ id }) => id)))).toEqual(expected)
})
