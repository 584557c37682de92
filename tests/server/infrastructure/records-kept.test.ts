import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recorder } from '../../../server/infrastructure/record.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'

let agency: TestAgency

beforeAll(async () => {
  agency = await anAgency()
  await agency.world.store.transaction(async (tx) => {
    await recorder(
      tx,
      agency.people.planner.id,
      agency.now(),
      'test',
    )({
      room: 'agency',
      subjectId: agency.unit,
      action: 'agency.changed',
      version: 2,
      before: { name: 'A' },
      after: { name: 'B' },
    })
  })
})

afterAll(() => agency.drop())

const kept = [
  'audit',
  'revisions',
  'outcomes',
  'handovers',
  'authors',
  'acknowledgements',
  'verifications',
  'readings',
] as const

function attempt(statement: string): Promise<unknown> {
  return agency.world.store.transaction((tx) => tx.execute(sql.raw(statement)))
}

const refusal = /is refused/

async function reasonOf(statement: string): Promise<string> {
  try {
    await attempt(statement)
  } catch (error) {
    const cause = (error as Error).cause
    return cause instanceof Error ? cause.message : String(error)
  }
  return 'it was done'
}

test.each(kept)('%s refuses update, delete and truncate', async (table) => {
  const column =
    table === 'audit' ? 'action = action' : table === 'authors' ? 'person_id = person_id' : 'id = id'
  expect(await reasonOf(`update ${table} set ${column}`)).toMatch(refusal)
  expect(await reasonOf(`delete from ${table}`)).toMatch(refusal)
  expect(await reasonOf(`truncate ${table} cascade`)).toMatch(refusal)
})

test.each(['decisions', 'alignments', 'submissions', 'level_changes', 'obligations'])(
  '%s refuses delete and truncate',
  async (table) => {
    expect(await reasonOf(`delete from ${table}`)).toMatch(refusal)
    expect(await reasonOf(`truncate ${table} cascade`)).toMatch(refusal)
  },
)

test('a deadline never moves, and what was met is written once', async () => {
  const { planner } = agency.people
  const [issue] = await agency.world.store.transaction((tx) =>
    tx.execute<{ id: string }>(sql`
      insert into issues (id, title, content, context, public_interest, links, owner_id, level, is_harmful, recorded_by,
        recorded_at, version)
      values (gen_random_uuid(), 'Pungutan', '', '', '', '', ${planner.id}, 'issue', false, ${planner.id}, ${agency.now()}, 1)
      returning id`),
  )
  await agency.world.store.transaction((tx) =>
    tx.execute(sql`
      insert into obligations (id, issue_id, kind, clock, hours, began_at, due_at)
      values (gen_random_uuid(), ${issue?.id ?? ''}, 'full_response', 'wall', 24, ${agency.now()}, ${agency.now()})`),
  )
  expect(await reasonOf(`update obligations set due_at = due_at + interval '1 hour'`)).toMatch(refusal)
  expect(await reasonOf(`update obligations set missed_at = due_at`)).toBe('it was done')
  expect(await reasonOf(`update obligations set missed_at = null`)).toMatch(refusal)
  expect(await reasonOf(`update obligations set missed_at = due_at + interval '1 hour'`)).toMatch(refusal)
  expect(await reasonOf(`update obligations set met_at = due_at`)).toBe('it was done')
})
