import type { AnyProcedure } from '@trpc/server'
import { TRPCError } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Action, actions, type Role, roles } from '../../domain/permissions.ts'
import { readAgency } from '../../server/infrastructure/command.ts'
import { createCallerFactory, type RequestContext, refusedIn } from '../../server/infrastructure/trpc.ts'
import { appRouter } from '../../server/router.ts'
import { anAgency, type TestAgency } from '../support/agency.ts'

/** The doors that stand open to who is not signed in, each with a guard of its own. Nothing joins them by accident. */
const openDoors = [
  'agency.firstVisit',
  'agency.setUp',
  'demo.people',
  'demo.signInAs',
  'demo.start',
  'people.accept',
  'people.invitation',
]

const doors = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>).map(
  ([path, procedure]) => ({
    path,
    type: procedure._def.type,
    meta: (procedure._def as { meta?: { kind: string; name: string; right: Action | null } }).meta,
  }),
)
const guarded = doors.filter(({ path }) => !openDoors.includes(path))

let here: TestAgency
beforeAll(async () => {
  here = await anAgency()
})
afterAll(() => here.drop())

/** Asks a door with an input that fits none: who may not ask is refused before it is looked at. */
async function refusalAt(path: string, who: RequestContext['who']): Promise<string> {
  const context = {
    world: here.world,
    requestId: 'test',
    ipAddress: '127.0.0.1',
    userAgent: '',
    isLocal: false,
    addHeader: () => undefined,
    who,
  } as unknown as RequestContext
  const [room = '', door = ''] = path.split('.')
  const caller = createCallerFactory(appRouter)(context) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >
  try {
    await caller[room]?.[door]?.('no input of any door')
  } catch (error) {
    if (error instanceof TRPCError) return refusedIn(error)?.code ?? error.code
    throw error
  }
  return 'done'
}

describe('every door', () => {
  it('stands in the list of open doors or names its right', () => {
    expect(doors.length).toBeGreaterThan(40)
    for (const { path, meta } of doors) {
      expect(meta, path).toBeDefined()
      expect(meta?.name, path).toBe(path)
      if (openDoors.includes(path)) expect(meta, path).toMatchObject({ kind: 'open', right: null })
      else expect(Object.keys(actions), path).toContain(meta?.right)
    }
    const open = doors.filter(({ meta }) => meta?.kind === 'open').map(({ path }) => path)
    expect(open.sort()).toEqual(openDoors)
  })

  it('that changes something is a command, and a command changes something', () => {
    for (const { path, type, meta } of guarded) {
      if (meta?.kind === 'command') expect(type, path).toBe('mutation')
      if (meta?.kind === 'stream') expect(type, path).toBe('subscription')
      if (type === 'query') expect(meta?.kind, path).toBe('read')
    }
  })

  it.each(guarded.map(({ path }) => path))('%s refuses who is signed out', async (path) => {
    expect(await refusalAt(path, null)).toBe('signed_out')
  })

  it.each(guarded.map(({ path, meta }) => [path, meta?.right ?? null] as const))(
    '%s refuses who does not hold %s',
    async (path, right) => {
      const carrying: readonly Role[] = right === null ? [] : actions[right]
      const others = roles.filter((role) => !carrying.includes(role))
      const person = {
        id: here.people.reader.id,
        name: 'Somebody',
        locale: 'id' as const,
        grants: others.map((role) => ({ role, unitId: null })),
      }
      const agency = await readAgency(here.world.store.db)
      expect(await refusalAt(path, { person, agency, sessionId: 'none' })).toBe('not_allowed')
    },
  )
})
