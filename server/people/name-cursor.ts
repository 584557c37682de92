import { z } from 'zod'
import { humanText } from '../../domain/input.ts'

const place = z.tuple([humanText(), z.uuid()])

/** Where a list by name goes on, as text that says nothing to whoever carries it. */
export function cursorOf(row: { name: string; id: string }): string {
  return Buffer.from(JSON.stringify([row.name, row.id])).toString('base64url')
}

/** The place in a cursor; null for none and for one that is not ours, which begins anew. */
export function cursorFrom(cursor: string | null): { name: string; id: string } | null {
  if (cursor === null) return null
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  const parsed = place.safeParse(text.startsWith('["') && isJson(text) ? JSON.parse(text) : null)
  return parsed.success ? { name: parsed.data[0], id: parsed.data[1] } : null
}

/** A pattern that finds `search` anywhere in a text, its own signs taken literally; null where nothing is sought. */
export function containing(search: string): string | null {
  const words = search.replaceAll('\u0000', '').trim()
  return words === '' ? null : `%${words.toWellFormed().replace(/[\\%_]/g, '\\$&')}%`
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}
