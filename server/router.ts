import { router } from './infrastructure/trpc.ts'
import { liveRouter } from './live/router.ts'

/** Every door on one page. */
export const appRouter = router({
  live: liveRouter,
})

export type AppRouter = typeof appRouter
