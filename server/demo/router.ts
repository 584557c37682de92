import { demoInput, demoSignInInput } from '../../domain/agency/input.ts'
import { refuseStrangers } from '../agency/first-visit-code.ts'
import { limitTries } from '../infrastructure/limit-tries.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { asTransport, openProcedure, type RequestContext, router } from '../infrastructure/trpc.ts'
import { fillDemo } from './fill.ts'
import { demoPeople } from './people.ts'

/** Who looks around already, or is signed in to the agency, needs no code; a stranger from elsewhere does. */
async function letIn(ctx: RequestContext, code: string): Promise<void> {
  if (ctx.who !== null) return
  await limitTries(ctx.world.store, 'demo from', ctx.ipAddress, { tries: 100, windowSeconds: 900 })
  refuseStrangers(ctx, code)
}

/** The demo: a world of its own that can be thrown away. Its people are listed by role, one click each to be them. */
export const demoRouter = router({
  start: openProcedure('demo.start')
    .input(demoInput)
    .mutation(({ ctx, input }) =>
      asTransport(async () => {
        await letIn(ctx, input.code)
        await fillDemo(await ctx.demo.open())
        return { isReady: true }
      }),
    ),
  people: openProcedure('demo.people')
    .input(demoInput)
    .query(({ ctx, input }) =>
      asTransport(async () => {
        await letIn(ctx, input.code)
        const place = await ctx.demo.existing()
        return place === null ? [] : demoPeople(place.world)
      }),
    ),
  signInAs: openProcedure('demo.signInAs')
    .input(demoSignInInput)
    .mutation(({ ctx, input }) =>
      asTransport(async () => {
        await letIn(ctx, input.code)
        const place = (await ctx.demo.existing()) ?? refuseMissing()
        for (const cookie of await place.signInAs(input.personId)) ctx.addHeader('set-cookie', cookie)
        return { isSignedIn: true }
      }),
    ),
})
