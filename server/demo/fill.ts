import type { SignInAs, World } from '../infrastructure/world.ts'
import { castDemo } from './cast.ts'

/** Fills an empty demo with its agency and its people; does nothing to one that was filled before. */
export async function fillDemo({ world }: { world: World; signInAs: SignInAs }): Promise<void> {
  await castDemo(world)
}
