import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { units } from '../../db/schema/agency.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'

/** The unit's row, locked until the transaction ends; `not_found` for one that is unknown or has ended. */
export async function lockUnit(tx: Tx, unitId: string): Promise<typeof units.$inferSelect> {
  const [unit] = await tx.select().from(units).where(eq(units.id, unitId)).for('update')
  if (!unit || unit.endedAt !== null) return refuseMissing()
  return unit
}
