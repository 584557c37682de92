import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { and, eq, lt } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { idempotencyKeys } from '../../db/schema/records.ts'
import { addHours, type Instant } from '../../domain/time.ts'
import { refuse } from './refuse.ts'

const KEPT_HOURS = 7 * 24

export type KeyedCall = { personId: string; key: string; command: string; input: unknown; moment: Instant }

/**
 * Gives `work` at most one effect per (person, key): the first call works and leaves its answer in the same
 * transaction; a repetition, on any server, waits for the first to commit and gets that answer. The same key with
 * another command or input is refused with `key_reused`.
 */
export async function answerOnce<Output>(
  tx: Tx,
  call: KeyedCall,
  work: () => Promise<Output>,
): Promise<Output> {
  const inputHash = createHash('sha256')
    .update(canonicalize(call.input) ?? '')
    .digest('hex')
  const { personId, key, command, moment } = call
  const [claimed] = await tx
    .insert(idempotencyKeys)
    .values({ personId, key, command, inputHash, answer: null, at: moment })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  const isThisKey = and(eq(idempotencyKeys.personId, personId), eq(idempotencyKeys.key, key))
  if (!claimed) {
    const [earlier] = await tx.select().from(idempotencyKeys).where(isThisKey)
    if (!earlier || earlier.command !== command || earlier.inputHash !== inputHash)
      return refuse('key_reused', {})
    return earlier.answer as Output
  }
  const answer = await work()
  await tx
    .update(idempotencyKeys)
    .set({ answer: answer ?? null })
    .where(isThisKey)
  return answer
}

/** Forgets keys older than 7 days; the sweep calls it. */
export async function forgetOldKeys(tx: Tx, moment: Instant): Promise<void> {
  await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.at, addHours(moment, -KEPT_HOURS)))
}
