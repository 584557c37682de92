import { expect } from 'vitest'
import type { RefusalCode, Refusals } from '../../domain/refusals.ts'
import { Refused } from '../../server/infrastructure/refuse.ts'

/** Waits for the refusal of `work` and gives its data; fails where it is done, or refused for another reason. */
export async function refusalOf<Code extends RefusalCode>(
  work: Promise<unknown>,
  code: Code,
): Promise<Refusals[Code]> {
  const outcome = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(outcome instanceof Refused)) throw new Error(`not refused: ${String(outcome)}`, { cause: outcome })
  expect(outcome.code).toBe(code)
  return outcome.data as Refusals[Code]
}

/** What became of several at once: the codes of those refused, and how many were done. */
export async function outcomesOf(works: Promise<unknown>[]): Promise<{ done: number; refused: string[] }> {
  const settled = await Promise.allSettled(works)
  const refused = settled.flatMap((one) => {
    if (one.status === 'fulfilled') return []
    if (one.reason instanceof Refused) return [one.reason.code]
    throw one.reason
  })
  return { done: settled.length - refused.length, refused }
}
