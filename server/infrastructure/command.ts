import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../../db/open.ts'
import { agency } from '../../db/schema/agency.ts'
import { people, roleGrants } from '../../db/schema/people.ts'
import { type Action, type Grant, holdsAnywhere } from '../../domain/permissions.ts'
import type { Instant } from '../../domain/time.ts'
import { answerOnce } from './idempotency.ts'
import { type RecordChange, recorder } from './record.ts'
import { refuse } from './refuse.ts'
import type { Person } from './right.ts'
import { momentOf, type World } from './world.ts'

export type Agency = typeof agency.$inferSelect

/** What every command is given beside its input: one open transaction and the facts that hold in it. */
export type CommandContext<Input> = {
  tx: Tx
  person: Person
  input: Input
  /** The moment of the whole command. */
  moment: Instant
  agency: Agency
  /** Writes revision, audit and outbox. Every change calls it, once. */
  record: RecordChange
  world: World
}

export type Command<Input, Output, Wire = unknown> = {
  kind: 'command'
  /** `room.verb`, as the door is called. */
  name: string
  /** What the person must hold somewhere; the command proves it for the object with `proveRight`. */
  right: Action
  input: z.ZodType<Input, Wire>
  run(context: CommandContext<Input>): Promise<Output>
}

/**
 * Declares a command: its name, its right, its input and what it does. `run` locks, reads facts, asks the rule, writes
 * and records; nothing but the database is awaited within. Its answer must be plain JSON: it is kept for retries.
 */
export function command<Schema extends z.ZodType, Output>(definition: {
  name: string
  right: Action
  input: Schema
  run(context: CommandContext<z.output<Schema>>): Promise<Output>
}): Command<z.output<Schema>, Output, z.input<Schema>> {
  return { kind: 'command', ...definition } as Command<z.output<Schema>, Output, z.input<Schema>>
}

/** The person's active row and roles as they stand now; refuses `signed_out` for who is unknown or deactivated. */
export async function readPerson(tx: Pick<Tx, 'select'>, personId: string): Promise<Person> {
  const rows = await tx
    .select({
      id: people.id,
      name: people.name,
      locale: people.locale,
      role: roleGrants.role,
      unitId: roleGrants.unitId,
    })
    .from(people)
    .leftJoin(roleGrants, and(eq(roleGrants.personId, people.id), isNull(roleGrants.endedAt)))
    .where(and(eq(people.id, personId), isNull(people.deactivatedAt)))
  const first = rows[0]
  if (!first) return refuse('signed_out', {})
  const grants: Grant[] = rows.flatMap((row) => (row.role ? [{ role: row.role, unitId: row.unitId }] : []))
  return { id: first.id, name: first.name, locale: first.locale, grants }
}

/** The agency's own row; there is exactly one once it was set up. */
export async function readAgency(tx: Pick<Tx, 'select'>): Promise<Agency> {
  const [row] = await tx.select().from(agency).limit(1)
  if (!row) return refuse('not_found', {})
  return row
}

export type Call = { personId: string; key: string; requestId: string }

/**
 * Runs a command as a person: opens the one transaction, takes the moment, reads the person's roles anew, answers a
 * repeated key with the first answer, else lets the command work and keeps its answer with the key. Throws `Refused`.
 * `input` must already have passed the command's schema.
 */
export async function execute<Input, Output>(
  world: World,
  definition: Command<Input, Output>,
  input: Input,
  call: Call,
): Promise<Output> {
  return world.store.transaction(async (tx) => {
    const moment = await momentOf(world, tx)
    const person = await readPerson(tx, call.personId)
    if (!holdsAnywhere(person.grants, definition.right)) refuse('not_allowed', { action: definition.right })
    return answerOnce(tx, { ...call, command: definition.name, input, moment }, async () =>
      definition.run({
        tx,
        person,
        input,
        moment,
        agency: await readAgency(tx),
        record: recorder(tx, person.id, moment, call.requestId),
        world,
      }),
    )
  })
}

export type ClockContext = Omit<CommandContext<never>, 'person' | 'input'>

/**
 * Runs work of the clock (a sweep, a reminder, a hand-over at its time) in one transaction under nobody's name. The
 * work judges again under its own lock: what made it due may have passed.
 */
export async function executeByClock<Output>(
  world: World,
  requestId: string,
  work: (context: ClockContext) => Promise<Output>,
): Promise<Output> {
  return world.store.transaction(async (tx) => {
    const moment = await momentOf(world, tx)
    return work({
      tx,
      moment,
      agency: await readAgency(tx),
      record: recorder(tx, null, moment, requestId),
      world,
    })
  })
}
