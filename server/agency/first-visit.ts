import type { RequestContext } from '../infrastructure/trpc.ts'
import { isSetUp } from './first-visit-code.ts'

/** What the page of the first visit must know before anybody is signed in. */
export async function firstVisit({ world, isLocal }: Pick<RequestContext, 'world' | 'isLocal'>) {
  const done = await isSetUp(world)
  return {
    isSetUp: done,
    /** This request belongs to the demo: signing out leads back to the agency's own. */
    isInDemo: world.name === 'demo',
    needsCode: !done && !isLocal,
  }
}
