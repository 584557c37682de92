import { createHmac, timingSafeEqual } from 'node:crypto'
import { agency } from '../../db/schema/agency.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { secretOf } from '../infrastructure/secret-of.ts'
import type { RequestContext } from '../infrastructure/trpc.ts'
import type { World } from '../infrastructure/world.ts'

/**
 * The code that proves, from another machine, that whoever sets up the agency has seen the server start. Made from the
 * secret, so that every server of the agency prints the same; worth nothing once the agency is set up.
 */
export function firstVisitCode(world: World): string {
  const bytes = createHmac('sha256', secretOf(world)).update('first visit').digest()
  const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
  const code = [...bytes.subarray(0, 10)].map((byte) => letters[byte % letters.length]).join('')
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

export async function isSetUp(world: World): Promise<boolean> {
  const rows = await world.store.db.select({ id: agency.id }).from(agency).limit(1)
  return rows.length > 0
}

/** Refuses with `first_visit_code_wrong` who asks from another machine without the code that the start printed. */
export function refuseStrangers(caller: Pick<RequestContext, 'world' | 'isLocal'>, code: string): void {
  if (!caller.isLocal && !isSameCode(code, firstVisitCode(caller.world))) refuse('first_visit_code_wrong', {})
}

function isSameCode(given: string, expected: string): boolean {
  const typed = Buffer.from(given.trim().toUpperCase().replace(/\s/g, '').slice(0, 64))
  const ours = Buffer.from(expected)
  return typed.length === ours.length && timingSafeEqual(typed, ours)
}
