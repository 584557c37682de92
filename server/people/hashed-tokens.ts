import type { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { hashToken } from '../infrastructure/one-time-token.ts'

type Adapter = ReturnType<ReturnType<typeof drizzleAdapter>>
type Inner = Omit<Adapter, 'transaction'>
type Where = { field: string; value: unknown }

/**
 * better-auth writes session tokens as they are and has no setting against it; between it and its tables the token is
 * replaced by its hash, so that a copy of the database signs nobody in. What it asks for by token it gets back with
 * the token it asked for. Source: docs/decisions/0005-session-tokens-are-hashed.md.
 */
export function withHashedTokens(adapter: Adapter): Adapter {
  return {
    ...hashing(adapter),
    transaction: (work) => adapter.transaction((inner) => work(hashing(inner))),
  } as Adapter
}

function hashing<A extends Inner>(adapter: A): A {
  const hashed: Partial<Inner> = {
    async create(asked) {
      if (asked.model !== 'session') return (await adapter.create(asked)) as never
      const token = tokenIn(asked.data)
      const row = await adapter.create({ ...asked, data: { ...asked.data, token: hashToken(token) } })
      return { ...row, token } as never
    },
    async findOne(asked) {
      if (asked.model !== 'session') return adapter.findOne(asked)
      return restored(await adapter.findOne({ ...asked, where: hashedWhere(asked.where) }), asked.where)
    },
    async findMany(asked) {
      if (asked.model !== 'session' || !asked.where) return adapter.findMany(asked)
      return adapter.findMany({ ...asked, where: hashedWhere(asked.where) })
    },
    async update(asked) {
      if (asked.model !== 'session') return adapter.update(asked)
      return restored(await adapter.update({ ...asked, where: hashedWhere(asked.where) }), asked.where)
    },
    async delete(asked) {
      if (asked.model !== 'session') return adapter.delete(asked)
      return adapter.delete({ ...asked, where: hashedWhere(asked.where) })
    },
    async deleteMany(asked) {
      if (asked.model !== 'session') return adapter.deleteMany(asked)
      return adapter.deleteMany({ ...asked, where: hashedWhere(asked.where) })
    },
  }
  return { ...adapter, ...hashed }
}

function tokenIn(data: object): string {
  const token = 'token' in data ? data.token : undefined
  if (typeof token !== 'string') throw new TypeError('a session without a token')
  return token
}

function hashedWhere<W extends Where>(where: W[]): W[] {
  return where.map((clause) => {
    if (clause.field !== 'token') return clause
    if (typeof clause.value === 'string') return { ...clause, value: hashToken(clause.value) }
    if (Array.isArray(clause.value))
      return { ...clause, value: clause.value.map((one) => hashToken(String(one))) }
    return clause
  })
}

function restored<Row>(row: Row, where: Where[]): Row {
  const asked = where.find((clause) => clause.field === 'token')?.value
  return row && typeof asked === 'string' ? { ...row, token: asked } : row
}
