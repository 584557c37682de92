import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Row } from '../../db/lane.ts'
import type { Store } from '../../db/open.ts'

/** What a statement is given in a value's place; conditions of other rooms take it as the text they ask for. */
const placeOf = (name: string) => `\u0001${name}`

export type Statement<Name extends string> = {
  text: string
  run(store: Pick<Store, 'prepared'>, values: Record<Name, unknown>): Promise<Row[]>
  /** Each row as its values in the order of the columns, taken as it comes. */
  runEach(
    store: Pick<Store, 'preparedEach'>,
    values: Record<Name, unknown>,
    onRow: (row: readonly unknown[]) => void,
  ): Promise<void>
}

/**
 * A read composed once into constant text, so that every connection keeps it prepared and the rows come as the driver
 * reads them. `param(name)` stands where a value goes in SQL, `name(name)` where another room's condition asks for text.
 */
export function statement<Name extends string>(
  build: (place: { param: (name: Name) => SQL; text: (name: Name) => string }) => SQL,
): Statement<Name> {
  const composed = build({ param: (name) => sql`${placeOf(name)}`, text: placeOf })
  const { sql: text, params } = new PgDialect().sqlToQuery(composed)
  const readers = params.map((param) => {
    if (typeof param !== 'string' || !param.startsWith('\u0001')) return () => param
    const name = param.slice(1) as Name
    return (values: Record<Name, unknown>): unknown => values[name]
  })
  const bind = (values: Record<Name, unknown>) => readers.map((read) => read(values))
  return {
    text,
    run: (store, values) => store.prepared(text, bind(values)),
    runEach: (store, values, onRow) => store.preparedEach(text, bind(values), onRow),
  }
}
