import { router } from './infrastructure/trpc.ts'
import { publicationsRouter } from './publications/router.ts'
import { liveRouter } from './live/router.ts'

/** Every door on one page. */
export const appRouter = router({
  publications: publicationsRouter,
  live: liveRouter,
})

export type AppRouter = typeof appRouter
