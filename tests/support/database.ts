import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { type OpenOptions, openDatabase, type Store } from '../../db/open.ts'
import { templateName } from './postgres.ts'

export type FreshDatabase = { store: Store; url: string; drop(): Promise<void> }

/** An empty, migrated database of the caller's own, who owes `drop`. */
export async function freshDatabase(options: OpenOptions = {}): Promise<FreshDatabase> {
  const url = await copyTemplate(inject('adminUrl'))
  const store = await openDatabase(url, { poolSize: 6, applicationName: 'selaras tests', ...options })
  return {
    store,
    url,
    async drop() {
      await store.close()
      await dropDatabase(inject('adminUrl'), url)
    },
  }
}

/** A copy of the template under a new name; answers its address. */
export async function copyTemplate(adminUrl: string): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin(adminUrl, `create database ${name} template ${templateName}`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

/** A database without any table; answers its address. */
export async function emptyDatabase(adminUrl: string): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin(adminUrl, `create database ${name}`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

export async function dropDatabase(adminUrl: string, url: string): Promise<void> {
  await asAdmin(adminUrl, `drop database if exists ${new URL(url).pathname.slice(1)} with (force)`)
}

/** Runs one statement as the server's owner, on whatever database the address names. */
export async function asAdmin(adminUrl: string, text: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(adminUrl, { max: 1, fetch_types: false, onnotice: () => {} })
  try {
    return [...(await sql.unsafe(text))]
  } finally {
    await sql.end({ timeout: 5 })
  }
}
