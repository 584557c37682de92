import type { z } from 'zod'
import type { Db, Store } from '../../db/open.ts'
import { type Action, holdsAnywhere } from '../../domain/permissions.ts'
import type { Instant } from '../../domain/time.ts'
import type { Agency } from './command.ts'
import { refuse } from './refuse.ts'
import type { Person } from './right.ts'
import { momentOf, type World } from './world.ts'

export type ReadContext<Input> = {
  db: Db
  store: Store
  person: Person
  input: Input
  moment: Instant
  agency: Agency
  world: World
}

export type Read<Input, Output, Wire = unknown> = {
  kind: 'read'
  name: string
  right: Action
  input: z.ZodType<Input, Wire>
  run(context: ReadContext<Input>): Promise<Output>
}

/**
 * Declares a read: its right and input and what it gives. It writes nothing (the server's own connection refuses a
 * write) and shows only rows that pass the room's `visible.ts`.
 */
export function read<Schema extends z.ZodType, Output>(definition: {
  name: string
  right: Action
  input: Schema
  run(context: ReadContext<z.output<Schema>>): Promise<Output>
}): Read<z.output<Schema>, Output, z.input<Schema>> {
  return { kind: 'read', ...definition } as Read<z.output<Schema>, Output, z.input<Schema>>
}

/** Runs a read as a person whose roles were just looked up. Throws `Refused`. */
export async function look<Input, Output>(
  world: World,
  definition: Read<Input, Output>,
  input: Input,
  who: { person: Person; agency: Agency },
): Promise<Output> {
  if (!holdsAnywhere(who.person.grants, definition.right)) refuse('not_allowed', { action: definition.right })
  const moment = await momentOf(world, world.store.db)
  return definition.run({ db: world.store.db, store: world.store, input, moment, world, ...who })
}
