import { initTRPC, TRPCError } from '@trpc/server'
import { z } from 'zod'
import { mayPass } from '../../db/failures.ts'
import { type Action, holdsAnywhere } from '../../domain/permissions.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { type Agency, type Command, execute } from './command.ts'
import { fieldsOf } from './fields.ts'
import type { Live } from './live.ts'
import { look, type Read } from './read.ts'
import { Refused, refuse } from './refuse.ts'
import type { Person } from './right.ts'
import { transportCodes } from './transport.ts'
import type { DemoPlace, World } from './world.ts'

/** What a request brings: its world, and who is signed in, read for this request alone. */
export type RequestContext = {
  world: World
  live: Live
  requestId: string
  ipAddress: string
  userAgent: string
  /** Whether the request came from this very machine. */
  isLocal: boolean
  /** One more header of the answer, such as a cookie. */
  addHeader(name: string, value: string): void
  demo: DemoPlace
  /** Null: nobody is signed in. */
  who: { person: Person; agency: Agency; sessionId: string } | null
}

type DoorMeta = { kind: 'command' | 'read' | 'open' | 'stream'; name: string; right: Action | null }

const t = initTRPC
  .context<RequestContext>()
  .meta<DoorMeta>()
  .create({
    isDev: false,
    // The server ends a stream now and then, so that no connection lives for ever; the client resumes by its cursor.
    sse: {
      maxDurationMs: 30 * 60_000,
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 40_000 },
    },
    errorFormatter({ shape, error, ctx }) {
      const refused = refusedIn(error)
      const refusal = refused === null ? null : ({ code: refused.code, data: refused.data } as Refusal)
      return {
        message: refusal === null ? 'fault' : refusal.code,
        code: shape.code,
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          refusal,
          requestId: ctx?.requestId ?? null,
        },
      }
    },
  })

export const { router, createCallerFactory } = t

/** The refusal inside a transport error, also where the input did not fit; null for a fault. */
export function refusedIn(error: TRPCError): Refused | null {
  if (error.cause instanceof Refused) return error.cause
  if (error.code === 'BAD_REQUEST' && error.cause instanceof z.ZodError) {
    return new Refused('input_invalid', { fields: fieldsOf(error.cause) })
  }
  return null
}

async function asTransport<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) throw new TRPCError({ code: transportCodes[error.code], cause: error })
    if (mayPass(error)) throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', cause: error })
    throw error
  }
}

/** What a command answers where the database was lost or overloaded: the same key may be sent again. */
async function orTryAgain<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw mayPass(error) ? new Refused('try_again', {}, { cause: error }) : error
  }
}

/** Every mutation's input: the key made at the person's act, and the command's own input. */
function commandInput<Schema extends z.ZodType>(schema: Schema) {
  return z.object({ key: z.uuid(), input: schema })
}

/**
 * Refuses whoever is signed out, or holds the right nowhere, before the input is looked at: a stranger learns nothing
 * from what is wrong with it. Commands read the person's roles again in their own transaction.
 */
function guarded(kind: DoorMeta['kind'], { name, right }: { name: string; right: Action }) {
  return t.procedure.meta({ kind, name, right }).use(async ({ ctx, next }) => {
    await asTransport(async () => {
      const who = ctx.who ?? refuse('signed_out', {})
      if (!holdsAnywhere(who.person.grants, right)) refuse('not_allowed', { action: right })
    })
    return next()
  })
}

/** The door of a command: signed in, input checked, then `execute`. */
export function door<Input, Output, Wire>(definition: Command<Input, Output, Wire>) {
  return doorThen(definition, (answer) => answer)
}

/**
 * As `door`, for an answer that holds what may not be kept with the key (a one-time link): `shown` adds it to what the
 * command answered, each time anew, and writes nothing.
 */
export function doorThen<Input, Output, Wire, Shown>(
  definition: Command<Input, Output, Wire>,
  shown: (answer: Output, context: RequestContext) => Shown,
) {
  return guarded('command', definition)
    .input(commandInput(definition.input))
    .mutation(({ ctx, input }) =>
      asTransport(async () => {
        const who = ctx.who ?? refuse('signed_out', {})
        const call = { personId: who.person.id, key: input.key, requestId: ctx.requestId }
        return shown(await orTryAgain(execute(ctx.world, definition, input.input as Input, call)), ctx)
      }),
    )
}

/**
 * As `door`, for what may be awaited in no transaction (a file read in a thread of its own): `before` runs first, on the
 * checked input, writes nothing, and may refuse.
 */
export function doorAfter<Input, Output, Wire>(
  definition: Command<Input, Output, Wire>,
  before: (input: Input) => Promise<void>,
) {
  return guarded('command', definition)
    .input(commandInput(definition.input))
    .mutation(({ ctx, input }) =>
      asTransport(async () => {
        const who = ctx.who ?? refuse('signed_out', {})
        await before(input.input as Input)
        const call = { personId: who.person.id, key: input.key, requestId: ctx.requestId }
        return orTryAgain(execute(ctx.world, definition, input.input as Input, call))
      }),
    )
}

/** The door of a read: signed in, input checked, then `look`. */
export function window<Input, Output, Wire>(definition: Read<Input, Output, Wire>) {
  return windowThen(definition, (answer) => answer)
}

/** As `window`, for an answer that depends on the request itself (which of the sessions is this one). */
export function windowThen<Input, Output, Wire, Shown>(
  definition: Read<Input, Output, Wire>,
  shown: (answer: Output, context: RequestContext) => Shown,
) {
  return guarded('read', definition)
    .input(definition.input)
    .query(({ ctx, input }) =>
      asTransport(async () =>
        shown(await look(ctx.world, definition, input as Input, ctx.who ?? refuse('signed_out', {})), ctx),
      ),
    )
}

/** The door of a read whose input does not fit an address: carried as a mutation, yet it writes nothing. */
export function postedWindow<Input, Output, Wire>(definition: Read<Input, Output, Wire>) {
  return guarded('read', definition)
    .input(definition.input)
    .mutation(({ ctx, input }) =>
      asTransport(async () =>
        look(ctx.world, definition, input as Input, ctx.who ?? refuse('signed_out', {})),
      ),
    )
}

/** For the few doors open to who is not signed in (first visit, invitation, reset): the caller handles its own guard. */
export const openProcedure = (name: string) => t.procedure.meta({ kind: 'open', name, right: null })

/** For the event stream. */
export const streamProcedure = (name: string, right: Action) => guarded('stream', { name, right })

export { asTransport }
