import type { Sql } from 'postgres'
import type { Manner, Rows } from './lane.ts'
import type { Door } from './transaction.ts'

type Run = (text: string, params?: readonly unknown[], manner?: Manner) => Promise<Rows>

type Source = {
  run: Run
  begin: <T>(work: (client: Sql) => Promise<T>) => Promise<T>
}

const seenTexts = new Map<string, number>()
const textsKept = 400
const timesBeforePrepared = 3

/** Texts that come again are prepared, up to a number: each one costs memory in every connection. */
function comesAgain(text: string): boolean {
  const times = seenTexts.get(text)
  if (times === undefined) {
    if (seenTexts.size < textsKept) seenTexts.set(text, 1)
    return false
  }
  if (times < timesBeforePrepared) seenTexts.set(text, times + 1)
  return times + 1 >= timesBeforePrepared
}

/** The part of postgres.js's client that drizzle uses, over whatever runs statements. */
export function drizzleClient(source: Source): Sql {
  const client = {
    options: { parsers: {}, serializers: {} },
    unsafe(text: string, params: readonly unknown[] = [], asked: { prepare?: boolean } = {}) {
      const prepared = asked.prepare === true || (params.length > 0 && comesAgain(text))
      let started: Promise<Rows> | undefined
      const rows = (asArrays: boolean) => {
        started ??= source.run(text, params, { asArrays, prepared })
        return started
      }
      return {
        values: () => rows(true),
        // biome-ignore lint/suspicious/noThenProperty: a statement of postgres.js runs when it is awaited
        then: <A, B>(kept: (rows: Rows) => A, failed: (error: unknown) => B) =>
          rows(false).then(kept, failed),
      }
    },
    begin: source.begin,
    savepoint: source.begin,
  }
  return client as unknown as Sql
}

/** Drizzle's client within a transaction; its nested transactions are savepoints. */
export function doorClient(door: Door): Sql {
  return drizzleClient({
    run: (text, params, manner) => door.run(text, params, manner),
    begin: (work) => door.savepoint((inner) => work(doorClient(inner))),
  })
}
