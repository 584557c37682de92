import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { en } from '../../../domain/language/en/all.ts'
import { id } from '../../../domain/language/id/all.ts'

const server = fileURLToPath(new URL('../../../server', import.meta.url))

/** No audit entries: a hint for bells alone, and rights named in refusals. */
const notAudited = ['notifications.told', 'file.upload', 'publication.plan']

const recorded = new Set(
  readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [
      ...readFileSync(`${server}/${path}`, 'utf8').matchAll(/action: '([a-z]+\.[a-z_]+)'/g),
    ])
    .map((found) => found[1] ?? ''),
)

test('every action that is recorded has words in both languages', () => {
  expect(recorded.size).toBeGreaterThan(50)
  for (const { notifications } of [id, en]) {
    const actions: Record<string, Record<string, string>> = notifications.audit.actions
    const missing = [...recorded].filter((action) => {
      const [room = '', name = ''] = action.split('.')
      return actions[room]?.[name] === undefined && !notAudited.includes(action)
    })
    expect(missing).toEqual([])
  }
})
