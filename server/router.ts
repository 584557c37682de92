import { router } from './infrastructure/trpc.ts'

/** Every door on one page. */
export const appRouter = router({})

export type AppRouter = typeof appRouter
