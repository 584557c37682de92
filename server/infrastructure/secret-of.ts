import type { World } from './world.ts'

/** The secret from which keys and one-time tokens of this world are made; every world that serves has one. */
export function secretOf(world: World): string {
  if (world.settings.secret === null) throw new Error('this world was opened without a secret')
  return world.settings.secret
}
