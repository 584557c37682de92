import type { World } from '../infrastructure/world.ts'

/** One thing that is not as it must be: the check that saw it, what it concerns, and what is wrong with it. */
export type Finding = { check: string; subject: string; says: string }

/** A look at one invariant over the whole database. It changes nothing and finds nothing in a sound one. */
export type Check = {
  name: string
  /** The number among the invariants that must always hold. */
  invariant: number
  find(world: World): Promise<Omit<Finding, 'check'>[]>
}
