import { eq, inArray, sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day, id, instant } from '../../db/columns.ts'
import { Busy, databaseFailure, RolledBack } from '../../db/failures.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

const notes = pgTable('notes', {
  id: id(),
  words: text('words').array().notNull(),
  about: jsonb('about').notNull(),
  writtenAt: instant('written_at').notNull(),
  dueDay: day('due_day'),
  version: integer('version').notNull(),
})

const note = {
  words: ['plain', 'a "b" \\ c', '', 'NULL', '{x,y}', ' ü '],
  about: { list: [1, 'two', null], text: 'a\\b' },
  writtenAt: '2026-11-24T08:00:00.120Z',
  dueDay: '2027-02-28',
  version: 1,
}

let fresh: FreshDatabase

beforeAll(async () => {
  fresh = await freshDatabase({ poolSize: 3, waitLimitMs: 300 })
  await fresh.store.transaction(async (_tx, statement) => {
    await statement(`create table notes (id uuid primary key, words text[] not null, about jsonb not null,
      written_at timestamptz(3) not null, due_day date, version integer not null)`)
  })
})

afterAll(() => fresh.drop())

const count = async () => (await fresh.store.prepared('select count(*)::int as n from notes'))[0]?.n

test('a row is read back as it was written', async () => {
  const [written] = await fresh.store.transaction((tx) => tx.insert(notes).values(note).returning())
  const [read] = await fresh.store.db
    .select()
    .from(notes)
    .where(inArray(notes.id, [written?.id ?? '']))
  expect(read).toEqual({ ...note, id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  expect(written).toEqual(read)
})

test('times cross the border as text also in plain statements', async () => {
  const [row] = await fresh.store.prepared(
    `select $1::timestamptz at, $2::date d, $3::uuid[] ids, array['a\\b', null] texts`,
    ['2026-11-24T08:00:00.120Z', '2026-11-24', ['8c8f2c3e-6f0a-4f6e-9d52-5a3c0b7f1a11']],
  )
  expect(row).toEqual({
    at: '2026-11-24 08:00:00.12+00',
    d: '2026-11-24',
    ids: ['8c8f2c3e-6f0a-4f6e-9d52-5a3c0b7f1a11'],
    texts: ['a\\b', null],
  })
})

test('rows taken one by one come in order, and a taker that throws costs its statement alone', async () => {
  const text = 'select n, $1::text from generate_series(1, 3000) n order by n'
  const taken: unknown[][] = []
  await fresh.store.preparedEach(text, ['each'], (values) => void taken.push([...values]))
  expect(taken).toHaveLength(3000)
  expect(taken[2999]).toEqual([3000, 'each'])

  let asked = 0
  const thrown = new Error('the thousandth is not to be had')
  const taking = fresh.store.preparedEach(text, ['each'], ([n]) => {
    asked += 1
    if (n === 1000) throw thrown
  })
  await expect(taking).rejects.toBe(thrown)
  expect(asked).toBe(1000)
  expect(fresh.store.lanesFree()).toBe(3)
  expect(await fresh.store.prepared('select 1 as whole')).toEqual([{ whole: 1 }])
})

test('an instant that is not canonical is refused before it is sent', async () => {
  const writing = fresh.store.transaction((tx) => tx.insert(notes).values({ ...note, writtenAt: 'infinity' }))
  await expect(writing).rejects.toThrow(/not a canonical instant/)
})

test('the same question asked often gives the same answer', async () => {
  await fresh.store.transaction((tx) => tx.insert(notes).values({ ...note, version: 7 }))
  const byVersion = fresh.store.db.select({ words: notes.words }).from(notes)
  const prepared = byVersion.where(eq(notes.version, sql.placeholder('version'))).prepare('by_version')
  for (let round = 0; round < 8; round++) {
    expect(await prepared.execute({ version: 7 })).toEqual([{ words: note.words }])
    expect(
      await fresh.store.db.select({ words: notes.words }).from(notes).where(eq(notes.version, 7)),
    ).toEqual([{ words: note.words }])
  }
})

test('what fails leaves nothing, and a nested failure leaves the rest', async () => {
  const before = Number(await count())
  const failing = fresh.store.transaction(async (tx) => {
    await tx.insert(notes).values(note)
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await count()).toBe(before)
  await fresh.store.transaction(async (tx) => {
    await tx.insert(notes).values(note)
    const nested = tx.transaction(async (inner) => {
      await inner.insert(notes).values(note)
      await inner.execute(sql`select 1 / 0`)
    })
    await expect(nested).rejects.toThrow()
    await tx.transaction((inner) => inner.insert(notes).values(note))
  })
  expect(await count()).toBe(before + 2)
})

test('the read side cannot write', async () => {
  const writing = fresh.store.db.execute(sql`delete from notes`)
  const failure = await writing.then(() => undefined, databaseFailure)
  expect(failure).toMatchObject({ code: '25006' })
})

test('a swallowed error does not pass for a success', async () => {
  const before = await count()
  const swallowing = fresh.store.transaction(async (tx) => {
    await tx.insert(notes).values(note)
    await tx.execute(sql`select 1 / 0`).catch(() => undefined)
  })
  await expect(swallowing).rejects.toBeInstanceOf(RolledBack)
  expect(await count()).toBe(before)
})

test('the refusal of COMMIT itself is the error, and nothing is kept', async () => {
  const refused = fresh.store.transaction(async (_tx, statement) => {
    await statement('create table pairs (a int unique deferrable initially deferred)')
    await statement('insert into pairs values (1), (1)')
  })
  await expect(refused).rejects.toMatchObject({ code: '23505' })
  expect(await fresh.store.prepared(`select to_regclass('pairs') as there`)).toEqual([{ there: null }])
})

test('code that goes on after the end writes nothing', async () => {
  const before = Number(await count())
  let late: Promise<unknown> | undefined
  await fresh.store.transaction(async (tx) => {
    late = new Promise((resolve) => setTimeout(resolve, 50)).then(() => tx.insert(notes).values(note))
    late.catch(() => undefined)
    await tx.insert(notes).values(note)
  })
  const failure = await late?.then(() => undefined, databaseFailure)
  expect(failure).toBeInstanceOf(RolledBack)
  expect(await count()).toBe(before + 1)
})

test('a statement that was not awaited is finished before COMMIT', async () => {
  const before = Number(await count())
  await fresh.store.transaction(async (tx) => {
    const unawaited = tx.insert(notes).values(note).execute()
    unawaited.catch(() => undefined)
  })
  expect(await count()).toBe(before + 1)
})

test('a wait for a connection ends', async () => {
  const { store } = fresh
  const nested = store.transaction(() =>
    store.transaction(() => store.transaction(() => store.transaction(async () => 'never'))),
  )
  await expect(nested).rejects.toBeInstanceOf(Busy)
  expect(store.lanesFree()).toBe(3)
})

test('isolation is as asked', async () => {
  const level = await fresh.store.transaction(
    async (_tx, statement) => (await statement('show transaction_isolation'))[0]?.transaction_isolation,
    { isolation: 'serializable' },
  )
  expect(level).toBe('serializable')
})
