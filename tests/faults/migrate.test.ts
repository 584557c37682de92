import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { asAdmin, dropDatabase, emptyDatabase } from '../support/database.ts'
import { runProgram } from '../support/program.ts'

let folder: string
let url: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'selaras-migrations-'))
  url = await emptyDatabase(inject('adminUrl'))
})

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await dropDatabase(inject('adminUrl'), url)
})

function writeMigrations(migrations: { when: number; statements: string[] }[]): void {
  mkdirSync(join(folder, 'meta'), { recursive: true })
  const entries = migrations.map(({ when, statements }, idx) => {
    const tag = `${String(idx).padStart(4, '0')}_step`
    writeFileSync(join(folder, `${tag}.sql`), statements.join('\n--> statement-breakpoint\n'))
    return { idx, version: '7', when, tag, breakpoints: true }
  })
  writeFileSync(
    join(folder, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
  )
}

const first = { when: 1_000, statements: ['create table old (n int)', 'insert into old values (1)'] }
const second = (pause: string) => ({
  when: 2_000,
  statements: ['alter table old add column extra int', `select ${pause}`, 'create table fresh (n int)'],
})

async function shape(): Promise<string> {
  const rows = await asAdmin(
    url,
    `select table_name || '.' || column_name as c from information_schema.columns
     where table_schema = 'public' order by 1`,
  )
  return rows.map((row) => row.c).join(' ')
}

const applied = () =>
  asAdmin(url, 'select created_at::int as at from drizzle.__drizzle_migrations order by 1')

test('servers that start at once migrate once', async () => {
  writeMigrations([first, second('pg_sleep(0.3)')])
  await Promise.all(Array.from({ length: 6 }, () => migrate(url, folder)))
  expect(await shape()).toBe('fresh.n old.extra old.n')
  expect(await applied()).toEqual([{ at: 1_000 }, { at: 2_000 }])
  expect(await asAdmin(url, 'select n from old')).toEqual([{ n: 1 }])
})

test('two servers in processes of their own migrate once', async () => {
  writeMigrations([first, second('pg_sleep(0.5)')])
  const text = `const { migrate } = await import('./db/migrate.ts')
    await migrate(${JSON.stringify(url)}, ${JSON.stringify(folder)})
    console.log('migrated')`
  const programs = [runProgram(text), runProgram(text)]
  expect(await Promise.all(programs.map((program) => program.line))).toEqual(['migrated', 'migrated'])
  expect(await applied()).toEqual([{ at: 1_000 }, { at: 2_000 }])
})

test('a server killed in the middle leaves the old version, and the next one finishes', async () => {
  writeMigrations([first])
  await migrate(url, folder)
  writeMigrations([first, second('pg_sleep(1.5)')])
  const program = runProgram(`const { migrate } = await import('./db/migrate.ts')
    await migrate(${JSON.stringify(url)}, ${JSON.stringify(folder)})`)
  await untilSleeping()
  await program.kill()
  expect(await applied()).toEqual([{ at: 1_000 }])
  expect(await shape()).toBe('old.n')
  await migrate(url, folder)
  expect(await applied()).toEqual([{ at: 1_000 }, { at: 2_000 }])
  expect(await shape()).toBe('fresh.n old.extra old.n')
})

test('a connection lost in the middle leaves the old version and a clear error', async () => {
  writeMigrations([first, second('pg_sleep(5)')])
  const migrating = migrate(url, folder).then(
    () => 'migrated',
    () => 'failed',
  )
  await untilSleeping()
  await asAdmin(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'selaras migrations'
     and datname = current_database()`,
  )
  expect(await migrating).toBe('failed')
  expect(await shape()).toBe('')
  writeMigrations([first, second('1')])
  await migrate(url, folder)
  expect(await shape()).toBe('fresh.n old.extra old.n')
})

test('a migration that fails leaves nothing of itself', async () => {
  writeMigrations([first, { when: 2_000, statements: ['create table half (n int)', 'select 1 / 0'] }])
  await expect(migrate(url, folder)).rejects.toThrow()
  expect(await shape()).toBe('')
})

test('a migration older than the newest applied one is not passed over in silence', async () => {
  writeMigrations([{ when: 5_000, statements: ['create table late (n int)'] }])
  await migrate(url, folder)
  writeMigrations([
    { when: 4_000, statements: ['create table early (n int)'] },
    { when: 5_000, statements: ['create table late (n int)'] },
  ])
  await expect(migrate(url, folder)).rejects.toThrow('passed over: 0000_step')
})

test('without any migrations nothing is done', async () => {
  await migrate(url, folder)
  expect(await shape()).toBe('')
})

async function untilSleeping(): Promise<void> {
  for (let round = 0; round < 400; round++) {
    const rows = await asAdmin(
      url,
      `select 1 from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()`,
    )
    if (rows.length > 0) return
    await wait(20)
  }
  throw new Error('the migration did not come to its pause')
}
